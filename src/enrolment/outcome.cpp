// The outcome codes of each jurisdiction and release, what a grade may overwrite, and looking both up.
#include "enrolment/outcome.hpp"

#include <algorithm>
#include <array>

namespace provost::enrolment {

namespace {

constexpr Day first_of(int year) { return std::chrono::year{year} / 1 / 1; }
constexpr Day last_of(int year) { return std::chrono::year{year} / 12 / 31; }
constexpr Day ever = Day::min();
constexpr Day open = Day::max();

// Release 8.0, from 2018, with the internal 00.
constexpr auto national_8 = std::to_array<OutcomeCode>({
    {"00", "not yet commenced (internal)", false, false},
    {"20", "competency achieved", true, true},
    {"30", "competency not achieved", false, true, true},
    {"40", "withdrawn", false, true},
    {"41", "incomplete because the organisation closed", false, true},
    {"51", "recognition of prior learning granted", true, true},
    {"52", "recognition of prior learning not granted", false, true, true},
    {"60", "credit transfer", true, true},
    {"61", "superseded subject", false, true},
    {"70", "continuing", false, false},
    {"81", "non-assessed, satisfactorily completed", true, true},
    {"82", "non-assessed, not satisfactorily completed", false, true, true},
    {"85", "not yet started", false, false},
});

// Releases 6.1 and 7.0, to 2017: without 41 and 85; 61 from 2015 on, 90 from 2012 to 2016.
constexpr auto national_7 = std::to_array<OutcomeCode>({
    {"00", "not yet commenced (internal)", false, false},
    {"20", "competency achieved", true, true},
    {"30", "competency not achieved", false, true, true},
    {"40", "withdrawn", false, true},
    {"51", "recognition of prior learning granted", true, true},
    {"52", "recognition of prior learning not granted", false, true, true},
    {"53", "recognition of current competency granted", true, true, false, ever, last_of(2011), "51"},
    {"54", "recognition of current competency not granted", false, true, true, ever, last_of(2011), "52"},
    {"60", "credit transfer", true, true},
    {"61", "superseded subject", false, true, false, first_of(2015), open},
    {"70", "continuing", false, false},
    {"81", "non-assessed, satisfactorily completed", true, true},
    {"82", "non-assessed, not satisfactorily completed", false, true, true},
    {"90", "not yet available at the interim collection", false, false, false, first_of(2012), last_of(2016), "70"},
});

// A state's list is the national one and codes of its own, which no national file takes.
template <std::size_t N, std::size_t M>
constexpr auto joined(const std::array<OutcomeCode, N>& national, const std::array<OutcomeCode, M>& own) {
    std::array<OutcomeCode, N + M> all{};
    std::ranges::copy(own, std::ranges::copy(national, all.begin()).out);
    return all;
}

constexpr auto nsw_7 = joined(national_7, std::to_array<OutcomeCode>({{"66", "did not start", false, false}}));
constexpr auto vic =
    joined(national_8, std::to_array<OutcomeCode>({
                           {"25", "competency achieved by gap training", true, true, false, ever, open, "20"},
                           {"50", "recognition of prior learning in progress", false, false},
                           {"53", "recognition of current competency granted", true, true, false, ever, open, "51"},
                       }));
constexpr auto qld = joined(
    national_8, std::to_array<OutcomeCode>({{"65", "superseded qualification", false, true, false, ever, open, "61"}}));

// New Zealand: the codes that grade rules know. Where a meaning is not given, whether it is a success is not said.
constexpr auto nz = std::to_array<OutcomeCode>({
    {"2", "completed successfully", true, true},
    {"3", "completed unsuccessfully", false, true, true},
    {"4", "final", false, true},
    {"8", "final", false, true},
    {"9", "final", false, true},
    {"I", "incomplete", false, false, true},
    {"R", "final", false, true},
    {"W", "withdrawn", false, true},
});
constexpr auto nzqa = std::to_array<OutcomeCode>({
    {"A", "achieved", true, true},
    {"C", "final", false, true},
    {"CR", "credit", true, true},
    {"E", "achieved with excellence", true, true},
    {"M", "achieved with merit", true, true},
    {"NC", "not completed", false, true, true},
    {"PC", "final", false, true},
});

constexpr auto lists = std::to_array<OutcomeList>({
    {"national", "6.1", ever, last_of(2014), national_7},
    {"national", "7.0", first_of(2015), last_of(2017), national_7},
    {"national", "8.0", first_of(2018), open, national_8},
    {"nsw", "7.0", ever, last_of(2017), nsw_7},
    {"nsw", "8.0", first_of(2018), open, national_8},
    {"vic", "8.0", ever, open, vic},
    {"qld", "8.0", ever, open, qld},
    {"nz", "", ever, open, nz},
    {"nzqa", "", ever, open, nzqa},
});

// WIS-AG-09, WIS-AG-10: what the vendor of the grade rules lists for Australia, with codes of states.
using Codes = std::string_view;
constexpr auto listed_final = std::to_array<Codes>({"20", "40", "51", "60", "01", "06", "09", "10", "@@", "61", "12"});
constexpr auto au_failed = std::to_array<Codes>({"30", "82", "02", "03", "14", "35"});
// WIS-AG-09: that list lacks 41, 52 and 81, and what Victoria (25, 53, earlier 54) and Queensland (65) have of their
// own.
constexpr auto own_final = std::to_array<Codes>(
    {"20", "40", "41", "51", "52", "60", "81", "01", "06", "09", "10", "@@", "61", "12", "25", "53", "54", "65"});
constexpr auto nz_final = std::to_array<Codes>({"2", "4", "8", "9", "R", "W"});
constexpr auto nz_failed = std::to_array<Codes>({"3", "I"});
constexpr auto nzqa_final = std::to_array<Codes>({"C", "CR", "A", "M", "E", "PC"});
constexpr auto nzqa_failed = std::to_array<Codes>({"NC"});

struct GuardRow {
    std::string_view set;
    std::span<const Codes> final, failed;
};
constexpr auto guard_sets = std::to_array<GuardRow>({
    {"provost", own_final, au_failed},
    {"provost", nz_final, nz_failed},
    {"provost", nzqa_final, nzqa_failed},
    {"wisenet", listed_final, au_failed},
    {"wisenet", nz_final, nz_failed},
    {"wisenet", nzqa_final, nzqa_failed},
});

bool holds(std::span<const Codes> codes, Codes code) { return std::ranges::find(codes, code) != codes.end(); }

// WIS-ER-06: what the vendor of the access rules lists, with 66 of New South Wales and the internal 00, which deferring
// and withdrawing set.
constexpr auto au_not_commenced = std::to_array<Codes>({"NS", "@@", "100", "105", "85", "66", not_yet_commenced});
constexpr auto nz_not_commenced = std::to_array<Codes>({"W", "R"});
constexpr auto not_commenced = std::to_array<NotCommenced>({
    {"AU", au_not_commenced},
    {"NZ", nz_not_commenced},
});

}  // namespace

std::span<const OutcomeList> outcome_lists() { return lists; }

const OutcomeList* find_outcome_list(std::string_view jurisdiction, std::string_view release, Day day) {
    const auto row = std::ranges::find_if(lists, [&](const OutcomeList& list) {
        return list.jurisdiction == jurisdiction && (release.empty() || list.release == release) && list.from <= day &&
               day <= list.until;
    });
    return row == lists.end() ? nullptr : &*row;
}

const OutcomeCode* find_outcome(const OutcomeList& list, std::string_view code) {
    const auto row = std::ranges::find(list.codes, code, &OutcomeCode::code);
    return row == list.codes.end() ? nullptr : &*row;
}

const OutcomeCode* find_outcome(const OutcomeList& list, std::string_view code, Day day) {
    const OutcomeCode* row = find_outcome(list, code);
    return row != nullptr && row->from <= day && day <= row->until ? row : nullptr;
}

const OutcomeCode* find_outcome_anywhere(std::string_view jurisdiction, std::string_view code) {
    const OutcomeCode* found = nullptr;
    for (const OutcomeList& list : lists) {
        const OutcomeCode* row = list.jurisdiction == jurisdiction ? find_outcome(list, code) : nullptr;
        if (row != nullptr) found = row;
    }
    return found;
}

const OutcomeList* outcome_list_of(std::string_view jurisdiction, std::string_view release) {
    const auto of = [&](std::string_view whose) {
        return std::ranges::find_if(
            lists, [&](const OutcomeList& list) { return list.jurisdiction == whose && list.release == release; });
    };
    const auto own = of(jurisdiction), national = own == lists.end() ? of("national") : own;
    return national == lists.end() ? nullptr : &*national;
}

const OutcomeCode* find_outcome(std::string_view code) {
    if (code.empty()) return nullptr;
    const auto row = std::ranges::find(national_8, code, &OutcomeCode::code);
    if (row != national_8.end()) return &*row;
    for (const OutcomeList& list : lists) {
        if (const OutcomeCode* found = find_outcome(list, code)) return found;
    }
    return nullptr;
}

std::string_view national_code(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row == nullptr || row->national.empty() ? code : row->national;
}

std::string_view told_by(const OutcomeList& list, std::string_view code, Day day) {
    return find_outcome(list, code, day) != nullptr ? code : national_code(code);
}

bool has_guard_set(std::string_view name) {
    return std::ranges::find(guard_sets, name, &GuardRow::set) != guard_sets.end();
}

Guarded guarded_by(std::string_view set, std::string_view code) {
    if (!has_guard_set(set)) return Guarded::final;
    Guarded found = Guarded::no;
    for (const GuardRow& row : guard_sets) {
        if (row.set != set) continue;
        if (holds(row.final, code)) return Guarded::final;
        if (holds(row.failed, code)) found = Guarded::failed;
    }
    return found;
}

bool says_commenced(std::string_view jurisdiction, std::string_view code) {
    const auto row = std::ranges::find(not_commenced, jurisdiction, &NotCommenced::jurisdiction);
    const auto& codes = row == not_commenced.end() ? not_commenced.front().codes : row->codes;
    return std::ranges::find(codes, code) == codes.end();
}

std::string_view taken_back(std::string_view code) {
    const std::string_view national = national_code(code);
    if (national == outcome::competent) return outcome::not_competent;
    if (national == outcome::recognised) return outcome::not_recognised;
    if (national == outcome::satisfactory) return outcome::not_satisfactory;
    if (code == "2") return "3";  // New Zealand
    const bool achieved = code == "A" || code == "CR" || code == "E" || code == "M";
    return achieved ? "NC" : std::string_view();
}

}  // namespace provost::enrolment

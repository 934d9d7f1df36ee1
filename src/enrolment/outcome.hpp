// Outcome codes as lists of data, one per jurisdiction and release, and the sets that rules ask, kept apart:
// successful, final for finalising and reporting, and what a grade may overwrite. docs/rooms/results.md has them as
// tables.
#pragma once

#include <provost/base/time.hpp>

#include <algorithm>
#include <span>
#include <string_view>

namespace provost::enrolment {

struct OutcomeCode {
    std::string_view code;
    std::string_view meaning;
    bool successful;      // fulfils a prerequisite, counts towards a credential
    bool final;           // ends the activity in a statutory file
    bool failed = false;  // ended after training or assessment, without success
    Day from{Day::min()};
    Day until{Day::max()};  // the last day on which it may be given
};

/// The codes of a jurisdiction in one release, and the days on which that release is in force. [WIS-AG-09]
struct OutcomeList {
    std::string_view jurisdiction;
    std::string_view release;
    Day from;
    Day until;
    std::span<const OutcomeCode> codes;
};

/// All lists, those of a jurisdiction in the order of their days.
[[nodiscard]] std::span<const OutcomeList> outcome_lists();
/// The list of a jurisdiction and release (empty: any) in force on a day; null when there is none.
[[nodiscard]] const OutcomeList* find_outcome_list(std::string_view jurisdiction, std::string_view release, Day day);
/// The row of a code in a list, on whatever day; null when there is none.
[[nodiscard]] const OutcomeCode* find_outcome(const OutcomeList& list, std::string_view code);
/// The same, of a code that may be given on that day.
[[nodiscard]] const OutcomeCode* find_outcome(const OutcomeList& list, std::string_view code, Day day);
/// The row of a code in any list of a jurisdiction, the latest first; null when there is none.
[[nodiscard]] const OutcomeCode* find_outcome_anywhere(std::string_view jurisdiction, std::string_view code);

[[nodiscard]] inline bool is_final(const OutcomeList& list, std::string_view code) {
    const OutcomeCode* row = find_outcome(list, code);
    return row != nullptr && row->final;
}
[[nodiscard]] inline bool is_successful(const OutcomeList& list, std::string_view code) {
    const OutcomeCode* row = find_outcome(list, code);
    return row != nullptr && row->successful;
}

/// What a grade may overwrite: not `final`, and `failed` only where the rule allows it. A preset, as data: it is about
/// grades alone and says nothing of what is final for reporting. [WIS-AG-09, WIS-AG-10]
struct GuardSet {
    std::string_view name;
    std::string_view jurisdiction;  // empty: every one that has no row of its own
    std::span<const std::string_view> final;
    std::span<const std::string_view> failed;

    [[nodiscard]] bool holds_final(std::string_view code) const {
        return std::ranges::find(final, code) != final.end();
    }
    [[nodiscard]] bool holds_failed(std::string_view code) const {
        return std::ranges::find(failed, code) != failed.end();
    }
};

/// A preset for a jurisdiction; null when there is none of that name.
[[nodiscard]] const GuardSet* find_guard_set(std::string_view name, std::string_view jurisdiction);

/// The row of a code in the national list of release 8.0 (with the internal 00); null when there is none.
[[nodiscard]] const OutcomeCode* find_outcome(std::string_view code);

[[nodiscard]] inline bool is_final(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->final;
}
[[nodiscard]] inline bool is_successful(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->successful;
}

/// What a successful outcome is when its achievement is taken back; empty when nothing was assessed here.
[[nodiscard]] std::string_view taken_back(std::string_view code);

/// Whether the code says that somebody left before the end, or went on elsewhere: finalising writes it. [FIN-WDR-05]
[[nodiscard]] inline bool says_left(std::string_view code) { return code == "40" || code == "41" || code == "61"; }

/// Whether the code is one of recognition or credit: assessed or acknowledged, without any training. [FIN-REP-06]
[[nodiscard]] inline bool is_recognition(std::string_view code) { return code == "51" || code == "52" || code == "60"; }

/// The internal outcome "not yet commenced"; never written to a statutory file.
inline constexpr std::string_view not_yet_commenced = "00";

}  // namespace provost::enrolment

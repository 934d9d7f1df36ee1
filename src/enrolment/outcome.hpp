// Outcome codes as lists of data, one per jurisdiction and release, and the sets that rules ask, kept apart:
// successful, final for finalising and reporting, and what a grade may overwrite. docs/rooms/results.md has them as
// tables.
#pragma once

#include <provost/base/time.hpp>

#include <cstdint>
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
    Day until{Day::max()};        // the last day on which it may be given
    std::string_view national{};  // the national code that one of a state, or of earlier years, stands for
};

/// The codes that rules name.
namespace outcome {
inline constexpr std::string_view competent = "20", not_competent = "30", withdrawn = "40", closed = "41";
inline constexpr std::string_view recognised = "51", not_recognised = "52", credit = "60", superseded = "61";
inline constexpr std::string_view continuing = "70", satisfactory = "81", not_satisfactory = "82", not_started = "85";
}  // namespace outcome

/// The internal outcome "not yet commenced"; never written to a statutory file.
inline constexpr std::string_view not_yet_commenced = "00";

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

/// The list by which files of a state and release are written: its own where it has one, else the national one; null
/// when the release has none. `jurisdiction` is as in the lists, or any other word. [FIN-WDR-08]
[[nodiscard]] const OutcomeList* outcome_list_of(std::string_view jurisdiction, std::string_view release);

/// Outcomes of a unit that has not commenced, for the check of access rules. [WIS-ER-06]
struct NotCommenced {
    std::string_view jurisdiction;
    std::span<const std::string_view> codes;
};

/// Whether a unit with this outcome has commenced; of one without, the caller knows. A jurisdiction that has no list of
/// its own has Australia's (AU).
[[nodiscard]] bool says_commenced(std::string_view jurisdiction, std::string_view code);

/// The row of a code in any list, the national one of release 8.0 first; null when there is none. What is stored does
/// not name its list, and no code is final or a success in one list and not in another.
[[nodiscard]] const OutcomeCode* find_outcome(std::string_view code);

/// Whether a stored outcome ends the activity, whoever's list it is from. [WIS-AG-09, FIN-ORD-03]
[[nodiscard]] inline bool is_final(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->final;
}
/// The same, by a list where that has the code.
[[nodiscard]] inline bool is_final(const OutcomeList& list, std::string_view code) {
    const OutcomeCode* row = find_outcome(list, code);
    return row != nullptr ? row->final : is_final(code);
}
[[nodiscard]] inline bool is_successful(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->successful;
}

/// The national code that a stored one stands for; itself when it stands for no other. [FIN-WDR-08]
[[nodiscard]] std::string_view national_code(std::string_view code);

/// How a list tells of a stored outcome on a day: itself where the list has it, else the national code that it stands
/// for. What is neither is as it was stored: a finding. [FIN-WDR-08]
[[nodiscard]] std::string_view told_by(const OutcomeList& list, std::string_view code, Day day);

/// What a set says of an outcome that a grade would overwrite. [WIS-AG-09, WIS-AG-10]
enum class Guarded : std::uint8_t {
    no,
    failed,  ///< replaced only where the rule allows it
    final,   ///< stays
};

/// A set of what a grade may overwrite is a preset, as data: about grades alone, it says nothing of what is final for
/// reporting. It holds codes of all jurisdictions, since what stands there may be of another one than the rule's. An
/// unknown set guards everything. [WIS-AG-09, WIS-AG-10]
[[nodiscard]] Guarded guarded_by(std::string_view set, std::string_view code);
[[nodiscard]] bool has_guard_set(std::string_view name);

/// What a successful outcome is when its achievement is taken back; empty when nothing was assessed here.
[[nodiscard]] std::string_view taken_back(std::string_view code);

/// Whether the code says that somebody left before the end, or went on elsewhere: finalising writes it. [FIN-WDR-05]
[[nodiscard]] inline bool says_left(std::string_view code) {
    const std::string_view national = national_code(code);
    return national == outcome::withdrawn || national == outcome::closed || national == outcome::superseded;
}

/// Whether the code is one of recognition or credit: assessed or acknowledged, without any training. [FIN-REP-06]
[[nodiscard]] inline bool is_recognition(std::string_view code) {
    const std::string_view national = national_code(code);
    return national == outcome::recognised || national == outcome::not_recognised || national == outcome::credit;
}

}  // namespace provost::enrolment

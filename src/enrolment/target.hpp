// Whom training is reported to, and the releases of the standard: data, so that another state is another row. What a
// target asks for beyond the national rules concerns program enrolments that name it, and no other. FIN-ORD-11
#pragma once

#include "base/list_text.hpp"
#include "enrolment/outcome.hpp"

#include <provost/base/result.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace provost::enrolment {

/// When a unit that has not begun (the internal 00) makes a record, with the code for "not yet started". [FIN-WDR-09]
enum class NotStarted : std::uint8_t {
    while_ahead,  ///< while the learner stays enrolled and the start lies after the submission and in the year
    always,       ///< also when the learner left before the unit began
};

/// Who collects training activity. An empty code or a zero means that the target has no such rule.
struct Target {
    std::string_view name;  ///< "nsw-smart-and-skilled"; what ProgramEnrolment.target names
    std::string_view title;
    std::string_view jurisdiction;     ///< "national", "nsw": whose list of outcome codes holds, where there is one
    bool state_part = false;           ///< whether its records hold the fields for states
    std::string_view not_completed{};  ///< outcome identifier - training organisation, of who left [FIN-WDR-07]
    std::string_view deferred{};       ///< the same, of who pauses [FIN-DEF-02]
    NotStarted not_started = NotStarted::while_ahead;
    std::string_view superseded =
        outcome::superseded;               ///< outcome of an unfinished unit that another one replaces [FIN-TRN-05]
    std::int64_t most_programs = 0;        ///< program identifiers in one chain of transitions [FIN-TRN-03]
    bool has_commitments = false;          ///< issues commitment ids [FIN-TRN-01]
    bool narrows_transitions = false;      ///< asks only for some rows of a superseded program [FIN-TRN-08]
    bool zero_fills_organisation = false;  ///< its identifier with zeros in front, ten characters in all
};

/// A release of the standard.
struct Release {
    std::string_view name;         ///< "8.0"
    std::string_view not_started;  ///< code of a unit that has not begun; empty: the release has none [FIN-WDR-09]
    bool numbers_modes = false;    ///< delivery modes are numbers, one at a time
};

inline constexpr std::string_view national_target = "national";

/// All targets, the national one first.
[[nodiscard]] std::span<const Target> targets();
/// Null when there is none of that name.
[[nodiscard]] const Target* find_target(std::string_view name);
/// The target of a program enrolment; the national one when it names none.
[[nodiscard]] const Target& target_of(std::string_view name);

/// The row of an outcome code that may be given on that day to training that is reported to a target: of its own list,
/// else of the national one; null when there is none. [FIN-ORD-03]
[[nodiscard]] const OutcomeCode* find_outcome_for(std::string_view target, std::string_view code, Day day);

/// Whether such training ends with the code. [FIN-ORD-03, FIN-WDR-05]
[[nodiscard]] inline bool is_final_for(std::string_view target, std::string_view code, Day day) {
    const OutcomeCode* row = find_outcome_for(target, code, day);
    return row != nullptr && row->final;
}

[[nodiscard]] std::span<const Release> releases();
[[nodiscard]] const Release* find_release(std::string_view name);

/// The names of targets or releases, for whoever named none of them: "8.0, 7.0".
[[nodiscard]] std::string names_of(const auto& list) {
    std::string names;
    for (const auto& one : list) add_to_list(names, one.name);
    return names;
}

}  // namespace provost::enrolment

// What a program enrolment still lacks to be completed: final outcomes, fields of statutory files, its checklist.
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

/// What stands in the way.
[[nodiscard]] inline Reason lack(Code code, std::vector<Parameter> parameters = {}) {
    return {code, Mark::not_met, std::move(parameters), {}, {}};
}

/// What was found: what keeps the program enrolment from being completed, and what somebody should know.
struct Completion {
    std::vector<Reason> lacks;
    std::vector<Reason> notes;
};

/// Whom and what a completion is judged of.
struct Completing {
    const people::Learner& learner;
    const enrolment::ProgramEnrolment& program;
    const std::vector<WorkedUnit>& units;
    Day day;                // of the status
    Day today;              // on which it is told
    bool reported = false;  // whether the organisation makes statutory files
};

/// [FIN-ORD-02, FIN-ORD-03, FIN-ORD-04, FIN-ORD-05]
[[nodiscard]] Completion judge_completion(const Completing& completing);

/// What the keys of credentials that are due begin with. [FIN-CRD-02, FIN-CRD-04]
inline constexpr std::string_view credential_item = "credential:";
/// What the keys of surveys begin with: they are offered, and nothing waits for them. [FIN-CRD-01]
inline constexpr std::string_view survey_item = "survey:";

}  // namespace provost::finalise

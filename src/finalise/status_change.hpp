// Another status of a program enrolment: its reason, the history, the checklist, and the tasks that follow, in this
// order and before anything else. [FIN-ORD-01, FIN-ORD-13]
#pragma once

#include "enrolment/program_status.hpp"
#include "plan/decision.hpp"

#include <provost/finalise/program.hpp>

namespace provost::finalise {

/// A line of the report: a step, in the order in which it is done. [FIN-ORD-01]
void add_step(Decision& decision, std::string_view group, std::string item, Code what, std::string_view before,
              std::string_view after);

/// A change of status as it is asked for.
struct StatusChange {
    const enrolment::ProgramStatus& status;
    std::string_view reason_key;
    Day day;
    std::string_view words;
};

/// The reason that is named; refuses one that the list lacks, and none where the list wants one. [FIN-ORD-13]
struct ReasonOfStatus {
    const enrolment::StatusReason* reason = nullptr;
    bool right = false;
};
[[nodiscard]] ReasonOfStatus reason_of(const enrolment::ProgramStatus& status, std::string_view key,
                                       Decision& decision);

/// Gives the program enrolment the status and puts it, keeps what it had, and tells of it: the first step.
/// [FIN-ORD-01]
Id<enrolment::ProgramChange> change_status(enrolment::ProgramEnrolment& program, const StatusChange& change, Code what,
                                           Context& context, Decision& decision);

/// Items that it has not, as open ones. [FIN-ORD-02]
void add_items(enrolment::ProgramEnrolment& program, const std::vector<std::string>& items, Decision& decision);

/// The tasks of a status and of its reason: what the host has to carry out besides. [FIN-ORD-01, FIN-ORD-13]
void add_tasks(const enrolment::ProgramEnrolment& program, const enrolment::ProgramStatus& status,
               const enrolment::StatusReason* reason, Decision& decision);

}  // namespace provost::finalise

// The history of program enrolments, and of units that are final.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// Something that was done to a program enrolment, or to a unit that is final, for whoever looks at its history. Since
/// 0.1. [FIN-ORD-01, FIN-ORD-14]
struct ProgramChange {
    Id<ProgramChange> id;
    std::int64_t version = 0;
    Id<ProgramEnrolment> program_enrolment;
    Id<people::Learner> learner;
    Id<Activity> activity;
    std::optional<Instant> recorded;
    std::string actor;
    std::string status_before;
    std::string reason_before;
    std::optional<Day> status_on_before;
    std::string status;
    std::string status_reason;
    std::optional<Day> status_on;
    Code code;
    std::string reason;
    std::string before;
    std::string after;
};

}  // namespace provost::enrolment

PROVOST_DESCRIBE(provost::enrolment::ProgramChange, record, "program_change", "What was done to a program enrolment.",
                 PROVOST_INDEXES({"program_enrolment", false, {"program_enrolment"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Always 1."),
                 PROVOST_FIELD(program_enrolment, "To which program enrolment."),
                 PROVOST_FIELD(learner, "Whose it is."),
                 PROVOST_FIELD(activity, "Which unit it was done to: amended, or taken to another program."),
                 PROVOST_FIELD(recorded, "When it was told."),
                 PROVOST_FIELD(actor, "Who asked: the login of an administrator, or learner:<id>; absent: the host."),
                 PROVOST_FIELD(status_before, "Status before."), PROVOST_FIELD(reason_before, "Its reason."),
                 PROVOST_FIELD(status_on_before, "Since when it had it."), PROVOST_FIELD(status, "Status after."),
                 PROVOST_FIELD(status_reason, "Its reason, from the list of the status."),
                 PROVOST_FIELD(status_on, "Since when it has it."), PROVOST_FIELD(code, "What it was."),
                 PROVOST_FIELD(reason, "Why, in words.").at_most(1000).personal(),
                 PROVOST_FIELD(before, "Of amended statements: members that changed, with their values before."),
                 PROVOST_FIELD(after, "Of amended statements: members that changed, with their values after."));

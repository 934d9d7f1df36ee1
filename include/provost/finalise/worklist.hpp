// The list of program enrolments that should be finalised.
#pragma once

#include <provost/condition/reason.hpp>
#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// A program enrolment that should be finalised, why, and what is missing for it. Since 0.1. [FIN-ORD-12]
struct WorklistLine {
    Id<enrolment::ProgramEnrolment> program_enrolment;
    Id<people::Learner> learner;
    std::string program;
    std::string status;
    std::vector<Reason> why;
    std::vector<Reason> missing;
};

/// What a finished worklist says. Since 0.1. [FIN-ORD-12]
struct WorklistSummary {
    std::int64_t looked_at = 0;
    std::int64_t listed = 0;
    bool moved = false;
};

}  // namespace provost::finalise

PROVOST_DESCRIBE(provost::finalise::WorklistLine, document, "worklist_line",
                 "A program enrolment that should be finalised.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(program_enrolment, "Which one."), PROVOST_FIELD(learner, "Id of the learner."),
                 PROVOST_FIELD(program, "Code of the program."), PROVOST_FIELD(status, "Its status."),
                 PROVOST_FIELD(why, "Why it should be finalised."),
                 PROVOST_FIELD(missing, "What is missing for that; absent: nothing."));

PROVOST_DESCRIBE(provost::finalise::WorklistSummary, document, "worklist_summary", "What a finished worklist says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(looked_at, "Program enrolments that were looked at."),
                 PROVOST_FIELD(listed, "Those that should be finalised."),
                 PROVOST_FIELD(moved, "True when the store changed meanwhile: lines may stem from different moments."));

// finalise.cancel_commitment, finalise.record_commitment: what a state authority committed to. [FIN-TRN-01]
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/finalise/program.hpp>

namespace provost::finalise {

struct CommitmentFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    One<enrolment::ProgramEnrolment> program_enrolment;
    Many<enrolment::ProgramEnrolment> programs;
    Many<enrolment::Activity> activities;
    Many<enrolment::ReportedActivity> reported;
};

template <class Request, class Facts = CommitmentFacts>
inline constexpr auto commitment_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(program_enrolment, "learner_program(learner.id, program.id)", "program.not-enrolled"_code),
        PROVOST_SLOT(programs, "learner(learner.id)"),
        PROVOST_SLOT(activities, "program_enrolment(program_enrolment.id)"),
        PROVOST_SLOT(reported, "program_enrolment(program_enrolment.id)"),
    }));
}();

void cancel_commitment(const CancelCommitment& request, const CommitmentFacts& facts, Context& context,
                       Decision& decision);
void record_commitment(const RecordCommitment& request, const CommitmentFacts& facts, Context& context,
                       Decision& decision);

}  // namespace provost::finalise

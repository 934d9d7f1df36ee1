// enrolment.describe_training: what statutory files say of all activities of a program enrolment.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/training_details.hpp>

namespace provost::enrolment {

struct DescribeTrainingFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    Many<ProgramEnrolment> program_enrolment;
    Many<TrainingDetails> existing;  // read so that the change is told from what it was
};

template <class Facts = DescribeTrainingFacts>
inline constexpr auto describe_training_fetch = [] {
    return fetch_plan<DescribeTraining>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(program_enrolment, "learner_program(learner.id, program.id)"),
        PROVOST_SLOT(existing, "program_enrolment(program_enrolment.id)"),
    }));
}();

void describe_training(const DescribeTraining& request, const DescribeTrainingFacts& facts, Context& context,
                       Decision& decision);

}  // namespace provost::enrolment

// Who approves a request: the steps of a registration type, with the people who may answer each. [IMC-REG-01]
#pragma once

#include "clearances/acting.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/people/group.hpp>

namespace provost::registration {

/// How registration goes in a course: its own settings, or those of its provider. [IMC-CT-12]
struct Process {
    organisation::RegistrationType type = organisation::RegistrationType::self_direct;
    std::vector<organisation::ApprovalStep> steps;
};
[[nodiscard]] Process process_of(const catalogue::Settings& settings,
                                 const One<organisation::RegistrationProcess>& of_provider);

/// Who asks for whom, and the groups that steps name.
struct Asking {
    const people::Learner& learner;
    const clearances::ActingFacts& acting;
    const Many<people::Group>& groups;
    const Context& context;
};

/// The steps with the people who may answer; one that nobody can answer comes to the administrators. A step whose
/// approver it is who asks counts as approved. [IMC-REG-08, IMC-REG-09, IMC-REG-13]
[[nodiscard]] std::vector<enrolment::StepOfApproval> steps_of(const Process& process, const Asking& asking,
                                                              Decision& decision);

/// The step that waits for an answer; null when all are approved.
[[nodiscard]] enrolment::StepOfApproval* open_step(std::vector<enrolment::StepOfApproval>& steps);

/// Works out whether there is somebody who can answer a step, as of now; else it comes to the administrators, with a
/// note. [IMC-REG-08, IMC-REG-09]
void find_approver(enrolment::StepOfApproval& step, const Asking& asking, Decision& decision);

/// Whether whoever asks may answer a step.
[[nodiscard]] bool may_answer(const enrolment::StepOfApproval& step, const Asking& asking);

/// Answers a step.
void answer(enrolment::StepOfApproval& step, enrolment::StepState state, const Context& context);

}  // namespace provost::registration

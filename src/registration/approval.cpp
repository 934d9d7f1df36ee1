// Steps of approvals.
#include "registration/approval.hpp"

namespace provost::registration {

namespace {

using enrolment::StepOfApproval;
using enrolment::StepState;
using organisation::ApprovalStep;
using organisation::Approver;
using organisation::RegistrationType;

// IMC-REG-03, IMC-REG-04, IMC-REG-05: what each type asks, in this order.
std::vector<ApprovalStep> steps_of_type(RegistrationType type, const std::vector<ApprovalStep>& own) {
    const ApprovalStep supervisor{Approver::supervisor, std::nullopt, {}, false};
    const ApprovalStep administrator{Approver::administrator, std::nullopt, {}, false};
    switch (type) {
        case RegistrationType::self_supervisor: return {supervisor};
        case RegistrationType::self_admin: return {administrator};
        case RegistrationType::self_supervisor_and_admin: return {supervisor, administrator};
        case RegistrationType::multi_step:
            if (!own.empty()) return own;
            return {administrator};  // nobody is let in unasked
        default: return {};
    }
}

const people::Group* find_group(const Asking& asking, const std::string& key) {
    for (const people::Group& group : asking.groups) {
        if (group.key == key) return &group;
    }
    return nullptr;
}

// Of whom nothing is known yet he is: what is decided then is thrown away, and nobody else need be looked up meanwhile.
bool is_there(std::int64_t person, const Asking& asking) {
    const auto found = asking.context.one<people::Learner>(person);
    return !found || (*found && people::is_known(**found));
}

// IMC-REG-05: the direct supervisor, or the one so many levels above, as of now; nobody when there is none.
std::optional<std::int64_t> supervisor_for(const StepOfApproval& step, const Asking& asking) {
    if (!asking.acting.supervision) return std::nullopt;
    const auto& above = asking.acting.supervision->supervisors;
    const auto level = static_cast<std::size_t>(step.level.value_or(1));
    if (level > above.size() || !is_there(above[level - 1], asking)) return std::nullopt;
    return above[level - 1];
}

// IMC-REG-08, IMC-REG-09: somebody other than the learner must be able to answer.
bool has_approver(const StepOfApproval& step, const Asking& asking) {
    if (step.approver == Approver::administrator) return true;
    if (step.approver == Approver::supervisor) return supervisor_for(step, asking).has_value();
    const people::Group* group = find_group(asking, step.group);
    return group != nullptr && std::ranges::any_of(group->members, [&](std::int64_t member) {
               return member != asking.learner.id.value && is_there(member, asking);
           });
}

}  // namespace

Process process_of(const catalogue::Settings& settings, const One<organisation::RegistrationProcess>& of_provider) {
    Process process{settings.registration_type.value_or(RegistrationType::self_direct), settings.approval_steps};
    if (!of_provider) return process;
    process.type = of_provider->registration_type.value_or(process.type);
    if (!of_provider->approval_steps.empty()) process.steps = of_provider->approval_steps;
    return process;
}

bool may_answer(const StepOfApproval& step, const Asking& asking) {
    if (asking.context.by_host) return true;
    const clearances::Roles roles = clearances::roles_of(asking.acting, asking.learner, asking.context);
    if (roles.self) return false;  // IMC-REG-08
    if (step.approver == Approver::administrator || step.fallback) return roles.administrator;
    if (!asking.acting.person) return false;
    const auto who = asking.acting.person->id.value;
    if (step.approver == Approver::supervisor) return supervisor_for(step, asking) == who;
    const people::Group* group = find_group(asking, step.group);
    return group != nullptr && std::ranges::binary_search(group->members, who);
}

void find_approver(StepOfApproval& step, const Asking& asking, Decision& decision) {
    const bool was_theirs = std::exchange(step.fallback, !has_approver(step, asking));
    if (step.fallback && !was_theirs) decision.note("approval.no-approver"_code);
}

void answer(StepOfApproval& step, StepState state, const Context& context) {
    step.state = state;
    step.answered_by = context.asked_by;
    step.answered_at = context.effective;
}

std::vector<StepOfApproval> steps_of(const Process& process, const Asking& asking, Decision& decision) {
    std::vector<StepOfApproval> steps;
    for (const ApprovalStep& asked : steps_of_type(process.type, process.steps)) {
        StepOfApproval& step = steps.emplace_back();
        step.approver = asked.approver;
        step.level = asked.level;
        step.group = asked.group;
        step.reason_required = asked.reason_required;
        find_approver(step, asking, decision);
        const bool by_supervisor = asked.approver == Approver::supervisor;
        if (const auto who = by_supervisor ? supervisor_for(step, asking) : std::nullopt) step.people.push_back(*who);
        // IMC-REG-13: recorded as such. The host that asks in nobody's name approves nothing.
        const bool by_person = !asking.context.head.actor.empty() && !asking.context.by_host;
        if (by_person && may_answer(step, asking)) answer(step, StepState::approved, asking.context);
    }
    return steps;
}

StepOfApproval* open_step(std::vector<StepOfApproval>& steps) {
    const auto open = std::ranges::find(steps, StepState::open, &StepOfApproval::state);
    return open == steps.end() ? nullptr : &*open;
}

}  // namespace provost::registration

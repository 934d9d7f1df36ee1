// How learners come to a place: directly, or by a request that others approve. Said by a course, or by its organiser.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::organisation {

/// Registration types. Since 0.1. [IMC-REG-01]
enum class RegistrationType : std::uint8_t {
    self_direct,
    self_supervisor,
    self_admin,
    self_supervisor_and_admin,
    multi_step,
    third_party_only,
};

/// Who may approve a step. Since 0.1. [IMC-REG-05]
enum class Approver : std::uint8_t { supervisor, group, administrator };

/// A step of an approval: one positive answer is enough, one refusal ends the request. Since 0.1. [IMC-REG-05]
struct ApprovalStep {
    Approver approver = Approver::supervisor;
    std::optional<std::int64_t> level;
    std::string group;
    bool reason_required = false;
};

/// How registration goes in the courses of a provider, whatever these say: what is absent is theirs. Its seats and
/// prerequisites are never a provider's. Since 0.1. [IMC-CT-12]
struct RegistrationProcess {
    Id<RegistrationProcess> id;
    std::int64_t version = 0;
    std::string provider;
    std::optional<RegistrationType> registration_type;
    std::vector<ApprovalStep> approval_steps;
    std::optional<bool> messages;
};

}  // namespace provost::organisation

template <>
struct provost::Choices<provost::organisation::RegistrationType> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "self_direct", "Learners register themselves."},
        {1, "self_supervisor", "Learners ask, the supervisor approves."},
        {2, "self_admin", "Learners ask, an administrator approves."},
        {3, "self_supervisor_and_admin", "Learners ask, the supervisor and then an administrator approve."},
        {4, "multi_step", "Learners ask, and the steps that the course says approve one after the other."},
        {5, "third_party_only", "Learners can not register themselves."},
    });
};

template <>
struct provost::Choices<provost::organisation::Approver> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "supervisor", "A supervisor of the learner."},
        {1, "group", "Anybody in a group."},
        {2, "administrator", "Anybody who may register learners."},
    });
};

PROVOST_DESCRIBE(provost::organisation::ApprovalStep, document, "approval_step", "A step of an approval.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(approver, "Who may approve."),
                 PROVOST_FIELD(level, "Which of the learner's supervisors; absent or 1: the direct one.")
                     .between(1, 20, "value.out-of-range"),
                 PROVOST_FIELD(group, "Key of the group.").at_most(40),
                 PROVOST_FIELD(reason_required, "Whether an answer needs a reason."));

PROVOST_DESCRIBE(
    provost::organisation::RegistrationProcess, record, "registration_process",
    "How registration goes in the courses of a provider.", PROVOST_INDEXES({"provider", true, {"provider"}}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(provider, "Key of the provider.").required().at_most(40),
    PROVOST_FIELD(registration_type, "How learners come to a place; absent: as the course says."),
    PROVOST_FIELD(approval_steps, "Who approves, with multi_step; absent: as the course says.").at_most(20),
    PROVOST_FIELD(messages, "Whether changes of state make messages; absent: yes."));

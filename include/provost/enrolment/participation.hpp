// What stands beside a place: the waiting list of its course, who must approve it, and what was done to it.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// Somebody on a waiting list who was passed over, and why. Since 0.1. [IMC-WL-05]
struct PassedOver {
    Id<Enrolment> enrolment;
    Code code;
    std::optional<Instant> at;
};

/// The waiting list of a course, in the order in which its places come in. Since 0.1. [IMC-WL-04]
struct WaitingList {
    Id<WaitingList> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    std::vector<std::int64_t> enrolments;
    std::vector<std::int64_t> learners;
    std::vector<PassedOver> passed_over;
};

/// How a step of an approval stands. Since 0.1.
enum class StepState : std::uint8_t { open, approved, refused };

/// A step of the approval of one request, with the people who may answer it. Since 0.1. [IMC-REG-05]
struct StepOfApproval {
    organisation::Approver approver = organisation::Approver::supervisor;
    std::vector<std::int64_t> people;
    std::optional<std::int64_t> level;
    std::string group;
    bool reason_required = false;
    bool fallback = false;
    StepState state = StepState::open;
    std::string answered_by;
    std::optional<Instant> answered_at;
};

/// Who has approved a request, and who must still. Since 0.1. [IMC-REG-03]
struct Approval {
    Id<Approval> id;
    std::int64_t version = 0;
    Id<Enrolment> enrolment;
    std::vector<StepOfApproval> steps;
};

/// Something that was done to a place, besides making it and results. Since 0.1. [IMC-PART-07, IMC-PART-11]
struct ParticipantChange {
    Id<ParticipantChange> id;
    std::int64_t version = 0;
    Id<Enrolment> enrolment;
    Id<people::Learner> learner;
    std::optional<Instant> effective;
    std::optional<Instant> recorded;
    std::string actor;
    State start_state = State::none;
    State target_state = State::none;
    Code code;
    std::string reason;
    std::string before;
    std::string after;
    std::optional<Decimal> fee_percent;
    std::optional<Decimal> fee;
    std::string currency;
};

}  // namespace provost::enrolment

template <>
struct provost::Choices<provost::enrolment::StepState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "open", "Nobody has answered."},
        {1, "approved", "Approved."},
        {2, "refused", "Refused: the request is over."},
    });
};

PROVOST_DESCRIBE(provost::enrolment::PassedOver, document, "passed_over", "Somebody who was passed over.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(enrolment, "Whose place."), PROVOST_FIELD(code, "Why."),
                 PROVOST_FIELD(at, "When that was last so."));

PROVOST_DESCRIBE(provost::enrolment::WaitingList, record, "waiting_list", "Who waits for a course.",
                 PROVOST_INDEXES({"course", true, {"course"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(course, "The course."),
                 PROVOST_FIELD(enrolments, "Ids of the places that wait, in their order."),
                 PROVOST_FIELD(learners, "Ids of the learners who have them, in the same order."),
                 PROVOST_FIELD(passed_over, "Those of them who could not come in when it was their turn."));

PROVOST_DESCRIBE(provost::enrolment::StepOfApproval, document, "step_of_approval", "A step of an approval.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(approver, "Who may answer."),
                 PROVOST_FIELD(people, "Ids of the supervisors who were asked; who may answer is worked out then."),
                 PROVOST_FIELD(level, "Which of the learner's supervisors may; absent or 1: the direct one."),
                 PROVOST_FIELD(group, "Key of the group whose members may."),
                 PROVOST_FIELD(reason_required, "Whether an answer needs a reason."),
                 PROVOST_FIELD(fallback,
                               "It came to the administrators because nobody else could answer, when it was asked or "
                               "answered."),
                 PROVOST_FIELD(state, "How it stands."),
                 PROVOST_FIELD(answered_by, "Who answered: the login of an administrator, or learner:<id>."),
                 PROVOST_FIELD(answered_at, "When."));

PROVOST_DESCRIBE(provost::enrolment::Approval, record, "approval", "Who approves a request.",
                 PROVOST_INDEXES({"enrolment", true, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(enrolment, "The request."),
                 PROVOST_FIELD(steps, "Its steps, in their order."));

PROVOST_DESCRIBE(provost::enrolment::ParticipantChange, record, "participant_change", "What was done to a place.",
                 PROVOST_INDEXES({"enrolment", false, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Always 1."), PROVOST_FIELD(enrolment, "To which place."),
                 PROVOST_FIELD(learner, "Whose place it is."), PROVOST_FIELD(effective, "When it holds."),
                 PROVOST_FIELD(recorded, "When it was told."),
                 PROVOST_FIELD(actor, "Who asked: the login of an administrator, or learner:<id>; absent: the host."),
                 PROVOST_FIELD(start_state, "State before."), PROVOST_FIELD(target_state, "State after."),
                 PROVOST_FIELD(code, "What it was, or why."),
                 PROVOST_FIELD(reason, "Why, in words.").at_most(1000).personal(),
                 PROVOST_FIELD(before, "Members that changed, with their values before."),
                 PROVOST_FIELD(after, "Members that changed, with their values after."),
                 PROVOST_FIELD(fee_percent, "Percent of the price that a cancellation costs."),
                 PROVOST_FIELD(fee, "What that comes to."), PROVOST_FIELD(currency, "In which currency."));

// What is done to participants: leaving, moving, replacing, pausing, beginning, concluding, correcting.
#pragma once

#include <provost/registration/registration.hpp>

namespace provost::registration {

/// Because of what a place ends early. Since 0.1. [IMC-CAN-06]
enum class Because : std::uint8_t { participant, provider, unprepared, logic, parent, expired, rebooked };

/// Ends a place early. Since 0.1. [IMC-PART-04, FIN-WDR-02]
struct CancelPlace {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    Because because = Because::participant;
    std::optional<std::int64_t> hours_attended;
    std::string reason;
};

/// Ends one's own place early, or that of somebody whom one may act for. Since 0.1. [IMC-PART-04]
struct GiveUpPlace {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string reason;
};

/// Cancels several learners of a course; each has a result of his own. Since 0.1. [IMC-PART-08]
struct CancelMany {
    Head head;
    Ref<catalogue::Course> course;
    std::vector<std::string> learners;
    Because because = Because::participant;
    std::string reason;
};

/// Takes a participant to another course. Since 0.1. [IMC-PART-05]
struct MovePlace {
    Head head;
    Ref<catalogue::Course> from_course;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    bool allow_other_template = false;
    std::string reason;
    std::string override_reason;
};

/// Gives the place of a participant to somebody else. Since 0.1. [IMC-PART-06]
struct ReplaceParticipant {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> leaves;
    Ref<people::Learner> learner;
    std::string reason;
    std::string override_reason;
};

/// Changes what stands about a registration. Since 0.1. [IMC-PART-07]
struct ChangeRegistration {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<Instant> due_at;
    std::optional<Instant> planned_start_at;
    std::optional<Instant> planned_end_at;
    std::optional<Instant> expires_at;
    std::optional<Day> valid_until;
    std::optional<enrolment::Obligation> obligation;
    std::string order_reference;
    std::vector<std::string> clear;
    std::string reason;
};

/// Moves a participant to another state: on hold, back from it, begun; or, as a correction, where the state should have
/// been. Since 0.1. [IMC-PART-02, IMC-PART-09, IMC-PART-13]
struct ChangeState {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<enrolment::State> state;
    std::optional<Day> resumes_on;
    bool correction = false;
    std::string reason;
};

/// Concludes a participant. Since 0.1. [IMC-PART-03, IMC-MT-05]
struct Conclude {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<bool> passed;
    std::optional<Day> valid_until;
    std::string reason;
};

/// Whether somebody may enter a course to learn, or only read, or not at all. Since 0.1. [IMC-REG-12]
struct MayEnter {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// What happened to a participant, in the order of time. Since 0.1. [IMC-PART-11]
struct History {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

}  // namespace provost::registration

template <>
struct provost::Choices<provost::registration::Because> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "participant", "The participant leaves; the rules of cancellation say what it costs."},
        {1, "provider", "The provider cancels: it costs nothing."},
        {2, "unprepared", "Prerequisites were not fulfilled in time: it costs nothing."},
        {3, "logic", "The learning logic ends it: it costs nothing."},
        {4, "parent", "The place above it was cancelled: it costs nothing."},
        {5, "expired", "The reservation or request ran out: it costs nothing."},
        {6, "rebooked", "Another course of the set was booked: it costs nothing, and the place is moved."},
    });
};

PROVOST_REQUEST(provost::registration::CancelPlace, "cancel_place", "Ends a place early.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(because, "Because of what; absent: participant."),
                PROVOST_FIELD(hours_attended, "Hours attended to date, of a unit; absent: nobody said."),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::GiveUpPlace, "give_up_place", "Ends one's own place early.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::CancelMany, "cancel_many", "Cancels several learners of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learners, "Logins of the learners.").required().at_most(10'000).personal(),
                PROVOST_FIELD(because, "Because of what; absent: participant."),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::MovePlace, "move_place", "Takes a participant to another course.",
                PROVOST_FIELD(from_course, "External id of the course that the participant is in.").required(),
                PROVOST_FIELD(course, "External id of the other course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(allow_other_template, "The other course may be of another template."),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal(),
                PROVOST_FIELD(override_reason, "Why the learner shall enter although prerequisites are not met.")
                    .at_most(1000)
                    .personal());

PROVOST_REQUEST(provost::registration::ReplaceParticipant, "replace_participant",
                "Gives the place of a participant to somebody else.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(leaves, "Login of the participant who leaves.").required(),
                PROVOST_FIELD(learner, "Login of whoever takes the place.").required(),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal(),
                PROVOST_FIELD(override_reason, "Why the learner shall enter although prerequisites are not met.")
                    .at_most(1000)
                    .personal());

PROVOST_REQUEST(provost::registration::ChangeRegistration, "change_registration",
                "Changes what stands about a registration; what is absent stays.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(due_at, "Until when it should be done."),
                PROVOST_FIELD(planned_start_at, "Planned start."), PROVOST_FIELD(planned_end_at, "Planned end."),
                PROVOST_FIELD(expires_at, "When a reservation or request ends by itself."),
                PROVOST_FIELD(valid_until, "Last day on which the conclusion counts."),
                PROVOST_FIELD(obligation, "Why the learner takes the course."),
                PROVOST_FIELD(order_reference, "What the host's order is called.").at_most(100),
                PROVOST_FIELD(clear, "Names of those of these members that shall have no value.").at_most(10),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(
    provost::registration::ChangeState, "change_state", "Moves a participant to another state.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(state, "on_hold, registered or in_progress; as a correction also passed or failed.").required(),
    PROVOST_FIELD(resumes_on, "On hold: expected day of return."),
    PROVOST_FIELD(correction, "It is a correction, which needs a reason."),
    PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(
    provost::registration::Conclude, "conclude", "Concludes a participant.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(passed, "With success, or without.").required(),
    PROVOST_FIELD(valid_until, "Last day on which the conclusion counts."),
    PROVOST_FIELD(reason, "Why: needed by an administrator whom the course does not name.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::MayEnter, "may_enter", "Whether somebody may enter a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner,
                              "Login of the learner who wants to enter; absent: whoever asks, by his own rights."));

PROVOST_REQUEST(provost::registration::History, "history", "What happened to a participant.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());

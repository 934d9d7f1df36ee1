// Entering courses: registration, and wishes for later.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::registration {

/// Registers a learner in a course, at the effective moment. Since 0.1.
struct RegisterLearner {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    enrolment::State state = enrolment::State::registered;
    std::optional<Instant> due_at;
    std::optional<Instant> start_at;
    std::optional<Instant> end_at;
    enrolment::Obligation obligation = enrolment::Obligation::none;
    std::optional<Day> valid_until;
    std::optional<Instant> expires_at;
    std::string order_reference;
    std::string override_reason;
};

/// Notes that a learner wishes for some later course of a template. Since 0.1.
struct Prebook {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<people::Learner> learner;
    std::string status = "10";
    std::optional<Instant> due_at;
    std::optional<Instant> preferred_start_at;
    std::optional<Instant> end_at;
    enrolment::Obligation obligation = enrolment::Obligation::none;
};

}  // namespace provost::registration

PROVOST_REQUEST(
    provost::registration::RegisterLearner, "register_learner", "Registers a learner in a course.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(state, "State to begin with; historic ones skip the checks of entering.")
        .or_else("enrolment-status.out-of-range"),
    PROVOST_FIELD(due_at, "Until when it should be done."),
    PROVOST_FIELD(start_at, "Start of the participant; planned while not begun."),
    PROVOST_FIELD(end_at, "End of the participant; planned while not concluded."),
    PROVOST_FIELD(obligation, "Why the learner takes the course.").or_else("identification.unknown"),
    PROVOST_FIELD(valid_until, "Last day on which a conclusion counts as a prerequisite; absent: for good."),
    PROVOST_FIELD(expires_at, "When a reservation ends by itself."),
    PROVOST_FIELD(order_reference, "What the host's order is called.").at_most(100),
    PROVOST_FIELD(override_reason,
                  "Why the learner shall enter although prerequisites are not met; needs a right of its own.")
        .at_most(1000)
        .personal());

PROVOST_REQUEST(provost::registration::Prebook, "prebook", "Notes a wish for some later course of a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(status, "Status code of the template table; absent: 10 pre-booked.")
                    .at_most(2)
                    .or_else("enrolment-status.out-of-range"),
                PROVOST_FIELD(due_at, "Until when it should be done."),
                PROVOST_FIELD(preferred_start_at, "Preferred start."), PROVOST_FIELD(end_at, "Wished end."),
                PROVOST_FIELD(obligation, "Why the learner wants the course.").or_else("identification.unknown"));

// Entering courses: prerequisites, registration, wishes for later.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::registration {

/// Whoever enters a course of the template must have achieved the subject. All rows of a template must hold. Since 0.1.
struct Prerequisite {
    Id<Prerequisite> id;
    std::int64_t version = 0;
    Id<catalogue::CourseTemplate> course_template;
    std::string subject;
};

/// Adds a prerequisite to a template. Since 0.1. [IMC-PRE-03]
struct RequireSubject {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    std::string subject;
};

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
};

/// Notes that a learner wishes for some later course of a template. Since 0.1.
struct Prebook {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<people::Learner> learner;
    std::string status;
    std::optional<Instant> due_at;
    std::optional<Instant> preferred_start_at;
    std::optional<Instant> end_at;
    enrolment::Obligation obligation = enrolment::Obligation::none;
};

}  // namespace provost::registration

PROVOST_DESCRIBE(provost::registration::Prerequisite, record, "prerequisite", "A subject that a template requires.",
                 PROVOST_INDEXES({"course_template", false, {"course_template"}},
                                 {"template_subject", true, {"course_template", "subject"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course_template, "The template that requires it."),
                 PROVOST_FIELD(subject, "Code of the required subject."));

PROVOST_REQUEST(provost::registration::RequireSubject, "require_subject", "Adds a prerequisite to a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(subject, "Code of the required subject.").required().at_most(40));

PROVOST_REQUEST(provost::registration::RegisterLearner, "register_learner", "Registers a learner in a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(state, "State to begin with; historic ones skip the checks of entering.")
                    .or_else("enrolment-status.out-of-range"),
                PROVOST_FIELD(due_at, "Until when it should be done."),
                PROVOST_FIELD(start_at, "Start of the participant; planned while not begun."),
                PROVOST_FIELD(end_at, "End of the participant; planned while not concluded."),
                PROVOST_FIELD(obligation, "Why the learner takes the course.").or_else("identification.unknown"));

PROVOST_REQUEST(provost::registration::Prebook, "prebook", "Notes a wish for some later course of a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(status, "Status code of the template table; absent: 10 pre-booked.")
                    .at_most(2)
                    .or_else("enrolment-status.out-of-range"),
                PROVOST_FIELD(due_at, "Until when it should be done."),
                PROVOST_FIELD(preferred_start_at, "Preferred start."), PROVOST_FIELD(end_at, "Wished end."),
                PROVOST_FIELD(obligation, "Why the learner wants the course.").or_else("identification.unknown"));

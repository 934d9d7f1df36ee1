// registration.register_learner: a learner enters a course.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/prerequisites/prerequisite.hpp>
#include <provost/registration/registration.hpp>

namespace provost::registration {

struct RegisterLearnerFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    One<catalogue::CourseTemplate> course_template;
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    Many<prerequisites::Prerequisite> prerequisites;
    Many<enrolment::Activity> achievements;
    Many<enrolment::Enrolment> enrolments;
    Many<enrolment::ProgramEnrolment> programs;
    Many<catalogue::CourseSet> sets;   // that a component course is in
    Many<enrolment::Enrolment> above;  // the learner's places in the courses of these sets
};

inline constexpr auto register_learner_fetch = [] {
    using Facts = RegisterLearnerFacts;
    return fetch_plan<RegisterLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(course_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(prerequisites, "course_template(course.course_template)"),
        PROVOST_SLOT(achievements, "learner_subject(learner.id, prerequisites.subject)"),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)"),
        PROVOST_SLOT(programs, "learner(learner.id)"),
        PROVOST_SLOT(sets, "id(course.in_sets)", "record.missing"_code),
        PROVOST_SLOT(above, "learner_course(learner.id, sets.course)"),
    }));
}();

void register_learner(const RegisterLearner& request, const RegisterLearnerFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::registration

// lms.access_of: what access a learner has over the links of a course.
#pragma once

#include "lms/access_question.hpp"
#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/code_lists.hpp>
#include <provost/organisation/organisation.hpp>

namespace provost::lms {

struct AccessOfFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    Many<enrolment::Enrolment> places;
    Many<results::LmsLink> links;
    Many<results::LmsLink> siblings;
    Many<catalogue::Course> courses;  // of the places
    Many<organisation::Location> locations;
    Many<AccessRule> rules;
    Many<Connection> connections;
    Many<ElearningEnrolment> added;
    Many<enrolment::Activity> activities;
    Many<enrolment::ProgramEnrolment> programs;
    Many<catalogue::CourseTemplate> templates;  // of the places
    Many<catalogue::Program> called;            // what a template is called after
};

template <class Facts = AccessOfFacts>
inline constexpr auto access_of_fetch = [] {
    return fetch_plan<AccessOf>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(places, "learner(learner.id)"),
        PROVOST_SLOT(links, "course(course.id)"),
        PROVOST_SLOT(siblings, "lms_course(links.connection, links.lms_course)"),
        PROVOST_SLOT(courses, "id(places.course)", "record.missing"_code),
        PROVOST_SLOT(locations, "id(courses.location)"),
        PROVOST_SLOT(rules, "key(siblings.access_rule)"),
        PROVOST_SLOT(connections, "key(links.connection)"),
        PROVOST_SLOT(added, "learner(learner.id)"),
        PROVOST_SLOT(activities, "enrolment(places.id)"),
        PROVOST_SLOT(programs, "learner(learner.id)"),
        PROVOST_SLOT(templates, "id(places.course_template)"),
        PROVOST_SLOT(called, "code(templates.external_id)"),
    }));
}();

void access_of(const AccessOf& request, const AccessOfFacts& facts, Context& context, Decision& decision);

}  // namespace provost::lms

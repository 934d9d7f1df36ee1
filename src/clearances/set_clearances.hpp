// access.set_clearances: who may do what to an object.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/clearances/clearances.hpp>
#include <provost/people/group.hpp>

namespace provost::clearances {

// The objects that a request may name, and what stands about each.
struct SetClearancesFacts {
    One<catalogue::Course> course;
    One<catalogue::CourseTemplate> course_template;
    One<catalogue::CourseType> course_type;
    One<organisation::Location> location;
    One<organisation::Provider> provider;
    One<staffing::Tutor> tutor;
    One<people::Learner> learner;
    Many<access::Administrator> users;  // who is there under the names of the grants
    Many<people::Group> groups;
    Many<staffing::Tutor> tutors;
    Many<people::Learner> learners;
    One<access::Clearances> of_course;
    One<access::Clearances> of_template;
    One<access::Clearances> of_type;
    One<access::Clearances> of_location;
    One<access::Clearances> of_provider;
    One<access::Clearances> of_tutor;
    One<access::Clearances> of_learner;
};

template <class Facts = SetClearancesFacts>
inline constexpr auto set_clearances_fetch = [] {
    return fetch_plan<SetClearances>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<catalogue::CourseTemplate, catalogue::is_there>),
        PROVOST_SLOT(course_type, "key(request.course_type)", "course-type.unknown"_code,
                     when<catalogue::CourseType, catalogue::is_there>),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(provider, "key(request.provider)", "provider.unknown"_code),
        PROVOST_SLOT(tutor, "login(request.tutor)", "tutor.unknown"_code),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(users, "login(request.grants.name)"),
        PROVOST_SLOT(groups, "key(request.grants.name)"),
        PROVOST_SLOT(tutors, "login(request.grants.name)"),
        PROVOST_SLOT(learners, "login(request.grants.name)", Code{}, when<people::Learner, people::is_known>),
        PROVOST_SLOT(of_course, "object(course.id)"),
        PROVOST_SLOT(of_template, "object(course_template.id)"),
        PROVOST_SLOT(of_type, "object(course_type.id)"),
        PROVOST_SLOT(of_location, "object(location.id)"),
        PROVOST_SLOT(of_provider, "object(provider.id)"),
        PROVOST_SLOT(of_tutor, "object(tutor.id)"),
        PROVOST_SLOT(of_learner, "object(learner.id)"),
    }));
}();

void set_clearances(const SetClearances& request, const SetClearancesFacts& facts, Context& context,
                    Decision& decision);

}  // namespace provost::clearances

// The verb that says who may do what to an object.
#pragma once

#include <provost/access/clearance.hpp>
#include <provost/catalogue/course.hpp>
#include <provost/people/learner.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::clearances {

/// Says who may do what to an object: all grants are told. Exactly one object is named. Without grants it is open again
/// to whoever holds the right of a verb. Since 0.1. [IMC-ACL-01]
struct SetClearances {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<catalogue::CourseType> course_type;
    Ref<organisation::Location> location;
    Ref<organisation::Provider> provider;
    Ref<staffing::Tutor> tutor;
    Ref<people::Learner> learner;
    std::vector<access::Grant> grants;
};

}  // namespace provost::clearances

PROVOST_REQUEST(provost::clearances::SetClearances, "set_clearances", "Says who may do what to an object.",
                PROVOST_FIELD(course, "External id of the course."),
                PROVOST_FIELD(course_template, "External id of the template."),
                PROVOST_FIELD(course_type, "Key of the type."), PROVOST_FIELD(location, "Key of the location."),
                PROVOST_FIELD(provider, "Key of the provider."), PROVOST_FIELD(tutor, "Login of the tutor."),
                PROVOST_FIELD(learner, "Login of the learner: whoever may edit him registers him as his agent."),
                PROVOST_FIELD(grants, "Who may do what; none: the object is open.").at_most(1000));

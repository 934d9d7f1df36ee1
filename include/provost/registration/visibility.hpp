// What learners see of courses: whether a course appears to them, and who else takes part.
#pragma once

#include <provost/enrolment/enrolment.hpp>
#include <provost/people/group.hpp>

namespace provost::registration {

/// Whether a learner sees a course at the effective moment. Since 0.1. [IMC-CT-11]
struct Sees {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// Whether a learner may see who takes part in a course. Since 0.1. [IMC-CT-07]
struct MayListParticipants {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

}  // namespace provost::registration

PROVOST_REQUEST(provost::registration::Sees, "sees", "Whether a learner sees a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());

PROVOST_REQUEST(provost::registration::MayListParticipants, "may_list_participants",
                "Whether a learner may see who takes part in a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());

// What the course sets of a place have become: asked by every rule that ends a place in a component course.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// Looks at what the course sets of a course have become for a participant, and concludes the course when that was all
/// that was left; or, of a place in a component course, has all courses do so whose sets have it. Since 0.1.
/// [IMC-CC-09]
struct FollowSets {
    Head head;
    Ref<Enrolment> enrolment;
    bool above = false;
};

}  // namespace provost::enrolment

PROVOST_REQUEST(provost::enrolment::FollowSets, "follow_sets", "Looks at what the course sets of a place have become.",
                PROVOST_FIELD(enrolment, "Id of the place in the superordinate course.").required(),
                PROVOST_FIELD(above, "It is a place in a component course: ask for those in the courses above it."));

// Letting in those who wait for a course: asked by people, and by every rule that frees a seat.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/people/learner.hpp>

namespace provost::catalogue {

/// Lets in those who wait for a course, as far as there are seats. Since 0.1. [IMC-WL-04]
struct Promote {
    Head head;
    Ref<Course> course;
    Ref<people::Learner> learner;
};

}  // namespace provost::catalogue

PROVOST_REQUEST(provost::catalogue::Promote, "promote", "Lets in those who wait for a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the one to let in; absent: whoever is next, as far as seats go."));

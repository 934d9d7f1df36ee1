// What follows for those in a course, or on the way into it, when something about it changes: who comes in, who counts
// in which quota of its seats, by which dates they train. Asked by people, and by rules.
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

/// Counts anew who of those in a course, or on the way into it, needs a seat of which quota: by the groups as they are
/// now. Nobody loses his place. Since 0.1. [IMC-WL-10]
struct CountQuotas {
    Head head;
    Ref<Course> course;
};

/// The training of those in a course goes by the dates, or the duration, that the course has now: planned dates only.
/// Since 0.1. [FIN-ORD-04, FIN-WDR-06]
struct FollowDates {
    Head head;
    Ref<Course> course;
};

}  // namespace provost::catalogue

PROVOST_REQUEST(provost::catalogue::Promote, "promote", "Lets in those who wait for a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the one to let in; absent: whoever is next, as far as seats go."));

PROVOST_REQUEST(provost::catalogue::CountQuotas, "count_quotas", "Counts anew who needs a seat of which quota.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::catalogue::FollowDates, "follow_dates", "Plans the training of those in a course anew.",
                PROVOST_FIELD(course, "External id of the course.").required());

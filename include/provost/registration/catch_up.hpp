// What becomes due in a course by itself: reservations that end, reminders, cancellations of the unprepared.
#pragma once

#include <provost/registration/registration.hpp>

namespace provost::registration {

/// Does what has become due in a course by the effective moment. Asked twice it does nothing the second time. Since
/// 0.1. [IMC-AC-02, IMC-PN-01, IMC-WL-09]
struct CatchUp {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<std::int64_t> most_cancelled;
};

}  // namespace provost::registration

PROVOST_REQUEST(provost::registration::CatchUp, "catch_up", "Does what has become due in a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(most_cancelled,
                              "Cancel no more unprepared participants than this: with more of them none is. Absent: "
                              "however many.")
                    .between(0, 1'000'000, "value.out-of-range"));

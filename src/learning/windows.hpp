// When a component is open by its schedule.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/syllabus.hpp>

namespace provost::learning {

/// `offset` ("2 W", "-3 D") after a moment: hours as they pass; days, weeks and months on the clock of the zone, a
/// month at most at its end. [IMC-SCH-09]
[[nodiscard]] Instant shifted(Instant moment, std::string_view offset, const Zone& zone);

/// What moments are counted from, for one participant. What is not known yet is absent. A duration of use has no dates:
/// there the course begins when the participant begins, and ends so long after. [IMC-SCH-03]
struct Anchors {
    const Zone& zone;
    std::optional<Instant> course_start, course_end, enrolled_at, started_at;
};
[[nodiscard]] Anchors anchors_of(const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at,
                                 std::optional<Instant> started_at);

/// A moment of a component for a participant.
struct Moment {
    std::optional<Instant> at;  // absent: there is none, or it is not known
    bool unknown = false;       // what it is counted from is not known yet
};
/// `processed_at`: when the component that the bound names was processed.
[[nodiscard]] Moment moment_of(const catalogue::Bound& bound, const Anchors& anchors,
                               std::optional<Instant> processed_at);

}  // namespace provost::learning

// The dates of an enrolment, and the window of access that a rule cuts out of them.
#pragma once

#include "lms/access_question.hpp"

namespace provost::lms {

/// First and last day of an enrolment, as far as they are known.
struct EnrolmentDates {
    std::optional<Day> start;
    std::optional<Day> end;
    std::optional<Day> planned_end;  // as it was before somebody concluded
};

/// Access from a moment on, and before another one; absent: without end.
struct Window {
    Instant from;
    std::optional<Instant> until;

    [[nodiscard]] bool is_empty() const { return until && *until <= from; }
};

[[nodiscard]] EnrolmentDates dates_of(const LinkedPlace& place, const Zone& zone);
/// The day of an edge; absent when the enrolment lacks the date it counts from.
[[nodiscard]] std::optional<Day> day_of(const Edge& edge, const EnrolmentDates& dates);
/// The moment at which a day is over in a zone.
[[nodiscard]] Instant end_of(Day day, const Zone& zone);
/// Absent when there is no day on which it begins.
[[nodiscard]] std::optional<Window> window_of(const AccessRule& rule, const EnrolmentDates& dates, const Zone& zone);

}  // namespace provost::lms

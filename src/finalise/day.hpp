// The day of a change against the clock, and against the day of the change before it.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// Refuses, and answers false for, a day that has begun nowhere when it is told: what ends, pauses or is issued on it
/// would be so at once, and whether a unit will have commenced by then nobody knows. [FIN-ORD-04]
[[nodiscard]] bool has_come(Day day, std::string_view field, const Context& context, Decision& decision);

/// Refuses, and answers false for, a day before that since which the program enrolment has its status. [FIN-ORD-01]
[[nodiscard]] bool is_later(const enrolment::ProgramEnrolment& program, Day day, Decision& decision);

/// The moment of what follows from an end on that day: that of the request, or of an earlier day its middle, which is
/// that day at other campuses, too.
[[nodiscard]] std::optional<Instant> moment_of(const std::optional<Day>& day, const Zone& zone, const Context& context);

}  // namespace provost::finalise

// What leaving a course before its end does to the training activity of a unit.
#pragma once

#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

/// Whether the training had begun by that day. [FIN-WDR-02, FIN-WDR-04, FIN-WDR-06]
[[nodiscard]] bool has_commenced(const Activity& activity, Day day);

/// The place ends in `state` on that day; a commenced activity ends with it as withdrawn, another one has not begun;
/// a final outcome stays. [FIN-WDR-01, FIN-WDR-03, FIN-WDR-10]
void withdraw(Enrolment& place, Activity& activity, State state, Day day);

}  // namespace provost::enrolment

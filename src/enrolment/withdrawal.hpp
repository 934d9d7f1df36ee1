// What leaving a course before its end does to the place and to the training activity of its unit: one rule, whoever
// asks for it (a cancellation, a rejected request, finalising a unit or a program, a transition).
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

/// How somebody leaves.
struct Leaving {
    Day day;
    State state = State::cancelled;       // what becomes of the place
    std::optional<std::int64_t> hours{};  // attended to date; absent: nobody said
    bool fill_dates = false;              // a unit without dates that has not commenced gets the day after
};

/// Whether the training had begun by that day. The start is that of the activity, else that of the participant, else
/// the first evidence; whoever only asked for a place, or waited for one, has begun nothing. [FIN-WDR-02, FIN-WDR-04,
/// FIN-WDR-06]
[[nodiscard]] bool has_commenced(const Enrolment& place, const Activity& activity, Day day);

/// Whoever leaves before he begins has not begun. [FIN-WDR-03]
void end_place(Enrolment& place, Day day);

/// The place is closed in that state, without a seat; its unit was withdrawn. [FIN-ORD-15]
void close(Enrolment& place, State state, Day day);

/// The place is closed on that day. A commenced activity ends 40 with it, with the hours that are told; another one has
/// not begun, 00, without hours; a final outcome stays. Tells what somebody should know. Either may lack an id: what is
/// trained without a place, or a course that trains no unit. [FIN-WDR-01, FIN-WDR-02, FIN-WDR-03, FIN-WDR-05]
void leave(Enrolment& place, Activity& activity, const Leaving& leaving, Decision& decision);

}  // namespace provost::enrolment

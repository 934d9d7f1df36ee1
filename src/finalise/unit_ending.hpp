// What an ending does to one unit: the place in its course and its training activity. One home for finalise_unit and
// for all that finalises a program enrolment.
#pragma once

#include "plan/decision.hpp"

#include <provost/finalise/finalise.hpp>

namespace provost::finalise {

/// A unit at work. A course that trains no unit has an activity without id; what is trained nowhere yet a place
/// without.
struct Unit {
    enrolment::Enrolment place;
    enrolment::Activity activity;
};

/// How a unit ends before its end.
struct Leaving {
    Day day;
    std::optional<std::int64_t> hours{};
    bool fill_dates = false;
};

/// The unit ends before its end: commenced 40 with the end on that day, else 00; a final outcome stays. Tells what
/// somebody should know. [FIN-WDR-02, FIN-WDR-03, FIN-WDR-04, FIN-WDR-05]
void leave(Unit& unit, const Leaving& leaving, Decision& decision);

/// The unit pauses. With `reset_commenced` what had commenced begins anew. [FIN-DEF-01, FIN-DEF-03, FIN-DEF-05]
void defer(Unit& unit, Day day, std::optional<Day> resumes_on, bool reset_commenced = false);

/// What was signed has the outcome that follows from it. [IMC-SIG-13]
[[nodiscard]] enrolment::Activity derive_outcome(const enrolment::Enrolment& place, enrolment::Activity activity);

/// The unit as it is now, for coming back to it.
[[nodiscard]] UnitBefore remembered(const Unit& unit);

/// The finalisation of the place that holds: the latest that was not taken back. Null when it has none. [FIN-ORD-14]
[[nodiscard]] const Finalisation* current_ending(const Many<Finalisation>& finalisations,
                                                 Id<enrolment::Enrolment> place);

/// The training activity of a place; null when it trains no unit.
[[nodiscard]] const enrolment::Activity* activity_of(const Many<enrolment::Activity>& activities,
                                                     Id<enrolment::Enrolment> place);

}  // namespace provost::finalise

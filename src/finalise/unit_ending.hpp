// What an ending does to one unit: the place in its course and its training activity. Leaving is enrolment/withdrawal;
// pausing, and what is remembered, is here: for finalise_unit and for all that finalises a program enrolment.
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

/// The unit pauses. With `reset_commenced` what had commenced begins anew. [FIN-DEF-01, FIN-DEF-03, FIN-DEF-05]
void defer(Unit& unit, Day day, std::optional<Day> resumes_on, bool reset_commenced = false);

/// A day of return means nothing where nothing pauses: it is left out, with a note. [FIN-DEF-03]
void leave_out_return(std::optional<Day>& resumes_on, Decision& decision);

/// Whether access in the LMS ends at once with it: what leaves is stopped, what is completed and what pauses goes by
/// the rules of access, unless somebody says otherwise. [FIN-ACC-01]
[[nodiscard]] bool stops_access(AccessEnds asked, Ending ending);

/// The host switches the learner's app off for what was stopped, or on again. [FIN-ACC-01]
void tell_app(const enrolment::Enrolment& place, bool on, Decision& decision);

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

// Pausing, and what is remembered of a unit.
#include "finalise/unit_ending.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/notices/intent.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::Source;
using enrolment::State;

void set_outcome(Activity& activity, std::string_view outcome) {
    activity.outcome = outcome;
    activity.outcome_source = Source::finalise;
}

// A place that trains no unit has no status. FIN-ORD-09
void set_status(Enrolment& place, enrolment::UnitStatus status) {
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = status;
}

}  // namespace

// FIN-DEF-01, FIN-DEF-03: begun units keep start and outcome, only the end moves; others begin on the day of return.
// FIN-DEF-05: as long as no day of return is known, begun units keep their dates and others have none.
void defer(Unit& unit, Day day, std::optional<Day> resumes_on, bool reset_commenced) {
    Activity& activity = unit.activity;
    const bool begun = enrolment::has_commenced(unit.place, activity, day) && !reset_commenced;
    unit.place.state = State::on_hold;
    unit.place.resumes_on = resumes_on;
    if (resumes_on || !begun) activity.end_on = resumes_on;
    if (begun) return;
    set_status(unit.place, enrolment::UnitStatus::pending);
    activity.start_on = resumes_on;
    set_outcome(activity, enrolment::not_yet_commenced);
}

void leave_out_return(std::optional<Day>& resumes_on, Decision& decision) {
    if (resumes_on) decision.note("deferral.return-left-out"_code);
    resumes_on.reset();
}

// FIN-ACC-01: a stop stands at the place itself, so that no rule lifts it (lms/place_access.cpp); opening again does.
bool stops_access(AccessEnds asked, Ending ending) {
    if (asked != AccessEnds::by_ending) return asked == AccessEnds::now;
    return ending == Ending::withdrawn || ending == Ending::cancelled;
}

void tell_app(const Enrolment& place, bool on, Decision& decision) {
    notices::Intent intent;
    intent.event = on ? "elearning.app-on" : "elearning.app-off";
    intent.recipient = notices::Recipient::host;
    intent.learner = place.learner;
    intent.enrolment = place.id;
    intent.course = place.course;
    decision.intend(std::move(intent));
}

// IMC-SIG-13: the outcome follows from what was signed, once.
Activity derive_outcome(const Enrolment& place, Activity activity) {
    set_outcome(activity, place.state == State::passed ? "20" : "30");
    activity.end_on = place.ended_on;
    return activity;
}

UnitBefore remembered(const Unit& unit) {
    const Activity& activity = unit.activity;
    UnitBefore before;
    before.state = unit.place.state;
    before.unit_status = unit.place.unit_status;
    before.outcome = activity.outcome;
    before.outcome_source = activity.outcome_source;
    before.start_on = activity.start_on;
    before.end_on = activity.end_on;
    before.evidence_on = activity.evidence_on;
    before.started_on = unit.place.started_on;
    before.ended_on = unit.place.ended_on;
    before.hours_attended = activity.hours_attended;
    before.finalised = unit.place.finalised;
    return before;
}

const Finalisation* current_ending(const Many<Finalisation>& finalisations, Id<Enrolment> place) {
    const Finalisation* found = nullptr;
    for (const Finalisation& each : finalisations) {
        if (each.enrolment == place && !each.taken_back_on) found = &each;
    }
    return found;
}

const Activity* activity_of(const Many<Activity>& activities, Id<Enrolment> place) {
    return activities.first([&](const Activity& activity) { return activity.enrolment == place; });
}

}  // namespace provost::finalise

// Back to what was remembered.
#include "finalise/resume.hpp"

#include "enrolment/outcome.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::Source;
using enrolment::State;

// Of a pause that nobody finalised it is not known what was before: whoever had begun goes on.
UnitBefore before_pause(const WorkedUnit& unit) {
    if (unit.ending != nullptr) return unit.ending->before;
    UnitBefore before = remembered(unit.unit);
    before.finalised = false;
    before.state = unit.unit.place.started_on ? State::in_progress : State::registered;
    if (unit.unit.place.unit_status != enrolment::UnitStatus::none) {
        before.unit_status = enrolment::default_status(before.state);
    }
    return before;
}

// FIN-DEF-04: who set the 00 tells; one that stood there before stays.
void clear_outcome(Activity& activity, const UnitBefore& before) {
    const bool by_pause = activity.outcome == enrolment::not_yet_commenced &&
                          activity.outcome_source == Source::finalise && before.outcome != activity.outcome;
    if (!by_pause) return;
    activity.outcome = before.outcome;
    activity.outcome_source = before.outcome_source;
}

bool set_dates(Activity& activity, const UnitDetail* told, Decision& decision) {
    if (told != nullptr && told->start_on) activity.start_on = told->start_on;
    if (told != nullptr && told->end_on) activity.end_on = told->end_on;
    if (activity.start_on && activity.end_on && *activity.end_on < *activity.start_on) {
        decision.refuse("date.end-before-start"_code, {{"subject", activity.subject}});
    } else if (!activity.start_on || !activity.end_on) {
        decision.note("return.dates-missing"_code, {{"subject", activity.subject}});
    }
    return !decision.refused();
}

void come_back(Enrolment& place, const UnitBefore& before) {
    place.state = before.state;
    place.unit_status = before.unit_status;
    place.ended_on = before.ended_on;
    place.finalised = before.finalised;
    place.access_stopped = false;  // FIN-ACC-01: what was stopped is open again, as the rules of access say
    if (before.state != State::on_hold) place.resumes_on.reset();
}

}  // namespace

bool resume(WorkedUnit& unit, const UnitDetail* told, Day day, ProgramUnits& units, Decision& decision) {
    const UnitBefore before = before_pause(unit);
    if (!units.may_become(unit, before.state)) return false;
    come_back(unit.unit.place, before);
    clear_outcome(unit.unit.activity, before);
    if (!set_dates(unit.unit.activity, told, decision) || !units.finds_seat(unit)) return false;
    units.take_back(unit, day);
    return units.settle(unit, "unit.resumed"_code);
}

bool open_again(WorkedUnit& unit, Day day, ProgramUnits& units, Decision& decision) {
    const UnitBefore& before = unit.ending->before;
    Activity& activity = unit.unit.activity;
    come_back(unit.unit.place, before);
    if (activity.outcome_source == Source::finalise) {
        activity.outcome = before.outcome;
        activity.outcome_source = before.outcome_source;
        activity.start_on = before.start_on;
        activity.end_on = before.end_on;
        activity.hours_attended = before.hours_attended;
        // Hours that were told were the evidence; what a result has shown since is not taken away.
        if (activity.evidence_on == unit.ending->effective_on) activity.evidence_on = before.evidence_on;
    } else if (activity.outcome != before.outcome || activity.end_on != before.end_on) {
        decision.note("unit.amended-stays"_code, {{"subject", activity.subject}});
    }
    if (!units.finds_seat(unit)) return false;
    units.take_back(unit, day);
    return units.settle(unit, "unit.reopened"_code);
}

}  // namespace provost::finalise

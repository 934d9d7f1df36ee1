// Back to what was remembered.
#include "finalise/resume.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "registration/cancellation_fee.hpp"

#include <provost/enrolment/amendment.hpp>
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
    if (!place.started_on) place.started_on = before.started_on;
    place.finalised = before.finalised;
    place.access_stopped = false;  // FIN-ACC-01: what was stopped is open again, as the rules of access say
    if (before.state != State::on_hold) place.resumes_on.reset();
}

// FIN-ORD-14: what a person said of the unit after it had ended.
struct AmendedSince {
    bool outcome = false, start = false, end = false, hours = false;
    [[nodiscard]] bool any() const { return outcome || start || end || hours; }
};

std::optional<AmendedSince> amended_since(const Activity& activity, const Finalisation& ending,
                                          const Context& context) {
    AmendedSince since;
    if (!activity.id) return since;
    const auto all = context.find<enrolment::Amendment>(find_index(type_of<enrolment::Amendment>(), "activity"),
                                                        {{activity.id.value, {}, false}});
    if (!all) return std::nullopt;
    for (const enrolment::Amendment& each : *all) {
        const bool applied = each.state == enrolment::AmendmentState::applied;
        if (!applied || each.decided_with < ending.id.value) continue;
        since.outcome = since.outcome || each.outcome != each.outcome_before;
        since.start = since.start || each.start_on != each.start_before;
        since.end = since.end || each.end_on != each.end_before;
        since.hours = since.hours || each.hours_attended != each.hours_before;
    }
    return since;
}

}  // namespace

bool after_pause(Unit& unit, const UnitBefore& before, const UnitDetail* told, Decision& decision) {
    come_back(unit.place, before);
    clear_outcome(unit.activity, before);
    return set_dates(unit.activity, told, decision);
}

bool before_ending(Unit& unit, const Finalisation& ending, const Context& context, Decision& decision) {
    const UnitBefore& before = ending.before;
    Activity& activity = unit.activity;
    const auto since = amended_since(activity, ending, context);
    if (!since) return false;
    come_back(unit.place, before);
    if (activity.outcome_source == Source::finalise) {
        activity.outcome = before.outcome;
        activity.outcome_source = before.outcome_source;
    }
    if (!since->start) activity.start_on = before.start_on;
    if (!since->end) activity.end_on = before.end_on;
    if (!since->hours) activity.hours_attended = before.hours_attended;
    // Hours that were told were the evidence; what a result has shown since is not taken away.
    if (activity.evidence_on == ending.effective_on) activity.evidence_on = before.evidence_on;
    if (since->any()) decision.note("unit.amended-stays"_code, {{"subject", activity.subject}});
    return true;
}

bool finds_seat(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment& was,
                const Enrolment& is, Decision& decision) {
    const bool dated = course.has_dates();
    if (enrolment::uses_seat(was, dated) || !enrolment::uses_seat(is, dated)) return true;
    const auto lacking = enrolment::lacks_seat(course, seats, is.quotas);
    if (!lacking) return true;
    enrolment::refuse_full(*lacking, decision);
    if (!course.settings.waiting_list.value_or(true)) return false;
    decision.nearest.push_back({"waiting-list.offered"_code,
                                Mark::not_met,
                                {{"course", course.external_id}, {"waiting", std::to_string(seats.waiting)}},
                                {},
                                {}});
    return false;
}

void tell_charge(const catalogue::Course& course, Id<Enrolment> place,
                 const Many<enrolment::ParticipantChange>& changes, Decision& decision) {
    const auto* charged = registration::charged_before(changes, place);
    if (charged == nullptr) return;
    const std::string fee =
        charged->fee ? to_text(*charged->fee) + ' ' + charged->currency : to_text(*charged->fee_percent) + " percent";
    decision.note("cancellation.charge-stays"_code, {{"course", course.external_id}, {"fee", fee}});
}

bool resume(WorkedUnit& unit, const UnitDetail* told, Day day, ProgramUnits& units, Decision& decision) {
    const UnitBefore before = before_pause(unit);
    if (!units.may_become(unit, before.state)) return false;
    if (!after_pause(unit.unit, before, told, decision) || !units.finds_seat(unit)) return false;
    units.take_back(unit, day);
    return units.settle(unit, "unit.resumed"_code);
}

bool open_again(WorkedUnit& unit, Day day, ProgramUnits& units, const Context& context, Decision& decision) {
    if (!before_ending(unit.unit, *unit.ending, context, decision)) return false;
    if (!units.finds_seat(unit)) return false;
    units.take_back(unit, day);
    return units.settle(unit, "unit.reopened"_code);
}

}  // namespace provost::finalise

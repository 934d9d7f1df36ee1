// Units of a transition, one by one.
#include "finalise/transition_units.hpp"

#include "enrolment/history.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/target.hpp"
#include "enrolment/withdrawal.hpp"
#include "finalise/credit.hpp"
#include "finalise/status_change.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::State;

constexpr std::string_view superseded = "61", continuing = "70";

const UnitTransition* line_of(const Transition& table, std::string_view subject) {
    const auto line = std::ranges::find(table.units, subject, &UnitTransition::from);
    return line == table.units.end() ? nullptr : &*line;
}

// What one counts as in the new program; empty: as nothing. The same unit counts as itself. FIN-TRN-04
std::string_view counts_as(const Transition& table, std::string_view subject) {
    const auto* line = line_of(table, subject);
    if (line == nullptr) return {};
    return line->equivalent || line->from == line->to ? std::string_view(line->to) : std::string_view();
}

const Activity* in_new_program(const ProgramUnits& units, const Crossing& crossing, std::string_view subject) {
    return units.facts().activities.first(
        [&](const Activity& each) { return each.program_enrolment == crossing.into.id && each.subject == subject; });
}

// FIN-ORD-14: kept with the old program enrolment, so that opening it again finds what went to the new one.
void keep_crossing(const ProgramUnits& units, Id<Activity> activity, Code what, Context& context, Decision& decision) {
    enrolment::ProgramChange change = change_of(units.program().id, units.program().learner, what, context);
    change.activity = activity;
    decision.put(std::move(change));
}

// What was achieved counts in the new program as well, once.
void credit(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    const std::string subject(counts_as(crossing.table, unit.subject()));
    if (subject.empty() || !enrolment::is_successful(unit.unit.activity.outcome)) return;
    if (in_new_program(units, crossing, subject) != nullptr) return;
    Activity made = make_credit(crossing.into, subject, crossing.day, context);
    add_step(decision, "credit", unit.subject(), "unit.credited"_code, {}, subject);
    keep_crossing(units, made.id, "unit.credited"_code, context, decision);
    decision.put(std::move(made));
}

// Who leaves for the new program has moved; who only waited or asked has left. FIN-ORD-15
State closed_state(const WorkedUnit& unit) {
    return enrolment::may_move(unit.unit.place.state, State::moved) ? State::moved : State::cancelled;
}

// Whether it is one of those that a unit of the new program replaces: commenced and open, or superseded before.
bool is_replaced(const WorkedUnit& unit, const ProgramUnits& units, const Crossing& crossing, std::string_view by) {
    const auto& [place, activity] = unit.before;
    const bool open = activity.outcome != enrolment::not_yet_commenced &&
                      !enrolment::is_final_for(units.program().target, activity.outcome, crossing.day);
    const bool went_on =
        activity.outcome == superseded || (open && enrolment::has_commenced(place, activity, crossing.day));
    return went_on && counts_as(crossing.table, unit.subject()) == by;
}

// FIN-TRN-05: the replacement keeps the start of the unit that it replaces: of several the earliest.
void keep_start(Activity& replacement, const Activity& old, ProgramUnits& units, const Crossing& crossing,
                Decision& decision) {
    auto earliest = old.start_on;
    for (const WorkedUnit& each : units.units()) {
        const auto& start = each.before.activity.start_on;
        const bool is_earlier = start && (!earliest || *start < *earliest);
        if (is_earlier && is_replaced(each, units, crossing, replacement.subject)) earliest = start;
    }
    if (earliest) replacement.start_on = earliest;
    if (earliest == old.start_on) return;
    decision.note("transition.earliest-start"_code, {{"subject", old.subject}, {"start_on", to_text(*earliest)}});
}

// FIN-TRN-05: 61 once training in the replacement has begun; its evidence tells.
bool supersede(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Day seen_on, Decision& decision) {
    const auto* replacement = in_new_program(units, crossing, counts_as(crossing.table, unit.subject()));
    if (replacement == nullptr || !replacement->evidence_on || *replacement->evidence_on > seen_on) return false;
    Activity& old = unit.unit.activity;
    old.outcome = superseded;
    old.outcome_source = enrolment::Source::finalise;
    old.end_on = replacement->evidence_on;
    Activity kept = *replacement;
    keep_start(kept, old, units, crossing, decision);
    decision.put(std::move(kept));
    return true;
}

bool replace(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Decision& decision) {
    const bool begun = supersede(unit, units, crossing, std::max(crossing.day, units.today()), decision);
    if (!begun) {
        unit.unit.activity.outcome = continuing;
        unit.unit.activity.outcome_source = enrolment::Source::finalise;
    }
    if (unit.is_live()) {
        auto& place = unit.unit.place;
        const State to = closed_state(unit);
        if (!units.may_become(unit, to)) return false;
        enrolment::close(place, to, crossing.day);
    }
    units.finalise(unit, Ending::cancelled, crossing.day);
    return units.settle(unit, begun ? "unit.superseded"_code : "unit.continuing"_code);
}

bool take_along(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    unit.unit.activity.program_enrolment = crossing.into.id;
    keep_crossing(units, unit.unit.activity.id, "unit.taken-along"_code, context, decision);
    return units.settle(unit, "unit.taken-along"_code);
}

bool end(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, bool commenced, Decision& decision) {
    auto& [place, activity] = unit.unit;
    const State to = closed_state(unit);
    if (!units.may_become(unit, to)) return false;
    const UnitDetail* told = detail_of(crossing.told, unit.subject());
    enrolment::leave(place, activity, {crossing.day, to, told == nullptr ? std::nullopt : told->hours_attended},
                     decision);
    units.finalise(unit, Ending::cancelled, crossing.day);
    return units.settle(unit, commenced ? "unit.not-carried"_code : "unit.not-commenced"_code);
}

bool keep_final(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    if (!units.conclude(unit, crossing.day)) return false;
    units.finalise(unit, Ending::completed, crossing.day);
    if (!units.settle(unit, "unit.stays-final"_code)) return false;
    credit(unit, units, crossing, context, decision);
    return true;
}

// FIN-TRN-04: which units move; what was left before stays as it was left.
bool transition_unit(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context,
                     Decision& decision) {
    const auto counts = counts_as(crossing.table, unit.subject());
    if (units.is_final(unit, crossing.day)) return keep_final(unit, units, crossing, context, decision);
    if (unit.has_place() && !unit.is_live()) {
        const auto& outcome = unit.unit.activity.outcome;
        add_step(decision, "unit", unit.subject(), "unit.left-before"_code, outcome, outcome);
        return true;
    }
    if (counts == unit.subject()) return take_along(unit, units, crossing, context, decision);  // FIN-TRN-06
    if (units.is_beside(unit)) return true;
    const bool commenced = enrolment::has_commenced(unit.unit.place, unit.unit.activity, crossing.day);
    if (commenced && !counts.empty()) return replace(unit, units, crossing, decision);
    return end(unit, units, crossing, commenced, decision);
}

}  // namespace

bool transition_units(ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    for (WorkedUnit& unit : units.units()) {
        if (!transition_unit(unit, units, crossing, context, decision)) return false;
    }
    units.settle_seats();
    return true;
}

void supersede_begun(ProgramUnits& units, const Crossing& crossing, Decision& decision) {
    for (WorkedUnit& unit : units.units()) {
        const Activity& activity = unit.unit.activity;
        const bool waits = activity.outcome == continuing && activity.outcome_source == enrolment::Source::finalise;
        if (!waits || !supersede(unit, units, crossing, crossing.day, decision)) continue;
        if (!units.settle(unit, "unit.superseded"_code)) return;
    }
    units.settle_seats();
}

}  // namespace provost::finalise

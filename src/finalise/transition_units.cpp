// Units of a transition, one by one.
#include "finalise/transition_units.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::State;

constexpr std::string_view superseded = "61", continuing = "70", credited = "60";

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

// What was achieved counts in the new program as well, once.
void credit(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    const std::string subject(counts_as(crossing.table, unit.subject()));
    if (subject.empty() || !enrolment::is_successful(unit.unit.activity.outcome)) return;
    if (in_new_program(units, crossing, subject) != nullptr) return;
    Activity made;
    made.id = context.ids.take<Activity>();
    made.learner = crossing.into.learner;
    made.subject = subject;
    made.program_enrolment = crossing.into.id;
    made.start_on = made.end_on = crossing.day;
    made.outcome = credited;
    made.outcome_source = enrolment::Source::finalise;
    add_step(decision, "credit", unit.subject(), "unit.credited"_code, {}, subject);
    decision.put(std::move(made));
}

// Who leaves for the new program has moved; who only waited or asked has left. FIN-ORD-15
bool close(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing) {
    if (!unit.is_live()) return true;
    auto& place = unit.unit.place;
    const State to = enrolment::may_move(place.state, State::moved) ? State::moved : State::cancelled;
    if (!units.may_become(unit, to)) return false;
    place.state = to;
    place.ended_on = crossing.day;
    place.holds_seat = false;
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = enrolment::UnitStatus::withdrawn;
    return true;
}

// FIN-TRN-05: 61 once training in the replacement has begun, which keeps the start; its evidence tells.
bool supersede(WorkedUnit& unit, const ProgramUnits& units, const Crossing& crossing, Day seen_on, Decision& decision) {
    const auto* replacement = in_new_program(units, crossing, counts_as(crossing.table, unit.subject()));
    if (replacement == nullptr || !replacement->evidence_on || *replacement->evidence_on > seen_on) return false;
    Activity& old = unit.unit.activity;
    old.outcome = superseded;
    old.outcome_source = enrolment::Source::finalise;
    old.end_on = replacement->evidence_on;
    Activity kept = *replacement;
    kept.start_on = old.start_on;
    decision.put(std::move(kept));
    return true;
}

bool replace(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Decision& decision) {
    const bool begun = supersede(unit, units, crossing, std::max(crossing.day, units.today()), decision);
    if (!begun) {
        unit.unit.activity.outcome = continuing;
        unit.unit.activity.outcome_source = enrolment::Source::finalise;
    }
    if (!close(unit, units, crossing)) return false;
    units.finalise(unit, Ending::withdrawn, crossing.day);
    return units.settle(unit, begun ? "unit.superseded"_code : "unit.continuing"_code);
}

bool take_along(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing) {
    unit.unit.activity.program_enrolment = crossing.into.id;
    return units.settle(unit, "unit.taken-along"_code);
}

bool end(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, bool commenced, Decision& decision) {
    if (unit.has_place() && !unit.is_live()) return true;  // it was left before
    leave(unit.unit, {crossing.day}, decision);
    unit.unit.place.state = unit.before.place.state;
    if (!close(unit, units, crossing)) return false;
    units.finalise(unit, Ending::withdrawn, crossing.day);
    return units.settle(unit, commenced ? "unit.not-carried"_code : "unit.not-commenced"_code);
}

bool keep_final(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context, Decision& decision) {
    if (!units.conclude(unit, crossing.day)) return false;
    units.finalise(unit, Ending::completed, crossing.day);
    if (!units.settle(unit, "unit.stays-final"_code)) return false;
    credit(unit, units, crossing, context, decision);
    return true;
}

// FIN-TRN-04: which units move.
bool transition_unit(WorkedUnit& unit, ProgramUnits& units, const Crossing& crossing, Context& context,
                     Decision& decision) {
    const auto counts = counts_as(crossing.table, unit.subject());
    if (enrolment::is_final(unit.unit.activity.outcome)) return keep_final(unit, units, crossing, context, decision);
    if (counts == unit.subject()) return take_along(unit, units, crossing);  // FIN-TRN-06
    const bool commenced = enrolment::has_commenced(unit.unit.activity, crossing.day);
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

// Opening again: the status that was before, the units as they were, and what a transition took elsewhere.
#include "finalise/reopen.hpp"

#include "enrolment/program_status.hpp"
#include "finalise/credential.hpp"
#include "finalise/day.hpp"
#include "finalise/resume.hpp"
#include "finalise/status_change.hpp"
#include "finalise/undo_transition.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

// IMC-ENI-11: one place in a course; whoever has entered it anew goes on there, unless the unit comes back as closed.
bool has_entered_anew(const WorkedUnit& unit, const ProgramFacts& facts, Decision& decision) {
    if (!enrolment::is_live(unit.ending->before.state)) return false;
    const auto& place = unit.unit.place;
    const auto* other = facts.places.first([&](const enrolment::Enrolment& each) {
        return each.course == place.course && each.id > place.id && enrolment::is_live(each.state);
    });
    if (other == nullptr) return false;
    decision.refuse("enrolment.exists"_code);
    decision.about = other->id.value;
    return true;
}

}  // namespace

// FIN-ORD-14: a right of its own (the verb's) and a reason; only units that were finalised with the program go back.
void reopen(const Reopen& request, const ReopenFacts& facts, Context& context, Decision& decision) {
    const auto* found = program_enrolment_of(facts.its.programs, facts.program->id, decision);
    if (found == nullptr) return;
    const Day day = *request.effective_on;
    const enrolment::ProgramChange* last = latest_change(facts.its, found->id);
    if (!found->finalised || last == nullptr) return decision.refuse("finalise.not-ended"_code);
    if (!is_later(*found, day, decision) || !has_come(day, "effective_on", context, decision)) return;
    ProgramUnits units(facts.its, *found, context, decision);
    if (!units.usable()) return;

    enrolment::ProgramEnrolment program = *found;
    enrolment::ProgramStatus before;
    before.key = last->status_before;
    program.completed_on.reset();
    units.with(change_status(program, {before, last->reason_before, day, request.reason}, "finalise.reopened"_code,
                             context, decision));
    for (WorkedUnit& unit : units.units()) {
        const bool with_it = unit.ending != nullptr && unit.ending->program_change == last->id;
        if (!with_it) continue;
        if (has_entered_anew(unit, facts.its, decision)) return;
        tell_charge(*unit.course, unit.unit.place.id, facts.its.changes, decision);
        if (!open_again(unit, day, units, context, decision)) return;
    }
    units.settle_seats();
    const bool crossed = found->status == enrolment::transitioned_status;
    if (crossed && !undo_transition(facts.its, *last, request, context, decision)) return;
    const auto credentials = context.find<Credential>(find_index(type_of<Credential>(), "program_enrolment"),
                                                      {{found->id.value, {}, false}});
    if (credentials) tell_in_force(*credentials, decision);
}

}  // namespace provost::finalise

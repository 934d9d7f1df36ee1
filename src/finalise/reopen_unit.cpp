// Opening a unit alone: the way back from an ending that was no program's.
#include "finalise/reopen_unit.hpp"

#include "enrolment/history.hpp"
#include "enrolment/seats.hpp"
#include "finalise/day.hpp"
#include "finalise/resume.hpp"
#include "registration/coming_back.hpp"
#include "registration/waiting.hpp"

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

// What its program enrolment ended, or made pause, is opened with it; and so is all of one that is final.
bool belongs_to_program(const Finalisation& ending, const Activity* activity, const FinaliseUnitFacts& facts,
                        Decision& decision) {
    if (activity == nullptr) return false;
    const auto* program = facts.programs.first(
        [&](const enrolment::ProgramEnrolment& each) { return each.id == activity->program_enrolment; });
    if (program == nullptr || (!ending.program_change && !program->finalised)) return false;
    decision.refuse("finalise.with-program"_code, {{"status", program->status}});
    return true;
}

bool is_in_time(const ReopenUnit& request, const Finalisation& ending, const Context& context, Decision& decision) {
    if (*request.effective_on < *ending.effective_on) {
        decision.refuse("date.before-ending"_code, {{"day", to_text(*ending.effective_on)}});
        return false;
    }
    return has_come(*request.effective_on, "effective_on", context, decision);
}

// FIN-DEF-04: of a pause only what it did goes; of an ending all of it.
bool go_back(Unit& unit, const Finalisation& ending, const ReopenUnit& request, const Context& context,
             Decision& decision) {
    if (unit.place.state == State::on_hold && ending.ending == Ending::deferred) {
        const UnitDetail told{unit.activity.subject, {}, request.start_on, request.end_on};
        return after_pause(unit, ending.before, &told, decision);
    }
    if (request.start_on || request.end_on) {
        decision.refuse("return.not-paused"_code);
        return false;
    }
    return before_ending(unit, ending, context, decision);
}

}  // namespace

void reopen_unit(const ReopenUnit& request, const FinaliseUnitFacts& facts, Context& context, Decision& decision) {
    // 1 Which place, and what was finalised of it?
    const Enrolment before = *static_cast<const Enrolment*>(facts.enrolments.records.back());
    const Finalisation* ending = current_ending(facts.finalisations, before.id);
    if (ending == nullptr) return decision.refuse("finalise.not-ended"_code);
    const Activity* found = activity_of(facts.activities, before.id);
    if (belongs_to_program(*ending, found, facts, decision)) return;
    if (before.signed_at) return decision.refuse("participant.signed"_code);
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    if (!is_in_time(request, *ending, context, decision)) return;

    // 2 As it was before. What was charged stays, and is told.
    Unit unit{before, found == nullptr ? Activity{} : *found};
    if (!go_back(unit, *ending, request, context, decision)) return;
    const registration::Returning returning{*facts.course, *zone, *request.effective_on};
    if (!registration::finds_its_way(before, unit.place, returning, context, decision)) return;
    if (!finds_seat(*facts.course, *facts.seats, before, unit.place, decision)) return;
    tell_charge(*facts.course, before.id, facts.changes, decision);

    // 3 The finalisation holds no longer; who did it and why stands in the history of the place.
    Finalisation taken_back = *ending;
    taken_back.taken_back_on = request.effective_on;
    decision.put(std::move(taken_back));
    if (!registration::follow_waiting_list(before, unit.place, *facts.course, context, decision)) return;
    auto change = enrolment::change_of(before.id, before.learner, "unit.reopened"_code, context);
    change.start_state = before.state;
    change.target_state = unit.place.state;
    change.reason = request.reason;
    decision.put(std::move(change));
    decision.put(unit.place);
    if (unit.activity.id) decision.put(unit.activity);
    enrolment::keep_seats(*facts.course, *facts.seats, &before, unit.place, decision);
    if (before.access_stopped != unit.place.access_stopped) tell_app(unit.place, true, decision);
    decision.access_due(unit.place);
}

}  // namespace provost::finalise

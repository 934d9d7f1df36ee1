// finalise.finalise_unit, step by step. Results are read first: what has a final outcome is not touched.
#include "finalise/finalise_unit.hpp"

#include "enrolment/seats.hpp"
#include "enrolment/target.hpp"
#include "enrolment/withdrawal.hpp"
#include "finalise/day.hpp"
#include "finalise/leaving_fee.hpp"
#include "finalise/unit_ending.hpp"
#include "registration/cancel.hpp"
#include "registration/waiting.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::Penalty;
using enrolment::State;

bool says_the_same(const Finalisation& earlier, const FinaliseUnit& request) {
    return earlier.ending == request.ending && earlier.effective_on == request.effective_on &&
           earlier.resumes_on == request.resumes_on;
}

// Whether the same was told before; fills the decision if so. A row that stands for what was opened again since, or for
// an earlier place of the learner in the course, stands for it still: a file that is repeated ends nothing twice.
bool is_known(const FinaliseUnit& request, const FinaliseUnitFacts& facts, const Finalisation* earlier,
              Id<Enrolment> place, const Context& context, Decision& decision) {
    const auto* repeated = facts.finalisations.first(
        [&](const Finalisation& each) { return each.enrolment == place && context.repeated(each.id); });
    if (repeated != nullptr) return (decision.refuse("row.duplicate"_code), true);
    const auto said = [&](const Finalisation& each) { return says_the_same(each, request); };
    const Finalisation* same = context.from_file() ? facts.finalisations.first(said) : nullptr;
    if (earlier != nullptr && says_the_same(*earlier, request)) same = earlier;
    if (same != nullptr) decision.unchanged(same->id.value);
    return same != nullptr;
}

// False: refused.
bool may_be_so(const FinaliseUnit& request, const Enrolment& place, const Context& context, Decision& decision) {
    const bool too_early = request.resumes_on && *request.resumes_on <= *request.effective_on;
    if (place.enrolled_on && *request.effective_on < *place.enrolled_on) {
        decision.refuse("date.before-enrolment"_code, {{"field", "effective_on"}});
    } else if (request.ending == Ending::deferred && too_early) {
        decision.refuse("date.resumes-too-early"_code, {{"field", "resumes_on"}});
    } else if (!request.waive_fee.empty() && request.ending != Ending::withdrawn) {
        decision.refuse("cancellation.not-waivable"_code, {{"status", std::string(word(request.ending))}});
    }
    return !decision.refused() && has_come(*request.effective_on, "effective_on", context, decision);
}

// By the list of whom its program enrolment is reported to. FIN-ORD-03
bool is_final(const Activity* activity, const FinaliseUnitFacts& facts, Day day) {
    if (activity == nullptr) return false;
    const auto* program = facts.programs.first(
        [&](const enrolment::ProgramEnrolment& each) { return each.id == activity->program_enrolment; });
    return enrolment::is_final_for(program == nullptr ? enrolment::national_target : std::string_view(program->target),
                                   activity->outcome, day);
}

void put_all(const FinaliseUnitFacts& facts, const Unit& unit, const Enrolment& before, Context& context,
             Decision& decision) {
    const Enrolment& place = unit.place;
    if (!registration::follow_waiting_list(before, place, *facts.course, context, decision)) return;
    decision.put(place);
    if (unit.activity.id) decision.put(unit.activity);  // a course that trains no unit has none
    enrolment::keep_seats(*facts.course, *facts.seats, &before, place, decision);
    decision.access_due(place);
}

// FIN-WDR-01, FIN-WDR-10: one ending, as of the statuses Withdrawn and Cancelled (no penalty); what it costs differs.
void leave(const FinaliseUnit& request, const FinaliseUnitFacts& facts, Unit& unit, Context& context,
           Decision& decision) {
    const Enrolment before = unit.place;
    const Day day = *request.effective_on;
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    enrolment::leave(unit.place, unit.activity, {day, State::cancelled, request.hours_attended, request.fill_dates},
                     decision);
    const Penalty penalty = request.ending == Ending::withdrawn ? Penalty::waivable : Penalty::none;
    charge_leaving(
        {*facts.course, *zone, before, unit.place, facts.changes, penalty, day, request.waive_fee, /*reason=*/{}},
        context, decision);
    const auto all = registration::places_of(before.learner, context);
    if (all && !decision.refused()) {
        registration::cancel_children(*all, before, decision, moment_of(day, *zone, context));  // IMC-CC-11
    }
}

}  // namespace

void finalise_unit(const FinaliseUnit& told, const FinaliseUnitFacts& facts, Context& context, Decision& decision) {
    FinaliseUnit request = told;
    if (request.ending != Ending::deferred) leave_out_return(request.resumes_on, decision);

    // 1 Which place? Dates against each other. Was it ended before?
    Unit unit{*static_cast<const Enrolment*>(facts.enrolments.records.back()), {}};
    Enrolment& place = unit.place;
    const Finalisation* earlier = current_ending(facts.finalisations, place.id);
    if (is_known(request, facts, earlier, place.id, context, decision)) return;
    if (!may_be_so(request, place, context, decision)) return;

    // IMC-SIG-11: what is signed is not ended otherwise; completing it changes nothing that was signed.
    if (place.signed_at && request.ending != Ending::completed) return decision.refuse("participant.signed"_code);

    // 2 Completed needs a final outcome, and changes nothing: the result has concluded the unit. FIN-ORD-03
    const Activity* found = activity_of(facts.activities, place.id);
    const bool final = is_final(found, facts, *request.effective_on);
    const bool derived = place.signed_at && found != nullptr && found->outcome.empty();
    if (request.ending == Ending::completed && !final && !derived) return decision.refuse("outcome.not-final"_code);
    // FIN-ORD-14: last, so that a row that lacks an outcome is told so in every run of its file.
    if (earlier != nullptr) return decision.refuse("finalise.already-ended"_code);

    // 3 The finalisation; an open unit is left or put on hold. FIN-WDR-05
    if (found != nullptr) unit.activity = *found;
    decision.put(Finalisation{context.ids.take<Finalisation>(),
                              0,
                              place.id,
                              request.ending,
                              request.effective_on,
                              request.resumes_on,
                              remembered(unit),
                              {},
                              {}});
    const Enrolment before = place;
    place.finalised = true;
    if (stops_access(request.access_ends, request.ending)) {
        place.access_stopped = true;
        tell_app(place, false, decision);
        decision.access_due(place);
    }
    if (derived) decision.put(derive_outcome(place, std::move(unit.activity)));
    if (final || request.ending == Ending::completed) return decision.put(place);
    const State to = request.ending == Ending::deferred ? State::on_hold : State::cancelled;
    if (!enrolment::may_move(before.state, to)) {
        return decision.refuse("transition.illegal"_code, enrolment::illegal_move(before.state, to));
    }
    if (request.ending == Ending::deferred) {
        defer(unit, *request.effective_on, request.resumes_on);
        if (!request.resumes_on && found != nullptr) {  // FIN-DEF-05
            decision.note("deferral.open"_code, {{"subject", found->subject}});
        }
    } else {
        leave(request, facts, unit, context, decision);
    }
    if (!decision.refused()) put_all(facts, unit, before, context, decision);
}

}  // namespace provost::finalise

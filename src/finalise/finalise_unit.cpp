// finalise.finalise_unit, step by step. Results are read first: what has a final outcome is not touched.
#include "finalise/finalise_unit.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "enrolment/withdrawal.hpp"
#include "finalise/unit_ending.hpp"
#include "registration/cancel.hpp"
#include "registration/waiting.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

bool says_the_same(const Finalisation& earlier, const FinaliseUnit& request) {
    return earlier.ending == request.ending && earlier.effective_on == request.effective_on &&
           earlier.resumes_on == request.resumes_on;
}

Code dates_problem(const FinaliseUnit& request, const Enrolment& place) {
    if (place.enrolled_on && *request.effective_on < *place.enrolled_on) return "date.before-enrolment"_code;
    const bool too_early = request.resumes_on && *request.resumes_on <= *request.effective_on;
    return request.ending == Ending::deferred && too_early ? "date.resumes-too-early"_code : Code{};
}

void put_all(const FinaliseUnitFacts& facts, const Unit& unit, const Enrolment& before, const Context& context,
             Decision& decision) {
    const Enrolment& place = unit.place;
    const bool waited = before.state == State::waiting;
    if (waited && !registration::leave_waiting_list(before, *facts.course, context, decision)) return;
    if (!enrolment::is_open(place.state)) {
        const auto all = registration::places_of(place.learner, context);
        if (!all) return;
        registration::cancel_children(*all, before, decision);  // IMC-CC-11
    }
    decision.put(place);
    if (unit.activity.id) decision.put(unit.activity);  // a course that trains no unit has none
    enrolment::keep_seats(*facts.course, *facts.seats, &before, place, decision);
    decision.access_due(place);
}

}  // namespace

void finalise_unit(const FinaliseUnit& request, const FinaliseUnitFacts& facts, Context& context, Decision& decision) {
    // 1 Which place? Dates against each other. Was it ended before?
    Unit unit{*static_cast<const Enrolment*>(facts.enrolments.records.back()), {}};
    Enrolment& place = unit.place;
    if (const Code wrong = dates_problem(request, place)) return decision.refuse(wrong);
    const Finalisation* earlier = current_ending(facts.finalisations, place.id);
    if (earlier != nullptr && context.repeated(earlier->id)) return decision.refuse("row.duplicate"_code);
    if (earlier != nullptr && says_the_same(*earlier, request)) return decision.unchanged(earlier->id.value);

    // IMC-SIG-11: what is signed is not ended otherwise; completing it changes nothing that was signed.
    if (place.signed_at && request.ending != Ending::completed) return decision.refuse("participant.signed"_code);

    // 2 Completed needs a final outcome, and changes nothing: the result has concluded the unit. FIN-ORD-03
    const Activity* found = activity_of(facts.activities, place.id);
    const bool final = found != nullptr && enrolment::is_final(found->outcome);
    const bool derived = place.signed_at && found != nullptr && found->outcome.empty();
    if (request.ending == Ending::completed && !final && !derived) return decision.refuse("outcome.not-final"_code);
    if (earlier != nullptr) return decision.refuse("finalise.already-ended"_code);  // FIN-ORD-14

    // 3 The finalisation; an open unit is withdrawn or put on hold. FIN-WDR-05
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
    if (derived) decision.put(derive_outcome(place, std::move(unit.activity)));
    if (final || request.ending == Ending::completed) return decision.put(place);
    if (request.ending == Ending::deferred) {
        defer(unit, *request.effective_on, request.resumes_on);
    } else {
        enrolment::withdraw(place, unit.activity, State::cancelled, *request.effective_on);
    }
    if (!enrolment::may_move(before.state, place.state)) {
        return decision.refuse("transition.illegal"_code, enrolment::illegal_move(before.state, place.state));
    }
    put_all(facts, unit, before, context, decision);
}

}  // namespace provost::finalise

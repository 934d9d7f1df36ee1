// finalise.finalise_unit, step by step. Results are read first: what has a final outcome is not touched.
#include "finalise/finalise_unit.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "enrolment/withdrawal.hpp"
#include "registration/cancel.hpp"
#include "registration/waiting.hpp"

#include <provost/enrolment/participant.hpp>

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

// IMC-SIG-13: the outcome follows from what was signed, once.
Activity derive_outcome(const Enrolment& place, Activity activity) {
    set_outcome(activity, place.state == State::passed ? "20" : "30");
    activity.end_on = place.ended_on;
    return activity;
}

// A place that trains no unit has no status. FIN-ORD-09
void set_status(Enrolment& place, enrolment::UnitStatus status) {
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = status;
}

// FIN-DEF-01, FIN-DEF-03: begun units keep start and outcome, only the end moves; others begin on the day of return.
// FIN-DEF-05: as long as no day of return is known, begun units keep their dates and others have none.
void defer(Enrolment& place, Activity& activity, Day day, std::optional<Day> resumes_on) {
    const bool begun = enrolment::has_commenced(activity, day);
    place.state = State::on_hold;
    place.resumes_on = resumes_on;
    if (resumes_on || !begun) activity.end_on = resumes_on;
    if (begun) return;
    set_status(place, enrolment::UnitStatus::pending);
    activity.start_on = resumes_on;
    set_outcome(activity, enrolment::not_yet_commenced);
}

const Activity* activity_of(const FinaliseUnitFacts& facts, const Enrolment& place) {
    for (const Activity& activity : facts.activities) {
        if (activity.enrolment == place.id) return &activity;
    }
    return nullptr;
}

// The finalisation that the place has already; null when it has none.
const Finalisation* earlier_ending(const FinaliseUnitFacts& facts, const Enrolment& place) {
    for (const Finalisation& earlier : facts.finalisations) {
        if (earlier.enrolment == place.id) return &earlier;
    }
    return nullptr;
}

bool says_the_same(const Finalisation& earlier, const FinaliseUnit& request) {
    return earlier.ending == request.ending && earlier.effective_on == request.effective_on &&
           earlier.resumes_on == request.resumes_on;
}

Code dates_problem(const FinaliseUnit& request, const Enrolment& place) {
    if (place.enrolled_on && *request.effective_on < *place.enrolled_on) return "date.before-enrolment"_code;
    const bool too_early = request.resumes_on && *request.resumes_on <= *request.effective_on;
    return request.ending == Ending::deferred && too_early ? "date.resumes-too-early"_code : Code{};
}

void put_all(const FinaliseUnitFacts& facts, const Enrolment& place, const Activity& activity, const Enrolment& before,
             const Context& context, Decision& decision) {
    const bool waited = before.state == State::waiting;
    if (waited && !registration::leave_waiting_list(before, *facts.course, context, decision)) return;
    if (!enrolment::is_open(place.state)) {
        const auto all = registration::places_of(place.learner, context);
        if (!all) return;
        registration::cancel_children(*all, before, decision);  // IMC-CC-11
    }
    decision.put(place);
    if (activity.id) decision.put(activity);  // a course that trains no unit has none
    enrolment::keep_seats(*facts.course, *facts.seats, &before, place, decision);
    decision.access_due(place);
}

}  // namespace

void finalise_unit(const FinaliseUnit& request, const FinaliseUnitFacts& facts, Context& context, Decision& decision) {
    // 1 Which place? Dates against each other. Was it ended before?
    Enrolment place = *static_cast<const Enrolment*>(facts.enrolments.records.back());
    if (const Code wrong = dates_problem(request, place)) return decision.refuse(wrong);
    const Finalisation* earlier = earlier_ending(facts, place);
    if (earlier != nullptr && context.repeated(earlier->id)) return decision.refuse("row.duplicate"_code);
    if (earlier != nullptr && says_the_same(*earlier, request)) return decision.unchanged(earlier->id.value);

    // IMC-SIG-11: what is signed is not ended otherwise; completing it changes nothing that was signed.
    if (place.signed_at && request.ending != Ending::completed) return decision.refuse("participant.signed"_code);

    // 2 Completed needs a final outcome, and changes nothing: the result has concluded the unit. FIN-ORD-03
    const Activity* found = activity_of(facts, place);
    const bool final = found != nullptr && enrolment::is_final(found->outcome);
    const bool derived = place.signed_at && found != nullptr && found->outcome.empty();
    if (request.ending == Ending::completed && !final && !derived) return decision.refuse("outcome.not-final"_code);
    if (earlier != nullptr) return decision.refuse("finalise.already-ended"_code);  // FIN-ORD-14

    // 3 The finalisation; an open unit is withdrawn or put on hold. FIN-WDR-05
    decision.put(Finalisation{context.ids.take<Finalisation>(), 0, place.id, request.ending, request.effective_on,
                              request.resumes_on});
    const Enrolment before = place;
    place.finalised = true;
    Activity activity = found == nullptr ? Activity{} : *found;
    if (derived) decision.put(derive_outcome(place, std::move(activity)));
    if (final || request.ending == Ending::completed) return decision.put(place);
    if (request.ending == Ending::deferred) {
        defer(place, activity, *request.effective_on, request.resumes_on);
    } else {
        enrolment::withdraw(place, activity, State::cancelled, *request.effective_on);
    }
    if (!enrolment::may_move(before.state, place.state)) {
        return decision.refuse("transition.illegal"_code, enrolment::illegal_move(before.state, place.state));
    }
    put_all(facts, place, activity, before, context, decision);
}

}  // namespace provost::finalise

// results.receive_grade, step by step. Every accepted result is evidence of participation, even if it writes nothing.
#include "results/receive_grade.hpp"

#include "enrolment/amending.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "results/grade_rule.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::results {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

// The latest place of the learner in the course: an earlier one may be closed.
const Enrolment& latest(const Many<Enrolment>& enrolments) {
    return *static_cast<const Enrolment*>(enrolments.records.back());
}

const Activity* activity_of(const Many<Activity>& activities, const Enrolment& place) {
    for (const Activity& activity : activities) {
        if (activity.enrolment == place.id) return &activity;
    }
    return nullptr;
}

// A unit enrolment takes the status of its state; a place that trains no unit has none. FIN-ORD-15
void set_status(Enrolment& place) {
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = enrolment::default_status(place.state);
}

// The first result starts: registered becomes in progress (IMC-PART-02), and for duration of use the clock begins.
void start(Enrolment& place, Activity& activity, const catalogue::Course& course, Day day) {
    if (place.state == State::registered) {
        place.state = State::in_progress;
        set_status(place);
        place.started_on = day;
    }
    if (!activity.evidence_on || day < *activity.evidence_on) activity.evidence_on = day;
    if (course.has_dates() || activity.start_on) return;
    activity.start_on = day;
    if (const auto duration = catalogue::parse_duration(course.settings.duration))
        activity.end_on = add(day, *duration);
}

// What the outcome does to the place: it concludes (IMC-PART-03), by the moves that a grade rule may make.
bool may_conclude(const Enrolment& place, State to) {
    return place.state == to || enrolment::may_move(place.state, to, enrolment::Mover::grade_rule);
}

void conclude(Enrolment& place, State to, Day day) {
    place.state = to;
    set_status(place);
    place.ended_on = day;
}

// WIS-AG-09, WIS-AG-10: a successful outcome stays; a fail may be replaced by a re-sit; what a person or the
// finalisation set stays, and so does everything once the unit is finalised (FIN-ORD-14).
bool may_write(const Enrolment& place, const Activity& activity) {
    if (activity.outcome.empty()) return true;
    return activity.outcome == "30" && activity.outcome_source == enrolment::Source::lms && !place.finalised;
}

Disposition keep(Code why, Decision& decision) {
    decision.code = why;
    return Disposition::kept;
}

// A person must look at it.
Disposition hold(Code why, std::vector<Parameter> parameters, Decision& decision) {
    decision.hold(why, std::move(parameters));
    return Disposition::review;
}

// Only a unit has an outcome. WIS-AG-17: the result of the last day counts, in whatever order they are told.
Disposition write_outcome(const GradeRow& row, Enrolment& place, Activity& activity, Day day, Decision& decision) {
    // IMC-SIG-11: what is signed stays, and somebody looks at what would change it.
    if (place.signed_at) return hold("participant.signed"_code, {}, decision);
    if (row.says == Says::nothing || !activity.id) return Disposition::evidence;
    if (!may_write(place, activity)) return keep("result.kept-final"_code, decision);
    if (row.says == Says::review) return hold("result.contradicts-itself"_code, {}, decision);
    const State to = enrolment::is_successful(row.outcome) ? State::passed : State::failed;
    if (!may_conclude(place, to)) {
        return hold("transition.illegal"_code, enrolment::illegal_move(place.state, to), decision);
    }
    const bool early = activity.start_on && day < *activity.start_on;
    if (early) return hold("result.before-start"_code, {}, decision);  // WIS-AG-05
    if (!activity.outcome.empty() && day < *activity.end_on) return keep("result.older"_code, decision);
    conclude(place, to, day);
    activity.outcome = row.outcome;
    activity.outcome_source = enrolment::Source::lms;
    activity.end_on = day;
    return Disposition::applied;
}

// FIN-ORD-14: what is final stays; a grade that says otherwise waits as an amendment.
void keep_for_later(const GradeRow& row, const Enrolment& place, const Activity& stands, Day day, Context& context,
                    Decision& decision) {
    if (row.says != Says::outcome || !stands.id || !enrolment::is_closed(&place, nullptr)) return;
    const std::string_view signed_outcome = place.state == State::passed ? "20" : "30";
    if (row.outcome == (stands.outcome.empty() ? signed_outcome : std::string_view(stands.outcome))) return;
    Activity told = stands;
    told.outcome = row.outcome;
    told.end_on = day;
    auto amendment = enrolment::amendment_of(stands, told, enrolment::Source::lms, context);
    amendment.id = context.ids.take<enrolment::Amendment>();
    decision.note("amendment.pending"_code);
    decision.put(std::move(amendment));
}

// WIS-AG-16: the same learner, course, moment and value.
bool is_same(const ResultEvent& event, const ReceiveGrade& request, const Context& context) {
    return event.occurred_at == context.effective && event.completion == request.completion &&
           event.grade_percent == request.grade_percent;
}

}  // namespace

void receive_grade(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Day day = day_of(context.effective, *zone);  // WIS-AG-05: the day of the course's zone

    // 1 The same result again?
    for (const ResultEvent& event : facts.events) {
        if (!is_same(event, request, context)) continue;
        if (context.repeated(event.id)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(event.id.value);
    }

    // 2 Which place, which activity?
    Enrolment place = latest(facts.enrolments);
    const Enrolment before = place;
    const Activity* found = activity_of(facts.activities, place);
    Activity activity = found == nullptr ? Activity{} : *found;

    // 3 Evidence first, then the grade rule, then the guard of what stands there.
    if (!place.signed_at) start(place, activity, *facts.course, day);
    const GradeRow* row = judge_grade(default_grade_rule(), request.completion, request.grade_percent);
    if (row == nullptr) return decision.refuse("grade-rule.gap"_code);
    ResultEvent event{context.ids.take<ResultEvent>(),
                      0,
                      place.id,
                      context.effective,
                      request.grade_percent,
                      request.completion,
                      Disposition::evidence};
    event.disposition = write_outcome(*row, place, activity, day, decision);

    // 4 The plan.
    decision.put(event);
    const bool stands = event.disposition == Disposition::kept || event.disposition == Disposition::review;
    if (stands) keep_for_later(*row, before, activity, day, context, decision);
    decision.put(place);
    if (found != nullptr) decision.put(activity);
    enrolment::keep_seats(*facts.course, *facts.seats, &before, place, decision);
    if (place.state != before.state) decision.access_due(place);
    decision.by_rule = true;  // IMC-REG-10: whoever brings a result, the grade rule moves the participant
}

}  // namespace provost::results

// WIS-AG-15, PPR-RES-06: a held result counts for the place that a person names, by its rule or with an outcome that he
// chooses, or it is let go.
#include "results/settle.hpp"

#include "enrolment/seats.hpp"
#include "results/by_hand.hpp"
#include "results/keep_for_later.hpp"
#include "results/matching.hpp"
#include "results/standing.hpp"
#include "results/which_rule.hpp"

namespace provost::results {

namespace {

using enrolment::Enrolment;

Code problem(const SettleResult& request, const ResultEvent& event) {
    if (event.disposition != Disposition::review && event.disposition != Disposition::conflict) {
        return "result.not-held"_code;
    }
    const bool needs_reason = request.dismiss || !request.outcome.empty();
    if (needs_reason && request.reason.empty()) return "reason.missing"_code;
    if (request.dismiss && !request.outcome.empty()) return "setting.twice"_code;
    return {};
}

// The place that it shall be for: the named one, if it is one of those that it may be for, or its own.
const Enrolment* place_for(const SettleResult& request, const SettleResultFacts& facts, Decision& decision) {
    if (!request.enrolment.given()) {
        if (!facts.place && !request.dismiss) decision.refuse("field.missing"_code, {{"field", "enrolment"}});
        if (facts.place) return &*facts.place;
        return facts.candidates.empty() ? nullptr : &*facts.candidates.begin();  // only for the history
    }
    const auto& ids = facts.result->candidates;
    const bool own = facts.place && facts.place->id == facts.enrolment->id;
    const bool candidate = std::ranges::find(ids, facts.enrolment->id.value) != ids.end();
    if (!own && !candidate) decision.refuse("result.not-candidate"_code);
    return &*facts.enrolment;
}

// The course of the place, among those that were fetched for the checks of rights.
const catalogue::Course* course_of(const Enrolment& place, const SettleResultFacts& facts) {
    if (facts.course && facts.course->id == place.course) return &*facts.course;
    if (facts.own_course && facts.own_course->id == place.course) return &*facts.own_course;
    return facts.courses.first([&](const catalogue::Course& course) { return course.id == place.course; });
}

// With the outcome that the person chose: by hand from now on.
void settle_by_hand(const SettleResult& request, const Standing& standing, ResultEvent event,
                    const Many<LmsLink>& links, Context& context, Decision& decision) {
    Enrolment place = *standing.place;
    if (standing.activity == nullptr) return decision.refuse("unit.none"_code);
    if (place.finalised) return decision.refuse("outcome.finalised"_code);
    if (place.signed_at) return decision.refuse("participant.signed"_code);
    if (!enrolment::is_open(place.state)) {
        return decision.refuse("transition.illegal"_code, enrolment::illegal_move(place.state, place.state));
    }
    enrolment::Activity activity = *standing.activity;
    const Day day = standing.day(*event.occurred_at);
    if (activity.start_on && day < *activity.start_on) return decision.refuse("date.end-before-start"_code);
    event.outcome_before = activity.outcome;
    const LmsLink* link = link_of(event, standing.course->id, links).link;
    const auto code = outcome_for(request.outcome, day, standing, link, context);
    if (!code || !set_by_hand(*code, day, true, place, activity, decision)) return;
    if (place.ended_on == day) activity.end_on = day;
    event.disposition = Disposition::applied;
    event.outcome = activity.outcome;
    decision.put(std::move(event));
    decision.put(place);
    decision.put(activity);
    decision.put(line_of_history(*standing.place, place, "participant.result-settled"_code, request.reason, context));
    enrolment::keep_seats(*standing.course, *standing.seats, standing.place, place, decision);
    if (place.state != standing.place->state) decision.access_due(place);
}

// As if it had come for that place alone: the rule of its link, or of the course, decides, and may hold it again.
void settle_by_rule(const Standing& standing, ResultEvent event, const Many<LmsLink>& links, Context& context,
                    Decision& decision) {
    const auto [link, partial] = link_of(event, standing.course->id, links);
    const auto found = rule_at(*standing.place, *standing.course, link, context);
    if (!found) return;
    if (found->ambiguous) return decision.refuse("grade-rule.ambiguous"_code);
    Incoming incoming{told_by(link, {event.completion, event.grade_percent, event.grade}), *event.occurred_at};
    incoming.partial = partial;  // PPR-RES-06
    if (!event.system.empty()) incoming.provenance = enrolment::Provenance{event.system, event.run, context.recorded};
    if (found->rule != nullptr) keep_for_later(standing, *found->rule, incoming, context, decision);
    grade(standing, found->rule, incoming, std::move(event), decision);
}

}  // namespace

void settle_result(const SettleResult& request, const SettleResultFacts& facts, Context& context, Decision& decision) {
    ResultEvent event = *facts.result;
    if (const Code wrong = problem(request, event)) return decision.refuse(wrong);
    const Enrolment* place = place_for(request, facts, decision);
    if (decision.refused()) return;
    event.settled_at = context.recorded;
    event.settled_by = context.asked_by;
    if (request.dismiss) {
        event.disposition = Disposition::dismissed;
        decision.put(std::move(event));
        if (place == nullptr) return;
        return decision.put(
            line_of_history(*place, *place, "participant.result-settled"_code, request.reason, context));
    }
    const catalogue::Course* course = course_of(*place, facts);
    const auto standing = course == nullptr ? std::nullopt : look_up(*place, *course, context, decision);
    if (!standing) return;
    event.enrolment = place->id;
    event.code = {};
    request.outcome.empty() ? settle_by_rule(*standing, std::move(event), facts.links, context, decision)
                            : settle_by_hand(request, *standing, std::move(event), facts.links, context, decision);
}

}  // namespace provost::results

// WIS-AG-14: changing a rule grades nothing again. This grades anew what came, each place from its beginning and with
// the same steps as a real grade, into decisions that are thrown away; what would come out differently is reported.
#include "results/what_if.hpp"

#include "results/grading.hpp"
#include "results/matching.hpp"
#include "results/which_rule.hpp"

#include <provost/enrolment/participant.hpp>

#include <unordered_map>

namespace provost::results {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::Source;
using enrolment::State;

// The place and the unit as they were before any grade came.
void begin_anew(Enrolment& place, Activity& activity) {
    if (enrolment::is_concluded(place.state)) place.state = State::in_progress;
    place.unit_status = enrolment::default_status(place.state);
    place.ended_on.reset();
    activity.outcome.clear();
    activity.outcome_source = Source::none;
    activity.provenance.reset();
    activity.final_grade.clear();
}

template <class T>
void take(const Decision& decision, T& record) {
    for (const Record& put : decision.puts) {
        if (const auto* found = put.get<T>()) record = *found;
    }
}

// A result with the link that it came by and the rule that counts for it.
struct Again {
    const ResultEvent* event;
    LinkFound by;
    const GradeRule* rule;
};

// As it came: a part stays evidence, and what waited for a person and was settled waits no more. PPR-RES-06
Incoming incoming_of(const Again& again) {
    const ResultEvent& event = *again.event;
    Incoming incoming{told_by(again.by.link, {event.completion, event.grade_percent, event.grade}), *event.occurred_at};
    incoming.partial = again.by.partial;
    incoming.review = again.by.link != nullptr && again.by.link->review && !event.settled_at;
    return incoming;
}

// What the results of a place, one after the other, make of its unit.
std::string outcome_of(const std::vector<Again>& results, const Standing& real) {
    Enrolment place = *real.place;
    Activity activity = *real.activity;
    begin_anew(place, activity);
    std::vector<ResultEvent> judged;
    judged.reserve(results.size());
    for (const Again& again : results) {
        Standing standing = real;
        standing.place = &place;
        standing.activity = &activity;
        standing.events.clear();
        for (const ResultEvent& earlier : judged) standing.events.push_back(&earlier);
        Decision decision;
        grade(standing, again.rule, incoming_of(again), *again.event, decision);
        Enrolment next = place;
        Activity unit = activity;
        take(decision, next);
        take(decision, unit);
        judged.push_back(*again.event);
        take(decision, judged.back());
        place = next;
        activity = unit;
    }
    return activity.outcome;
}

// The results of a place in the order in which they came, each with the named rule, or with the one that counts for it;
// where several do, a person would have to say which. Nothing while it is not known yet.
std::optional<std::vector<Again>> results_of(const Enrolment& place, const std::vector<const ResultEvent*>& events,
                                             const WhatIfGradesFacts& facts, const Context& context) {
    std::vector<Again> results;
    for (const ResultEvent* event : events) {
        const LinkFound by = link_of(*event, facts.course->id, facts.links);
        RuleFound found{facts.rule ? &*facts.rule : nullptr};
        if (!facts.rule) {
            const auto counts = rule_at(place, *facts.course, by.link, context);
            if (!counts) return std::nullopt;
            found = *counts;
        }
        if (!found.ambiguous) results.push_back({event, by, found.rule});
    }
    std::ranges::stable_sort(results, {}, [](const Again& again) { return again.event->id; });
    return results;
}

// Only what a grade wrote would come out differently: what people, finalising and signatures made stays.
bool is_open_to(const Enrolment& place, const Activity& activity) {
    const bool graded = activity.outcome_source == Source::lms || activity.outcome.empty();
    return graded && !activity.pinned && !place.finalised && !place.signed_at && enrolment::is_open(place.state);
}

// WIS-MIG-08, FIN-ACC-03: what waits for a person whatever the rule says.
bool waits_anyway(const ResultEvent& event) {
    const bool for_all = event.code == "result.withdrawn"_code || event.code == "result.in-gap"_code ||
                         event.code == "learner.inactive"_code;
    return event.disposition == Disposition::review && for_all;
}

ReportLine line_for(const Enrolment& place, const std::string& now, const std::string& then) {
    const auto quoted = [](const std::string& text) { return text.empty() ? text : '"' + text + '"'; };
    ReportLine line;
    line.item = "/enrolment/" + std::to_string(place.id.value);
    line.fate = Fate::changed;
    line.before = quoted(now);
    line.value = quoted(then);
    return line;
}

}  // namespace

void what_if_grades(const WhatIfGrades&, const WhatIfGradesFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    std::unordered_map<std::int64_t, std::vector<const ResultEvent*>> events;
    for (const ResultEvent& event : facts.events) {
        const bool counts = event.occurred_at && event.disposition != Disposition::dismissed && !waits_anyway(event);
        if (counts) events[event.enrolment.value].push_back(&event);
    }
    for (const Enrolment& place : facts.enrolments) {
        const Activity* activity = activity_of(facts.activities, place);
        const auto told = events.find(place.id.value);
        if (activity == nullptr || told == events.end() || !is_open_to(place, *activity)) continue;
        const auto results = results_of(place, told->second, facts, context);
        if (!results) return;
        if (std::ranges::none_of(*results, [](const Again& again) { return again.rule != nullptr; })) continue;
        const std::string then = outcome_of(*results, {&place, &*facts.course, zone, &*facts.seats, activity});
        if (then != activity->outcome) decision.report.push_back(line_for(place, activity->outcome, then));
    }
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::results

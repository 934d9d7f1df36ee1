// May somebody enter; what happened to him.
#include "registration/questions.hpp"

#include "registration/place.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/describe/json.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::registration {

namespace {

using enrolment::Enrolment;
using enrolment::ParticipantChange;
using enrolment::State;

// IMC-ACL-01: a course that has clearances asks administrators for one.
bool administers(const MayEnterFacts& facts, const Context& context) {
    const bool open = !facts.acting.of_object || facts.acting.of_object->grants.empty();
    if (open) return static_cast<bool>(facts.acting.administrator);
    return clearances::may_administer(facts.acting, context, access::Right::register_learners,
                                      access::ObjectRight::view);
}

// A line of a history, with the moment by which it stands where it does.
struct Event {
    Instant at;
    ReportLine line;
};

std::string quoted(std::string_view text) {
    std::string out;
    write_json_text(out, text);
    return out;
}

Event event(Instant at, Code code, std::string before, std::string value) {
    Event made{at, {}};
    made.line.item = to_text(at);
    made.line.fate = Fate::changed;
    made.line.code = code;
    made.line.before = std::move(before);
    made.line.value = std::move(value);
    return made;
}

Event event_of(const ParticipantChange& change) {
    const bool told = !change.before.empty();
    return event(change.effective.value_or(Instant{}), change.code,
                 told ? change.before : quoted(word(change.start_state)),
                 told ? change.after : quoted(word(change.target_state)));
}

// The latest place that is not closed: whoever gave up another attempt may still read. Else the latest.
const Enrolment& latest_open(const Many<Enrolment>& places) {
    const Enrolment* found = &latest(places);
    bool is_open = false;
    for (const Enrolment& place : places) {
        if (!enrolment::is_open(place.state)) continue;
        found = &place;
        is_open = true;
    }
    return is_open ? *found : latest(places);
}

}  // namespace

// IMC-CT-06: a course with dates from its start up to its end; a duration of use from the enrolment for as long as it
// lasts, without end until the participant begins.
void check_window(const catalogue::Course& course, const Enrolment& place, Instant now, const Zone& zone,
                  Decision& decision) {
    if (course.has_dates()) {
        if (now < *course.starts_at)
            return decision.refuse("entry.not-yet"_code, {{"from", to_text(*course.starts_at)}});
        if (*course.ends_at <= now) return decision.refuse("entry.over"_code, {{"until", to_text(*course.ends_at)}});
        return;
    }
    if (place.enrolled_at && now < *place.enrolled_at) {
        return decision.refuse("entry.not-yet"_code, {{"from", to_text(*place.enrolled_at)}});
    }
    const auto duration = catalogue::parse_duration(course.settings.duration);
    if (!place.started_on || !duration) return;
    const Day end = catalogue::add(*place.started_on, *duration);
    if (end <= day_of(now, zone)) decision.refuse("entry.over"_code, {{"until", to_text(end)}});
}

void may_enter(const MayEnter&, const MayEnterFacts& facts, Context& context, Decision& decision) {
    // IMC-REG-12: tutors and administrators by their own rights.
    if (facts.learner && !clearances::may_know(facts.acting, *facts.learner, context)) {
        return decision.refuse("registration.not-entitled"_code);
    }
    const bool by_right = !facts.learner && (context.teaches || context.by_host || administers(facts, context));
    if (by_right) return decision.unchanged(facts.course->id.value);
    const Many<Enrolment>& places = facts.learner ? facts.enrolments : facts.own;
    if (places.empty()) {
        return decision.refuse("entry.not-registered"_code, {{"state", std::string(word(State::none))}});
    }
    const Enrolment& place = latest_open(places);
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    switch (place.state) {
        case State::registered:
        case State::in_progress: check_window(*facts.course, place, context.effective, *zone, decision); break;
        case State::passed:
        case State::failed: decision.note("entry.reads"_code); break;
        default: decision.refuse("entry.not-registered"_code, {{"state", std::string(word(place.state))}});
    }
    if (!decision.refused()) decision.unchanged(place.id.value);
}

// IMC-PART-11: what was done to the places of a learner in a course, and the results that came in.
void history(const History&, const HistoryFacts& facts, Context&, Decision& decision) {
    std::vector<Event> events;
    for (const Enrolment& place : facts.enrolments) {
        if (place.enrolled_at) events.push_back(event(*place.enrolled_at, "participant.enrolled"_code, {}, {}));
    }
    for (const ParticipantChange& change : facts.changes) events.push_back(event_of(change));
    for (const results::ResultEvent& result : facts.events) {
        std::string value = quoted(word(result.completion));
        events.push_back(
            event(result.occurred_at.value_or(Instant{}), "participant.result"_code, {}, std::move(value)));
    }
    std::ranges::stable_sort(events, {}, &Event::at);
    for (Event& each : events) decision.report.push_back(std::move(each.line));
    decision.unchanged(latest(facts.enrolments).id.value);
}

}  // namespace provost::registration

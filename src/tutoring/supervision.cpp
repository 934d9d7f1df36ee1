// IMC-TUT-16: what tutors with the function see and do of the participants of their course.
#include "tutoring/supervision.hpp"

#include "enrolment/held_back.hpp"
#include "staffing/positions.hpp"

#include <provost/describe/json.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::tutoring {

namespace {

using catalogue::Component;
using enrolment::Enrolment;
using enrolment::HeldBack;
using results::ResultEvent;

std::vector<std::string> held_components(const Many<HeldBack>& releases, const Enrolment& place) {
    std::vector<std::string> held;
    for (const HeldBack& each : releases) {
        const bool known = std::ranges::find(held, each.component) != held.end();
        if (each.component.empty() || known) continue;
        if (enrolment::is_held_back(releases, place, each.component)) held.push_back(each.component);
    }
    return held;
}

ReportLine line_of(Id<people::Learner> learner, std::string_view group, std::string value) {
    ReportLine line;
    line.item = "learner_" + std::to_string(learner.value);
    line.group = group;
    line.value = std::move(value);
    return line;
}

const ResultEvent* latest_result(const results::PlaceFacts& facts, Id<Enrolment> place) {
    const ResultEvent* found = nullptr;
    for (const ResultEvent& event : facts.events) {
        if (event.enrolment == place && event.disposition == results::Disposition::applied) found = &event;
    }
    return found;
}

// What is to be said of: results or a component, of a participant or of all. Null: refused.
bool names_something(const catalogue::Syllabus* syllabus, const std::string& component, Decision& decision) {
    if (component.empty()) return true;
    const auto known = syllabus != nullptr && std::ranges::find(syllabus->components, component, &Component::key) !=
                                                  syllabus->components.end();
    if (!known) decision.refuse("component.unknown"_code, {{"component", component}});
    return known;
}

// IMC-TUT-16, IMC-SIG-07: of whoever has signed nothing is held back or released any more, nor in a locked course.
bool may_release(const ReleaseFacts& facts, Decision& decision) {
    if (facts.course->locked_at && !facts.learner) {
        decision.refuse("course.signed"_code);
    } else if (facts.learner && registration::latest(facts.places).signed_at) {
        decision.refuse("participant.signed"_code);
    }
    return !decision.refused();
}

// What stands there now; a new one when nothing does.
HeldBack stands(const ReleaseFacts& facts, const std::string& component) {
    HeldBack made;
    made.course = facts.course->id;
    if (facts.learner) made.enrolment = registration::latest(facts.places).id;
    made.component = component;
    const auto* found = facts.releases.first(
        [&](const HeldBack& each) { return each.enrolment == made.enrolment && each.component == component; });
    return found == nullptr ? made : *found;
}

void put(HeldBack made, Context& context, Decision& decision) {
    if (!made.id) made.id = context.ids.take<HeldBack>();
    decision.put(std::move(made));
}

// Of a course without a unit the state says how somebody ended.
bool change_state(const CorrectResult& request, const CorrectResultFacts& facts, Context& context, Decision& decision) {
    if (!request.passed) {
        decision.refuse("field.missing"_code, {{"field", "passed"}});
        return false;
    }
    registration::ChangeState change;
    change.state = *request.passed ? enrolment::State::passed : enrolment::State::failed;
    change.correction = true;
    change.reason = request.reason;
    registration::change_state(change, facts.change, context, decision);
    return decision.verdict == Verdict::accepted;
}

bool change_outcome(const CorrectResult& request, const CorrectResultFacts& facts, Context& context,
                    Decision& decision) {
    if (request.outcome.empty()) {
        decision.refuse("field.missing"_code, {{"field", "outcome"}});
        return false;
    }
    results::ChangeOutcome change;
    change.outcome = request.outcome;
    change.reason = request.reason;
    results::change_outcome(change, facts.place, context, decision);
    return decision.verdict == Verdict::accepted;
}

}  // namespace

// IMC-TUT-03: who takes part is open with `members`; how somebody stands only with `progress`.
void participants(const Participants&, const ParticipantsFacts& facts, Context& context, Decision& decision) {
    const auto progress = staffing::functions(staffing::TutorFunction::progress);
    const bool all = !context.teaches || (context.functions & progress) != 0;
    for (const Enrolment& place : facts.places) {
        ParticipantView made;
        made.state = place.state;
        made.started_on = place.started_on;
        made.ended_on = place.ended_on;
        made.has_signed = place.signed_at.has_value();
        made.results_held = enrolment::is_held_back(facts.releases, place, {});
        made.components_held = held_components(facts.releases, place);
        for (const auto& activity : facts.activities) {
            if (all && activity.enrolment == place.id) made.outcome = activity.outcome;
        }
        for (const ResultEvent& event : facts.events) {
            if (all && event.enrolment == place.id && event.code == "result.corrected"_code) ++made.corrections;
        }
        decision.report.push_back(line_of(place.learner, "participants", to_json(made)));
    }
    decision.unchanged(facts.course->id.value);
}

// IMC-TUT-06: of each participant, each component of training on the job.
void on_the_job_sessions(const OnTheJobSessions&, const OnTheJobFacts& facts, Context&, Decision& decision) {
    decision.unchanged(facts.course->id.value);
    if (!facts.syllabus) return;
    for (const Enrolment& place : facts.places) {
        const auto* progress =
            facts.progress.first([&](const learning::Progress& each) { return each.enrolment == place.id; });
        for (const Component& component : facts.syllabus->components) {
            if (component.kind != catalogue::ComponentKind::on_the_job) continue;
            SessionView made;
            made.component = component.key;
            if (progress != nullptr) {
                const auto entry =
                    std::ranges::find(progress->components, component.key, &learning::ComponentProgress::component);
                if (entry != progress->components.end()) {
                    made.opened_at = entry->opened_at;
                    made.processed_at = entry->processed_at;
                    made.tutor_confirmed_at = entry->tutor_confirmed_at;
                }
            }
            decision.report.push_back(line_of(place.learner, component.key, to_json(made)));
        }
    }
}

// IMC-TUT-16: the correction is a new result; the one that it corrects stays as it is, and so does the history of the
// place. Of whoever has signed, or was finalised, nothing is corrected this way.
void correct_result(const CorrectResult& request, const CorrectResultFacts& facts, Context& context,
                    Decision& decision) {
    const results::Standing standing = facts.place.standing(context);
    if (standing.zone == nullptr) return decision.refuse("zone.unknown"_code);
    if (standing.place->signed_at) return decision.refuse("participant.signed"_code);
    const std::string before = standing.activity == nullptr ? std::string() : standing.activity->outcome;
    const bool changed = standing.activity == nullptr ? change_state(request, facts, context, decision)
                                                      : change_outcome(request, facts, context, decision);
    if (!changed) return;
    results::Told told;
    told.completion = results::Completion::completed;
    told.number = request.grade_percent;
    told.text = request.grade;
    ResultEvent event = results::event_of(told, context);
    event.enrolment = standing.place->id;
    event.source = enrolment::Source::manual;
    event.disposition = results::Disposition::applied;
    event.code = "result.corrected"_code;
    event.outcome_before = before;
    event.outcome = request.outcome;
    event.settled_at = context.effective;
    event.settled_by = context.asked_by;
    if (const auto* corrected = latest_result(facts.place, standing.place->id)) event.corrects = corrected->id;
    decision.put(std::move(event));
}

void hold_back(const HoldBack& request, const ReleaseFacts& facts, Context& context, Decision& decision) {
    const auto* syllabus = facts.syllabus ? &*facts.syllabus : nullptr;
    if (!names_something(syllabus, request.component, decision) || !may_release(facts, decision)) return;
    HeldBack made = stands(facts, request.component);
    if (made.held_at && !made.released_at) return decision.unchanged(made.id.value);
    made.held_at = context.effective;
    made.held_by = context.asked_by;
    made.released_at.reset();
    made.released_by.clear();
    put(std::move(made), context, decision);
}

// IMC-TUT-16: a flag with who and when. What is held back from all may be released for one.
void release(const ReleaseHeld& request, const ReleaseFacts& facts, Context& context, Decision& decision) {
    if (!may_release(facts, decision)) return;
    HeldBack made = stands(facts, request.component);
    const bool held =
        facts.learner ? enrolment::is_held_back(facts.releases, registration::latest(facts.places), request.component)
                      : made.held_at && !made.released_at;
    if (!held) return decision.refuse("release.not-held"_code);
    made.released_at = context.effective;
    made.released_by = context.asked_by;
    put(std::move(made), context, decision);
}

}  // namespace provost::tutoring

// What each component is to a participant.
#include "learning/view.hpp"

#include "enrolment/held_back.hpp"
#include "learning/hints.hpp"
#include "learning/percentage.hpp"
#include "registration/questions.hpp"

#include <provost/describe/json.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::learning {

namespace {

using enrolment::Enrolment;

// The later of the window and of the rules that have opened it. IMC-LL-11
std::optional<Instant> opens_at(const Study& study, const Way& way, int component) {
    const auto window = way.opens(component).at;
    const Opening rules = opening_of(study.logic, way.state(), component);
    return rules.unlocked && rules.from && (!window || *window < *rules.from) ? rules.from : window;
}

ComponentView view(const Study& study, const Way& way, int component, Instant now) {
    const catalogue::Component& it = study.components[at(component)];
    ComponentView made;
    made.state = way.state_of(component, now);
    made.folder = it.folder;
    made.kind = it.kind;
    made.can_open = way.state().ended == Ended::no && !way.closed(component, now).code;
    made.opens_at = opens_at(study, way, component);
    made.closes_at = way.closes(component).at;
    made.tries = way.state().done[at(component)].ended;
    const auto limit = study.logic.components[at(component)].limit;
    if (limit != 0) made.tries_left = std::max<std::int64_t>(0, limit - made.tries);
    if (const ComponentProgress* entry = way.of(component)) made.processed_at = entry->processed_at;
    return made;
}

// IMC-SYL-01: all are shown, whether they can be opened or not; those that can not with the reason.
// `held`: whether a component is held back from the participant. [IMC-TUT-16]
template <class Held>
void tell_components(const Study& study, const Way& way, const Context& context, bool to_learner,
                     const catalogue::Course& course, Code shut_by_course, const Held& held, Decision& decision) {
    for (int i = 0; at(i) < study.components.size(); ++i) {
        if (to_learner && is_for_tutors(study.logic, i)) continue;
        ComponentView made = view(study, way, i, context.effective);
        const bool closed_to = is_closed_to(way.of(i), course);
        const Code why = held(study.components[at(i)].key) ? "component.held-back"_code : shut_by_course;
        const Code shut = !why && closed_to ? "learning.course-closed"_code : why;
        made.can_open = made.can_open && !shut;
        ReportLine line;
        line.item = study.components[at(i)].key;
        line.group = "components";
        line.value = to_json(made);
        if (!made.can_open && catalogue::is_opened(made.kind)) {
            const Closed closed = way.closed(i, context.effective);
            line.code = closed.code ? closed.code : shut;
            const bool waits = made.state == ComponentState::locked || made.state == ComponentState::in_progress;
            if (closed.code && waits && context.explains()) {
                decision.notes.push_back(why_closed(study, way, i, closed));
            }
        }
        decision.report.push_back(std::move(line));
    }
}

// IMC-REG-12: outside the course's own time nothing is open, nor to somebody who does not take part.
Code shut_by_course(const catalogue::Course& course, const Enrolment& place, const Context& context, const Zone& zone) {
    using enum enrolment::State;
    if (place.state != registered && place.state != in_progress) return "learning.not-taking-part"_code;
    Decision asked;
    registration::check_window(course, place, context.effective, zone, asked);
    return asked.code;
}

void tell_progress(const Study& study, const Way& way, Decision& decision) {
    const auto share = share_processed(study.logic, way.state());
    ReportLine line;
    line.item = "progress";
    line.group = "progress";
    if (share) line.value = std::to_string(whole_percent(*share));
    decision.report.push_back(std::move(line));
}

// IMC-SYL-09: tutors and administrators always; the participant when the provider says so, or else the course room.
bool shows_progress(const WhatIsOpenFacts& facts) {
    if (facts.provider && facts.provider->show_progress) return *facts.provider->show_progress;
    return facts.room && facts.room->show_progress;
}

template <class Held>
void list(const Study& study, const Way& way, const catalogue::Course& course, Instant now, bool shut_by_course,
          const Held& held, ProgressView& made) {
    for (int i = 0; at(i) < study.components.size(); ++i) {
        if (!study.logic.components[at(i)].counted) continue;
        const std::string& key = study.components[at(i)].key;
        const bool processed = is_processed(study.logic, way.state(), i);
        if (processed) made.processed.push_back(key);
        if (is_failed(study.logic, way.state(), i)) made.failed.push_back(key);
        const bool shut = shut_by_course || is_closed_to(way.of(i), course) || held(key);
        if (!processed && !shut && way.state().ended == Ended::no && !way.closed(i, now).code) made.open.push_back(key);
    }
}

ProgressView look_at(const Enrolment& place, const Progress* progress, const std::vector<const Enrolment*>* booked,
                     const OverviewFacts& facts, const Zone& zone, Studies& studies, const Context& context) {
    const Instant now = context.effective;
    const Study& study = studies.of(judging(facts.study, facts.logic, progress));
    Way way = progress == nullptr ? Way(study, *facts.course, zone, place.enrolled_at)
                                  : Way(study, *facts.course, zone, place.enrolled_at, *progress);
    const auto sets = set_ends(facts.study, study.positions,
                               booked == nullptr ? std::vector<const Enrolment*>{} : *booked, progress, now);
    for (const SetEnd& set : sets) way.settle(set);
    ProgressView made;
    if (const auto share = share_processed(study.logic, way.state())) made.percent = whole_percent(*share);
    const bool shut = static_cast<bool>(shut_by_course(*facts.course, place, context, zone));
    const auto held = [&](std::string_view component) {
        return enrolment::is_held_back(facts.releases, place, component);
    };
    list(study, way, *facts.course, now, shut, held, made);
    return made;
}

bool may_see_all(const OverviewFacts& facts, const Context& context) {
    clearances::ActingFacts acting;
    acting.administrator = facts.administrator;
    acting.groups = facts.groups;
    acting.of_object = facts.of_course;
    return clearances::sees_participants(acting, context);
}

template <class T>
std::unordered_map<std::int64_t, std::vector<const T*>> by_learner(const Many<T>& records) {
    std::unordered_map<std::int64_t, std::vector<const T*>> sorted;
    for (const T& record : records) sorted[record.learner.value].push_back(&record);
    return sorted;
}

}  // namespace

void what_is_open(const WhatIsOpen&, const WhatIsOpenFacts& facts, Context& context, Decision& decision) {
    const StudentFacts& student = facts.student;
    const bool by_right = clearances::sees_participants(student.acting, context);
    if (!by_right && !clearances::roles_of(student.acting, *student.learner, context).acts()) {
        return decision.refuse("registration.not-entitled"_code);
    }
    const Zone* zone = context.zones.find(student.place.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Enrolment& place = registration::latest(student.place.enrolments);
    const Progress* progress = progress_of(student.progress, place);
    const Study study = study_of(student.study, *student.course, judging(student.study, student.logic, progress));
    const Way way = way_of(study, student, *zone, progress, context.effective);
    const Code shut = shut_by_course(*student.course, place, context, *zone);
    const auto held = [&](std::string_view component) {
        return enrolment::is_held_back(student.releases, place, component);
    };
    tell_components(study, way, context, !by_right, *student.course, shut, held, decision);
    if (by_right || shows_progress(facts)) tell_progress(study, way, decision);
    decision.unchanged(place.id.value);
}

void overview(const Overview&, const OverviewFacts& facts, Context& context, Decision& decision) {
    if (!may_see_all(facts, context)) return decision.refuse("registration.not-entitled"_code);
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const auto places = by_learner(facts.enrolments);
    const auto booked = by_learner(facts.booked);
    std::unordered_map<std::int64_t, const Progress*> progress;
    for (const Progress& each : facts.progress) progress[each.enrolment.value] = &each;
    Studies studies(facts.study, *facts.course);
    for (const people::Learner& learner : facts.learners) {
        ReportLine line;
        line.item = "learner_" + std::to_string(learner.id.value);
        if (const auto found = places.find(learner.id.value); found == places.end()) {
            line.fate = Fate::refused;
            line.code = "learner.not-enrolled"_code;
        } else {
            const Enrolment& place = *found->second.back();
            const auto stands = progress.find(place.id.value);
            const auto theirs = booked.find(learner.id.value);
            line.value =
                to_json(look_at(place, stands == progress.end() ? nullptr : stands->second,
                                theirs == booked.end() ? nullptr : &theirs->second, facts, *zone, studies, context));
        }
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course->id.value);
}

// IMC-MISC-02: the same engine on a scratch state; nothing is written, and nobody is told.
void preview(const Preview& request, const PreviewFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const auto* logic = facts.study.logic ? &*facts.study.logic : nullptr;
    const Study study = study_of(facts.study, *facts.course, logic);
    Way way(study, *facts.course, *zone, request.enrolled_at ? request.enrolled_at : context.effective);
    for (const PreviewStep& step : request.steps) {
        if (study.positions.of(step.component) < 0) {
            return decision.refuse("component.unknown"_code, {{"component", step.component}});
        }
        LearningEvent event;
        event.component = step.component;
        event.kind = *step.kind;
        event.status = step.status.value_or(TryStatus::completed);
        event.percent = step.percent;
        event.occurred_at = step.at ? step.at : context.effective;
        way.take(event);
        ReportLine line;
        line.item = step.component;
        line.group = "steps";
        line.fate = event.standing == Standing::counted ? Fate::changed : Fate::refused;
        if (event.standing == Standing::kept) {
            line.code = way.closed(study.positions.of(step.component), *event.occurred_at).code;
        }
        decision.report.push_back(std::move(line));
    }
    tell_components(
        study, way, context, false, *facts.course, {}, [](std::string_view) { return false; }, decision);
    tell_progress(study, way, decision);
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::learning

// A participant's way, event by event.
#include "learning/way.hpp"

#include <tuple>

namespace provost::learning {

namespace {

using catalogue::ConditionKind;

// What was done with a component, from its tries as they stand: one that is told anew counts as it is told last.
Done done_of(const ComponentProgress& entry, const Logic::Component& component) {
    Done done;
    done.opened = entry.opened_at.has_value();
    done.confirmed = entry.confirmed_at.has_value();
    done.tutor_confirmed = entry.tutor_confirmed_at.has_value();
    done.folder_processed = catalogue::what_is(component.kind).holds_others && entry.processed_at;
    done.passed = component.kind == catalogue::ComponentKind::course_set && entry.processed_at;
    for (const Try& each : entry.tries) {
        if (!each.ended_at) continue;
        ++done.ended;
        done.scored = done.scored || each.status == TryStatus::scored;
        done.completed = done.completed || each.status == TryStatus::completed;
        done.passed = done.passed || each.status == TryStatus::passed;
        done.failed = done.failed || each.status == TryStatus::failed;
        if (each.percent) done.reached |= ranges_of(component, *each.percent);
    }
    return done;
}

bool runs(const ComponentProgress& entry) {
    return entry.tries.empty() ? !entry.processed_at : !entry.tries.back().ended_at;
}

auto content(const LearningEvent& event) {
    return std::tuple(event.occurred_at, event.kind, std::string_view(event.component), event.attempt, event.status,
                      event.percent);
}

}  // namespace

Study study_of(const std::vector<catalogue::Component>& components, const std::vector<catalogue::Rule>& rules,
               const catalogue::Settings& settings) {
    const auto by = settings.conclude_by.value_or(catalogue::ConcludeBy::administrator);
    return {components, rules, Positions(components),
            compile(components, rules, by, settings.always_passed.value_or(false))};
}

bool comes_before(const LearningEvent& a, const LearningEvent& b) { return content(a) < content(b); }
bool is_same(const LearningEvent& a, const LearningEvent& b) { return content(a) == content(b); }

Way::Way(const Study& study, const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at)
    : study_(study),
      course_(course),
      zone_(zone),
      enrolled_at_(enrolled_at),
      places_(study.components.size(), -1),
      state_(begin(study.logic, trace_)) {
    write_down(0, enrolled_at);
}

Way::Way(const Study& study, const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at,
         Progress progress)
    : study_(study),
      course_(course),
      zone_(zone),
      enrolled_at_(enrolled_at),
      progress_(std::move(progress)),
      places_(study.components.size(), -1) {
    restore();
}

// The state of the logic from what stands in the record.
void Way::restore() {
    state_.done.resize(study_.components.size());
    state_.fired.resize(study_.rules.size());
    state_.steps = static_cast<std::int32_t>(progress_.steps);
    for (std::size_t i = 0; i < progress_.components.size(); ++i) {
        const int component = study_.positions.of(progress_.components[i].component);
        if (component < 0) continue;  // it was taken out of the course
        places_[at(component)] = static_cast<int>(i);
        state_.done[at(component)] = done_of(progress_.components[i], study_.logic.components[at(component)]);
    }
    for (const Firing& firing : progress_.firings) {
        const auto rule = std::ranges::find(study_.rules, firing.rule, &catalogue::Rule::key);
        if (rule == study_.rules.end()) continue;
        const auto place = static_cast<std::size_t>(rule - study_.rules.begin());
        state_.fired[place] = static_cast<std::int32_t>(firing.step);
        const Ended ends = study_.logic.rules[place].ends;
        if (state_.ended == Ended::no) state_.ended = ends;
    }
    if (progress_.ended_at) conclude_by_progress(study_.logic, state_);
}

const ComponentProgress* Way::of(int component) const {
    const int place = places_[at(component)];
    return place < 0 ? nullptr : &progress_.components[at(place)];
}

ComponentProgress& Way::touch(int component) {
    int& place = places_[at(component)];
    if (place < 0) {
        place = static_cast<int>(progress_.components.size());
        progress_.components.push_back({study_.components[at(component)].key, {}, {}, {}, {}, {}, {}});
    }
    return progress_.components[at(place)];
}

Moment Way::moment(const catalogue::Bound& bound, std::optional<Instant> started_at) const {
    std::optional<Instant> processed_at;
    if (bound.counted_from == catalogue::Anchor::component_processed) {
        const int named = study_.positions.of(bound.component);
        const ComponentProgress* entry = named < 0 ? nullptr : of(named);
        if (entry != nullptr) processed_at = entry->processed_at;
    }
    return moment_of(bound, anchors_of(course_, zone_, enrolled_at_, started_at), processed_at);
}

// As a participant meets it who opens the component now: when he has not begun, that is his beginning. What would be
// closed even so waits for a beginning that is not known.
Moment Way::as_of(const catalogue::Bound& bound, Instant now) const {
    const Moment known = moment(bound);
    if (!known.unknown || progress_.started_at) return known;
    const Moment begun = moment(bound, now);
    return !begun.unknown && *begun.at == now ? begun : known;
}

// IMC-SCH-01: from the one moment, inclusive, up to the other, exclusive. IMC-SCH-04: what is not known yet is closed.
Closed Way::by_window(int component, Instant moment) const {
    const catalogue::Component& it = study_.components[at(component)];
    const Moment from = as_of(it.opens, moment), until = closes(component);
    if (from.unknown) return {"component.date-unknown"_code, {}, it.opens.counted_from};
    if (from.at && moment < *from.at) return {"component.not-yet"_code, from.at};
    const bool begins = until.unknown && !progress_.started_at && !this->moment(it.closes, moment).unknown;
    if (until.unknown && !begins) return {"component.date-unknown"_code, {}, it.closes.counted_from};
    if (until.at && *until.at <= moment) return {"component.over"_code, until.at};
    return {};
}

// IMC-SCH-08: rules and schedule are both needed; which of them closes it is told.
Closed Way::closed(int component, Instant moment, Asks asks) const {
    const Logic::Component& it = study_.logic.components[at(component)];
    if (!catalogue::is_opened(it.kind)) return {"component.not-to-open"_code};
    const Opening opening = opening_of(study_.logic, state_, component);
    if (!opening.unlocked) return {"component.locked"_code};
    // IMC-LL-11: the date of the rule counts as well.
    if (opening.from && moment < *opening.from) return {"component.not-yet"_code, opening.from};
    if (asks == Asks::tutor_confirms) return {};
    if (Closed window = by_window(component, moment); window.code) return window;
    if (asks == Asks::tries && !has_tries(study_.logic, state_, component)) return {"component.no-tries-left"_code};
    return {};
}

// IMC-LL-12: whatever locks or closes it, what runs may end, and of what was opened it may be said once that it is
// done: a rule may wait for that word, and to have done more there takes nothing away.
bool Way::finishes(const LearningEvent& event, int component) const {
    const ComponentProgress* entry = of(component);
    if (entry == nullptr || !entry->opened_at) return false;
    switch (event.kind) {
        case EventKind::opened:
        case EventKind::confirmation_revoked: return false;
        case EventKind::confirmed: return !entry->confirmed_at;
        case EventKind::confirmed_by_tutor: return !entry->tutor_confirmed_at;
        case EventKind::ended: break;
    }
    // The end of a try that is known already is told again, with more.
    const bool known = event.attempt && std::ranges::any_of(entry->tries, [&](const Try& each) {
                           return each.attempt == *event.attempt && each.ended_at;
                       });
    return known || runs(*entry);
}

bool Way::counts(const LearningEvent& event, int component) const {
    if (event.kind == EventKind::confirmation_revoked) return may_revoke(component);
    return finishes(event, component) || !closed(component, *event.occurred_at, asks_of(event.kind)).code;
}

void Way::open(const LearningEvent& event, int component, ComponentProgress& entry) {
    const auto kind = study_.logic.components[at(component)].kind;
    if (!catalogue::what_is(kind).tries || (!entry.tries.empty() && !entry.tries.back().ended_at)) return;
    const bool known =
        event.attempt && std::ranges::find(entry.tries, *event.attempt, &Try::attempt) != entry.tries.end();
    if (known) return;
    const auto next = entry.tries.empty() ? 1 : entry.tries.back().attempt + 1;
    entry.tries.push_back({event.attempt.value_or(next), TryStatus::open, {}, {}, event.medium_number});
}

// The try that ends: the one of that number, else the one that runs, else a new one. It keeps the version with which it
// began. IMC-UPD-14
void Way::end_try(const LearningEvent& event, ComponentProgress& entry) {
    auto tried = entry.tries.end();
    if (event.attempt) {
        tried = std::ranges::find(entry.tries, *event.attempt, &Try::attempt);
    } else if (!entry.tries.empty() && !entry.tries.back().ended_at) {
        tried = entry.tries.end() - 1;
    }
    if (tried == entry.tries.end()) {
        const auto next = entry.tries.empty() ? 1 : entry.tries.back().attempt + 1;
        tried = entry.tries.insert(tried, {event.attempt.value_or(next), TryStatus::open, {}, {}, event.medium_number});
    }
    // A score that is told after the status does not take the status away.
    if (tried->status == TryStatus::open || event.status != TryStatus::scored) tried->status = event.status;
    if (event.percent) tried->percent = event.percent;
    tried->ended_at = event.occurred_at;
}

void Way::enter(const LearningEvent& event, int component) {
    ComponentProgress& entry = touch(component);
    switch (event.kind) {
        case EventKind::opened: open(event, component, entry); break;
        case EventKind::ended: end_try(event, entry); break;
        case EventKind::confirmed: entry.confirmed_at = event.occurred_at; break;
        case EventKind::confirmed_by_tutor: entry.tutor_confirmed_at = event.occurred_at; break;
        case EventKind::confirmation_revoked: return revoke(component);
    }
    const bool opens = event.kind != EventKind::confirmed_by_tutor;
    if (opens && !entry.opened_at) entry.opened_at = event.occurred_at;
    state_.done[at(component)] = done_of(entry, study_.logic.components[at(component)]);
    follow(study_.logic, state_, trace_);
}

void Way::begin_at(Instant moment) {
    if (!progress_.started_at || moment < *progress_.started_at) progress_.started_at = moment;
}

void Way::take(LearningEvent& event) {
    const std::size_t first = trace_.firings.size();
    const int component = study_.positions.of(event.component);
    progress_.latest_at = event.occurred_at;
    event.standing = Standing::kept;
    if (component < 0 || state_.ended != Ended::no) return;
    if (!counts(event, component)) return;
    event.standing = Standing::counted;
    begin_at(*event.occurred_at);
    enter(event, component);
    write_down(first, *event.occurred_at);
}

// IMC-CC-09. Once the course is over nothing counts that comes later.
void Way::settle(const SetEnd& set) {
    const bool passed = set.ended == Ended::passed, failed = set.ended == Ended::failed;
    if (passed) touch(set.component).settled_at = set.since;
    if (!passed && of(set.component) != nullptr) touch(set.component).settled_at.reset();
    if (state_.ended != Ended::no) {
        state_.done[at(set.component)].failed = failed;
        return;
    }
    const std::size_t first = trace_.firings.size();
    const Says says = passed ? Says::passed : failed ? Says::failed : Says::scored;
    const bool stood = state_.done[at(set.component)].passed;
    apply(study_.logic, {Happening::Kind::settled, set.component, says, 0}, state_, trace_);
    // What is told afterwards of an earlier moment has its place before this.
    const bool is_later = !progress_.latest_at || *progress_.latest_at < set.since;
    if (is_later && (passed != stood || state_.ended != Ended::no)) progress_.latest_at = set.since;
    write_down(first, set.since);
}

// What the step did, as the record keeps it.
void Way::write_down(std::size_t first, std::optional<Instant> moment) {
    for (std::size_t i = first; i < trace_.firings.size(); ++i) {
        const auto& firing = trace_.firings[i];
        if (firing.rule < 0) continue;
        progress_.firings.push_back({study_.rules[at(firing.rule)].key, state_.fired[at(firing.rule)], moment});
    }
    progress_.steps = state_.steps;
    for (int component = 0; at(component) < study_.components.size(); ++component) {
        const bool processed = is_processed(study_.logic, state_, component);
        const ComponentProgress* entry = of(component);
        const bool stood = entry != nullptr && entry->processed_at;
        if (processed && !stood) touch(component).processed_at = moment;
        if (!processed && stood) touch(component).processed_at.reset();  // a try was told anew, and worse
    }
    if (state_.ended != Ended::no && !progress_.ended_at) progress_.ended_at = moment;
}

ComponentState Way::state_of(int component, Instant moment) const {
    const Done& done = state_.done[at(component)];
    if (is_processed(study_.logic, state_, component)) {
        return done.passed ? ComponentState::passed : ComponentState::processed;
    }
    if (is_failed(study_.logic, state_, component)) return ComponentState::failed;
    if (done.opened) return ComponentState::in_progress;
    const Closed why = closed(component, moment);
    const bool is_container = why.code == "component.not-to-open"_code;
    const bool open = is_container ? opening_of(study_.logic, state_, component).unlocked : !why.code;
    return open ? ComponentState::available : ComponentState::locked;
}

std::vector<int> Way::resting_on(int component) const {
    std::vector<int> rules;
    for (std::size_t i = 0; i < study_.logic.rules.size(); ++i) {
        const Logic::Rule& rule = study_.logic.rules[i];
        if (state_.fired[i] == 0 || rule.component != component) continue;
        const bool asks = std::ranges::any_of(
            rule.conditions, [](const Logic::Asked& asked) { return asked.kind == ConditionKind::confirmed_by_tutor; });
        if (asks) rules.push_back(static_cast<int>(i));
    }
    return rules;
}

// Final is the end of the course, what was opened and has been begun since, and a folder that was processed.
bool Way::may_revoke(int component) const {
    if (!state_.done[at(component)].tutor_confirmed) return false;
    const bool by_rules = std::ranges::all_of(resting_on(component), [&](int number) {
        const Logic::Rule& rule = study_.logic.rules[at(number)];
        if (rule.ends != Ended::no) return false;
        return std::ranges::none_of(rule.opens, [&](int opened) { return state_.done[at(opened)].opened; }) &&
               std::ranges::none_of(rule.folders, [&](const Logic::Folder& folder) {
                   return state_.done[at(folder.component)].folder_processed;
               });
    });
    return by_rules && !fills_a_folder(component);
}

// Whether a folder was processed with it, which would not be without.
bool Way::fills_a_folder(int component) const {
    State without = state_;
    without.done[at(component)].tutor_confirmed = false;
    if (is_processed(study_.logic, without, component)) return false;
    for (int folder = study_.logic.components[at(component)].parent; folder >= 0;
         folder = study_.logic.components[at(folder)].parent) {
        if (state_.done[at(folder)].folder_processed) return true;
    }
    return false;
}

// As if it had not been: what rested on it has not fired.
void Way::revoke(int component) {
    for (const int rule : resting_on(component)) {
        state_.fired[at(rule)] = 0;
        std::erase_if(progress_.firings,
                      [&](const Firing& firing) { return firing.rule == study_.rules[at(rule)].key; });
    }
    state_.done[at(component)].tutor_confirmed = false;
    ComponentProgress& entry = touch(component);
    entry.tutor_confirmed_at.reset();
    if (!is_processed(study_.logic, state_, component)) entry.processed_at.reset();
}

}  // namespace provost::learning

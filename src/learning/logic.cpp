// The evaluator of the learning logic.
#include "learning/logic.hpp"

namespace provost::learning {

namespace {

using catalogue::ConditionKind;
using catalogue::Ending;

bool is_success(const Done& done) { return done.passed || done.completed || done.folder_processed; }

// IMC-LL-05, IMC-LL-06: without tries every try that has ended is looked at. IMC-LL-08: with n tries a success counts
// in whichever it comes, for none begins after the n-th, and a failure when the n-th has ended and none succeeded.
bool holds(const Logic::Asked& asked, const Done& done, std::uint16_t tries) {
    switch (asked.kind) {
        case ConditionKind::confirmed_by_participant: return done.confirmed;  // IMC-LL-03
        case ConditionKind::confirmed_by_tutor: return done.tutor_confirmed;  // IMC-LL-04
        case ConditionKind::percentage: {
            const bool reached = (done.reached >> asked.range & 1U) != 0;
            return asked.after_all ? done.ended >= tries && !reached : reached;
        }
        case ConditionKind::status: break;
    }
    if (asked.ending == Ending::passed) return is_success(done);
    return asked.after_all ? done.ended >= tries && !is_success(done) : done.failed;
}

// IMC-LL-13: all counted components in the folder, or as many as the action says.
bool is_full(const Logic& logic, const State& state, const Logic::Folder& folder) {
    const auto& contents = logic.contents[static_cast<std::size_t>(folder.component)];
    const auto processed = static_cast<std::size_t>(
        std::ranges::count_if(contents, [&](int component) { return is_processed(logic, state, component); }));
    return processed >= (folder.least == 0 ? contents.size() : folder.least);
}

bool process_folders(const Logic& logic, const Logic::Rule& rule, int round, State& state, Trace& trace) {
    bool changed = false;
    for (const Logic::Folder& folder : rule.folders) {
        Done& done = state.done[static_cast<std::size_t>(folder.component)];
        if (done.folder_processed || !is_full(logic, state, folder)) continue;
        done.folder_processed = changed = true;
        trace.firings.push_back({-1, folder.component, round});
    }
    return changed;
}

void fire(const Logic& logic, std::size_t rule, int round, State& state, Trace& trace) {
    state.fired[rule] = state.steps;
    trace.firings.push_back({static_cast<int>(rule), -1, round});
    const Ended ends = logic.rules[rule].ends;
    if (ends == Ended::no) return;
    if (state.ended == Ended::no) {
        state.ended = ends;
    } else if (state.ended != ends) {
        trace.ends_conflict = true;
    }
}

// IMC-LL-21: what the rules of one step both open and lock.
void find_conflicts(const Logic& logic, const State& state, Trace& trace) {
    std::vector<int> opened, locked;
    for (std::size_t i = 0; i < logic.rules.size(); ++i) {
        if (state.fired[i] != state.steps) continue;
        opened.insert(opened.end(), logic.rules[i].opens.begin(), logic.rules[i].opens.end());
        locked.insert(locked.end(), logic.rules[i].locks.begin(), logic.rules[i].locks.end());
    }
    for (std::vector<int>* each : {&opened, &locked}) {
        std::ranges::sort(*each);
        each->erase(std::unique(each->begin(), each->end()), each->end());
    }
    std::ranges::set_intersection(opened, locked, std::back_inserter(trace.conflicts));
}

// IMC-LL-22: to the end, in the order in which the rules stand; each rule fires once and each folder is processed once,
// so that there are at most as many rounds. IMC-LL-20: what has fired stays so.
void settle(const Logic& logic, State& state, Trace& trace) {
    ++state.steps;
    const std::size_t first = trace.firings.size();
    bool changed = true;
    for (int round = 1; changed; ++round) {
        changed = false;
        for (std::size_t i = 0; i < logic.rules.size(); ++i) {
            const bool fires = state.fired[i] == 0 && holds(state, logic.rules[i]);
            if (fires) fire(logic, i, round, state, trace);
            changed = changed || fires;
            if (state.fired[i] != 0) changed = process_folders(logic, logic.rules[i], round, state, trace) || changed;
        }
    }
    if (trace.firings.size() > first) {
        find_conflicts(logic, state, trace);
    } else {
        --state.steps;  // nothing happened by rules: the states stay comparable
    }
    conclude_by_progress(logic, state);
}

void end_try(const Happening& happening, Done& done) {
    ++done.ended;
    done.opened = true;
    done.reached |= happening.reached;
    done.scored = done.scored || happening.says == Says::scored;
    done.completed = done.completed || happening.says == Says::completed;
    done.passed = done.passed || happening.says == Says::passed;
    done.failed = done.failed || happening.says == Says::failed;
}

}  // namespace

// IMC-MT-06: with everything processed the course is passed, in whatever order; a component that failed for good makes
// it failed, unless courses by progress are always passed.
Ended outcome_of_progress(const Logic& logic, const State& state) {
    bool any = false, failed = false;
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        if (!logic.components[i].counted) continue;
        const int component = static_cast<int>(i);
        any = true;
        if (is_processed(logic, state, component)) continue;
        if (!is_failed(logic, state, component) || has_more_tries(logic, state, component)) return Ended::no;
        failed = true;
    }
    if (!any) return Ended::no;
    return failed && !logic.always_passed ? Ended::failed : Ended::passed;
}

void conclude_by_progress(const Logic& logic, State& state) {
    if (logic.by_progress && state.ended == Ended::no) state.ended = outcome_of_progress(logic, state);
}

bool holds(const State& state, const Logic::Rule& rule) {
    if (rule.component < 0) return false;
    const Done& done = state.done[static_cast<std::size_t>(rule.component)];
    return std::ranges::all_of(rule.conditions,
                               [&](const Logic::Asked& asked) { return holds(asked, done, rule.tries); });
}

State begin(const Logic& logic, Trace& trace) {
    State state{std::vector<Done>(logic.components.size()), std::vector<std::int32_t>(logic.rules.size()), 0,
                Ended::no};
    settle(logic, state, trace);
    return state;
}

void apply(const Logic& logic, const Happening& happening, State& state, Trace& trace) {
    Done& done = state.done[static_cast<std::size_t>(happening.component)];
    using enum Happening::Kind;
    switch (happening.kind) {
        case opened: done.opened = true; break;
        case ended: end_try(happening, done); break;
        case confirmed: done.confirmed = done.opened = true; break;
        case tutor_confirmed: done.tutor_confirmed = true; break;
        case settled:
            done.passed = happening.says == Says::passed;
            done.failed = happening.says == Says::failed;
            break;
    }
    settle(logic, state, trace);
}

void follow(const Logic& logic, State& state, Trace& trace) { settle(logic, state, trace); }

std::uint64_t ranges_of(const Logic::Component& component, Decimal percent) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < component.ranges.size(); ++i) {
        if (component.ranges[i].holds(percent)) bits |= std::uint64_t{1} << i;
    }
    return bits;
}

Opening opening_of(const Logic& logic, const State& state, int component) {
    const Logic::Component& its = logic.components[static_cast<std::size_t>(component)];
    std::int32_t locked = 0;
    for (const int rule : its.lockers) locked = std::max(locked, state.fired[static_cast<std::size_t>(rule)]);
    if (!its.starts_locked && locked == 0) return {true, {}};
    Opening opening;
    for (const int position : its.openers) {
        const Logic::Rule& rule = logic.rules[static_cast<std::size_t>(position)];
        if (state.fired[static_cast<std::size_t>(position)] <= locked) continue;
        if (!rule.not_before) return {true, {}};  // any one rule opens it
        if (!opening.unlocked || *rule.not_before < *opening.from) opening.from = rule.not_before;
        opening.unlocked = true;
    }
    return opening;
}

bool has_tries(const Logic& logic, const State& state, int component) {
    const auto limit = logic.components[static_cast<std::size_t>(component)].limit;
    return limit == 0 || state.done[static_cast<std::size_t>(component)].ended < limit;
}

bool has_more_tries(const Logic& logic, const State& state, int component) {
    const auto limit = logic.components[static_cast<std::size_t>(component)].limit;
    return limit != 0 && state.done[static_cast<std::size_t>(component)].ended < limit;
}

// IMC-SYL-10: a try that ended otherwise than failed; of what has no status of its own whatever says that it is done.
bool is_processed(const Logic& logic, const State& state, int component) {
    const Done& done = state.done[static_cast<std::size_t>(component)];
    const auto kind = logic.components[static_cast<std::size_t>(component)].kind;
    if (done.passed || done.completed || done.scored || done.folder_processed) return true;
    if (catalogue::what_is(kind).status || kind == catalogue::ComponentKind::course_set) return false;
    return done.confirmed || done.tutor_confirmed || done.failed;
}

bool is_failed(const Logic& logic, const State& state, int component) {
    return state.done[static_cast<std::size_t>(component)].failed && !is_processed(logic, state, component);
}

}  // namespace provost::learning

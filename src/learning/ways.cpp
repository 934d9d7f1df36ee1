// The choices of a participant.
#include "learning/ways.hpp"

#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::ComponentKind;
using catalogue::ConditionKind;

bool asks(const Logic& logic, int component, ConditionKind kind) {
    return std::ranges::any_of(logic.rules, [&](const Logic::Rule& rule) {
        return rule.component == component && std::ranges::count(rule.conditions, kind, &Logic::Asked::kind) > 0;
    });
}

// The least percent of each region between the thresholds; nothing where no rule asks for percent.
std::vector<std::optional<Decimal>> percents_of(const Logic::Component& component) {
    if (component.ranges.empty()) return {std::nullopt};
    std::vector<std::optional<Decimal>> percents{Decimal::of(0)};
    for (const Range& range : component.ranges) {
        if (range.at_least) percents.emplace_back(*range.at_least);
        if (range.below) percents.emplace_back(*range.below);
    }
    std::ranges::sort(percents);
    percents.erase(std::unique(percents.begin(), percents.end()), percents.end());
    return percents;
}

// How a try of a component of the kind can end.
std::span<const Says> endings_of(const catalogue::KindOfComponent& kind) {
    static constexpr std::array with_percent{Says::scored, Says::failed, Says::completed, Says::passed};
    static constexpr std::array without{Says::completed};
    const std::span all(with_percent);
    return kind.percentage ? all : kind.status ? all.subspan(1) : std::span(without);
}

Happening::Kind happening_of(StepKind kind) {
    switch (kind) {
        case StepKind::ended: return Happening::Kind::ended;
        case StepKind::confirmed: return Happening::Kind::confirmed;
        case StepKind::tutor_confirmed: return Happening::Kind::tutor_confirmed;
        case StepKind::settled: return Happening::Kind::settled;
        default: return Happening::Kind::opened;
    }
}

StepStatus status_of(Says says) {
    switch (says) {
        case Says::scored: return StepStatus::scored;
        case Says::completed: return StepStatus::completed;
        case Says::passed: return StepStatus::passed;
        case Says::failed: break;
    }
    return StepStatus::failed;
}

}  // namespace

Ways::Ways(const CourseLogic& course)
    : logic_(compile(course.components, course.rules, course.conclude_by, course.always_passed)),
      calendar_({course.components, course.rules, course.starts_at, course.ends_at}),
      by_progress_(logic_.by_progress) {
    for (std::size_t i = 0; i < logic_.components.size(); ++i) {
        const Logic::Component& component = logic_.components[i];
        for_learners_.push_back(!catalogue::what_is(component.kind).holds_others &&
                                !is_for_tutors(logic_, static_cast<int>(i)));
        may_close_.push_back(!component.lockers.empty() || calendar_.of(static_cast<int>(i)).closes.line >= 0);
        percents_.push_back(percents_of(component));
        asks_participant_.push_back(asks(logic_, static_cast<int>(i), ConditionKind::confirmed_by_participant));
        asks_tutor_.push_back(asks(logic_, static_cast<int>(i), ConditionKind::confirmed_by_tutor));
    }
}

Spot Ways::begin(Trace& trace) const {
    Spot spot{learning::begin(logic_, trace), {}, calendar_.beginning(), {}};
    spot.running.resize(logic_.components.size());
    spot.exhausted.resize(logic_.components.size());
    return spot;
}

bool Ways::has_passed(const Spot& spot, Calendar::Place moment) const {
    return moment.line < 0 || spot.at[static_cast<std::size_t>(moment.line)] > moment.index;
}

// IMC-SCH-04: what a moment is counted from may not be known yet.
bool Ways::is_known(const Spot& spot, Calendar::Place moment) const {
    if (moment.line < 0) return true;
    const int waits_for = calendar_.at(moment).waits_for;
    return waits_for == -1 || (waits_for >= 0 && is_processed(logic_, spot.state, waits_for));
}

bool Ways::is_unlocked(const Spot& spot, int component) const {
    const Opening opening = opening_of(logic_, spot.state, component);
    return opening.unlocked && (!opening.from || has_passed(spot, calendar_.of(*opening.from)));
}

bool Ways::is_open(const Spot& spot, int component) const {
    const Calendar::Window& window = calendar_.of(component);
    if (!has_passed(spot, window.opens)) return false;
    if (window.closes.line >= 0 && (has_passed(spot, window.closes) || !is_known(spot, window.closes))) return false;
    return is_unlocked(spot, component);
}

bool Ways::may_go_on(const Spot& spot, int component) const {
    return at(spot.running, component) || (has_tries(logic_, spot.state, component) && is_open(spot, component));
}

// What learning.open_component, learning.confirm and learning.receive_result take.
void Ways::moves(const Spot& spot, int component, std::vector<Move>& moves) const {
    if (!is_for_learners(component) || spot.state.ended != Ended::no) return;
    const auto kind = logic_.components[static_cast<std::size_t>(component)].kind;
    if (kind == ComponentKind::course_set) return settle_moves(spot, component, moves);
    const Done& done = spot.state.done[static_cast<std::size_t>(component)];
    const auto& what = catalogue::what_is(kind);
    const bool running = at(spot.running, component), goes_on = may_go_on(spot, component);
    const bool confirms = !done.confirmed && (!what.status || asks_participant(component));
    const bool tutor_confirms = !done.tutor_confirmed && asks_tutor(component);
    const bool leaves_a_word = !done.opened && (confirms || tutor_confirms);
    if (!running && goes_on && may_close(component) && (leaves_a_word || runs_when_opened(spot, component))) {
        moves.push_back({StepKind::opened, component});
    }
    // A confirmation is no try. IMC-LL-12: of what was opened it may be said whatever has closed it since.
    if (confirms && (done.opened || is_open(spot, component))) moves.push_back({StepKind::confirmed, component});
    if (tutor_confirms && (done.opened || is_unlocked(spot, component))) {
        moves.push_back({StepKind::tutor_confirmed, component});
    }
    if (!goes_on) return;
    for (const Says says : endings_of(what)) {
        for (const auto& percent : percents_[static_cast<std::size_t>(component)]) {
            moves.push_back({StepKind::ended, component, says, percent});
        }
    }
}

void Ways::settle_moves(const Spot& spot, int component, std::vector<Move>& moves) const {
    const Done& done = spot.state.done[static_cast<std::size_t>(component)];
    if (!is_open(spot, component) || done.passed) return;
    if (!done.failed) moves.push_back({StepKind::settled, component, Says::failed});
    moves.push_back({StepKind::settled, component, Says::passed});
}

// What has tries begins one; of anything else there is something to finish until it ended or is processed.
bool Ways::runs_when_opened(const Spot& spot, int component) const {
    const auto place = static_cast<std::size_t>(component);
    if (catalogue::what_is(logic_.components[place].kind).tries) return true;
    return spot.state.done[place].ended == 0 && !is_processed(logic_, spot.state, component);
}

void Ways::moments(const Spot& spot, std::vector<Move>& moves) const {
    if (spot.state.ended != Ended::no) return;
    for (std::size_t line = 0; line < spot.at.size(); ++line) {
        const Calendar::Place next{static_cast<int>(line), spot.at[line]};
        if (spot.at[line] == calendar_.lines()[line].size() || !is_known(spot, next)) continue;
        Move& move = moves.emplace_back();
        move.kind = StepKind::date;
        move.line = next.line;
    }
}

bool Ways::is_possible(const Spot& spot, const Move& move) const {
    std::vector<Move> all;
    if (move.kind == StepKind::date)
        moments(spot, all);
    else
        moves(spot, move.component, all);
    return std::ranges::find(all, move) != all.end();
}

void Ways::take(const Move& move, Spot& spot, Trace& trace) const {
    if (move.kind == StepKind::date) {
        ++spot.at[static_cast<std::size_t>(move.line)];
        return;
    }
    const auto place = static_cast<std::size_t>(move.component);
    Happening happening{happening_of(move.kind), move.component, move.says};
    if (move.percent) happening.reached = ranges_of(logic_.components[place], *move.percent);
    apply(logic_, happening, spot.state, trace);
    if (!may_close(move.component)) return;
    // Whoever says that it is done has it open; what runs is over when a try ends, or when there is nothing to finish.
    const bool has_try = spot.running[place] && catalogue::what_is(logic_.components[place].kind).tries;
    if (move.kind == StepKind::ended)
        spot.running[place] = false;
    else if (move.kind == StepKind::opened)
        spot.running[place] = runs_when_opened(spot, move.component);
    else if (!has_try && spot.state.done[place].ended == 0) {
        const bool begins = move.kind == StepKind::confirmed || spot.running[place];
        spot.running[place] = begins && !is_processed(logic_, spot.state, move.component);
    }
}

bool Ways::all_done(const Spot& spot) const { return outcome_of_progress(logic_, spot.state) != Ended::no; }

WayStep Ways::told(const Spot& before, const Move& move, const CourseLogic& course) const {
    WayStep step;
    step.happening = move.kind;
    int component = move.component;
    if (move.kind == StepKind::date) {
        const auto& moment = calendar_.at({move.line, before.at[static_cast<std::size_t>(move.line)]});
        component = moment.component;
        step.at = moment.at;
        step.closes = moment.closes;
    }
    if (component >= 0) step.component = course.components[static_cast<std::size_t>(component)].key;
    if (move.kind == StepKind::ended || move.kind == StepKind::settled) step.status = status_of(move.says);
    step.percent = move.percent;
    return step;
}

}  // namespace provost::learning

// Breadth first through the states; backwards from the ends to see which of them can be concluded.
#include "learning/search.hpp"

#include "base/code_table.hpp"

namespace provost::learning {

void Met::take(const Ways& ways, const Spot& spot) {
    opened.resize(ways.logic().components.size());
    full.resize(opened.size());
    fired.resize(ways.logic().rules.size());
    for (std::size_t i = 0; i < opened.size(); ++i) {
        if (!opened[i]) opened[i] = ways.is_open(spot, static_cast<int>(i));
        full[i] = full[i] || spot.state.done[i].folder_processed;
    }
    for (std::size_t i = 0; i < fired.size(); ++i) fired[i] = fired[i] || spot.state.fired[i] != 0;
}

Event dead_by(const Move& move, bool last_try, Calendar::Place moment) {
    if (move.kind == StepKind::date) return {Event::Kind::dead, "check.date-missed"_code, -1, moment};
    const Code code = last_try ? "check.last-try"_code : "check.cannot-conclude"_code;
    return {Event::Kind::dead, code, move.component, {}};
}

bool was_last_try(const Ways& ways, const Spot& after, const Move& move) {
    return move.kind == StepKind::ended && !has_tries(ways.logic(), after.state, move.component);
}

Calendar::Place moment_of(const Spot& before, const Move& move) {
    if (move.kind != StepKind::date) return {};
    return {move.line, before.at[static_cast<std::size_t>(move.line)]};
}

void Search::add(Spot spot, std::string text) {
    const int node = static_cast<int>(nodes_.size());
    places_.emplace(std::move(text), node);
    nodes_.push_back({static_cast<int>(edges_.size()) - 1, false, false});
    next_.emplace_back(node, std::move(spot));
}

void Search::run(Met& met) {
    Trace trace;
    Spot spot = ways_.begin(trace);
    met.take(ways_, spot);
    take_conflicts(0, {}, trace);
    if (spot.state.ended != Ended::no) {
        nodes_.push_back({-1, true, true});
        return;
    }
    part_.exhaust(ways_, spot, nullptr);
    if (ways_.by_progress() && ways_.all_done(spot)) {
        nodes_.push_back({-1, true, true});
        ends_by_itself_ = true;
        return;
    }
    met.take(ways_, spot);
    auto text = same_.of(spot);
    add(std::move(spot), std::move(text));
    while (!next_.empty() && complete_) {
        waiting_.clear();
        waiting_.swap(next_);
        for (const auto& [node, from] : waiting_) {
            if (complete_) expand(node, from, met);
        }
    }
    waiting_.clear();
    next_.clear();
    find_dead();
}

void Search::expand(int node, const Spot& spot, Met& met) {
    std::vector<Move> moves;
    for (const int component : part_.searched()) ways_.moves(spot, component, moves);
    if (!part_.time_is_free()) ways_.moments(spot, moves);
    for (const Move& move : moves) follow(node, spot, move, met);
    nodes_[static_cast<std::size_t>(node)].expanded = complete_;
}

// Whether the course ends there, or does so as soon as all that is free is done.
bool Search::ends(Spot& after) {
    if (after.state.ended != Ended::no) return true;
    if (!ways_.by_progress() || !ways_.all_done(after)) part_.exhaust(ways_, after, nullptr);
    if (!ways_.by_progress() || !ways_.all_done(after)) return false;
    return ends_by_itself_ = true;
}

void Search::follow(int node, const Spot& spot, const Move& move, Met& met) {
    Spot after = spot;
    Trace trace;
    ways_.take(move, after, trace);
    take_conflicts(node, move, trace);
    met.take(ways_, after);
    const bool last_try = was_last_try(ways_, after, move);
    if (ends(after)) {
        nodes_[static_cast<std::size_t>(node)].can_end = true;
        return;
    }
    met.take(ways_, after);
    lead_to(node, std::move(after), {node, 0, move, last_try, moment_of(spot, move)});
}

void Search::lead_to(int node, Spot after, Edge edge) {
    auto text = same_.of(after);
    const auto known = places_.find(text);
    const bool is_new = known == places_.end();
    if (!is_new && known->second == node) return;
    if (is_new && nodes_.size() >= most_) {
        complete_ = false;
        return;
    }
    edge.to = is_new ? static_cast<int>(nodes_.size()) : known->second;
    edges_.push_back(edge);
    if (is_new) add(std::move(after), std::move(text));
}

void Search::take_conflicts(int node, const Move& move, const Trace& trace) {
    const auto add_once = [&](const Event& event) {
        const auto is_it = [&](const Found& found) { return found.event.key() == event.key(); };
        if (std::ranges::none_of(conflicts_, is_it)) conflicts_.push_back({event, node, move});
    };
    for (const int component : trace.conflicts) {
        add_once({Event::Kind::lock_conflict, "check.lock-conflict"_code, component, {}});
    }
    if (trace.ends_conflict) add_once({Event::Kind::end_conflict, "check.end-conflict"_code, -1, {}});
}

// What was not looked at counts as if the course could be concluded there.
void Search::find_dead() {
    std::vector<std::vector<int>> before(nodes_.size());
    for (const Edge& edge : edges_) before[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    std::vector<int> open;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        nodes_[i].can_end = nodes_[i].can_end || !nodes_[i].expanded;
        if (nodes_[i].can_end) open.push_back(static_cast<int>(i));
    }
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const int each : before[static_cast<std::size_t>(node)]) {
            if (nodes_[static_cast<std::size_t>(each)].can_end) continue;
            nodes_[static_cast<std::size_t>(each)].can_end = true;
            open.push_back(each);
        }
    }
}

bool Search::can_end(Spot spot) const {
    if (spot.state.ended != Ended::no) return true;
    part_.exhaust(ways_, spot, nullptr);
    if (ways_.by_progress() && ways_.all_done(spot)) return true;
    const auto known = places_.find(same_.of(spot));
    return known == places_.end() || nodes_[static_cast<std::size_t>(known->second)].can_end;
}

std::vector<Search::Found> Search::events() const {
    std::vector<Found> found = conflicts_;
    std::vector<decltype(Event{}.key())> seen;
    for (const Edge& edge : edges_) {
        const bool before = nodes_[static_cast<std::size_t>(edge.from)].can_end;
        if (!before || nodes_[static_cast<std::size_t>(edge.to)].can_end) continue;
        const Event event = dead_by(edge.move, edge.last_try, edge.moment);
        if (std::ranges::find(seen, event.key()) != seen.end()) continue;
        seen.push_back(event.key());
        found.push_back({event, edge.from, edge.move});
    }
    return found;
}

std::vector<Move> Search::way_to(const Found& found) const {
    if (found.move.component < 0 && found.move.kind != StepKind::date) return {};  // from the beginning
    std::vector<Move> taken;
    for (int node = found.node; nodes_[static_cast<std::size_t>(node)].edge >= 0;) {
        const Edge& edge = edges_[static_cast<std::size_t>(nodes_[static_cast<std::size_t>(node)].edge)];
        taken.push_back(edge.move);
        node = edge.from;
    }
    std::ranges::reverse(taken);
    Trace trace;
    Spot spot = ways_.begin(trace);
    std::vector<Move> way;
    part_.exhaust(ways_, spot, &way);
    for (const Move& move : taken) {
        ways_.take(move, spot, trace);
        way.push_back(move);
        part_.exhaust(ways_, spot, &way);
    }
    way.push_back(found.move);
    return way;
}

}  // namespace provost::learning

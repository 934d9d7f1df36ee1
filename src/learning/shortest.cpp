// Breadth first through single events.
#include "learning/shortest.hpp"

#include "base/code_table.hpp"

namespace provost::learning {

namespace {

// What a step brought about, but for ways that have become impossible.
std::vector<Event> conflicts_of(const Trace& trace) {
    std::vector<Event> events;
    for (const int component : trace.conflicts) {
        events.push_back({Event::Kind::lock_conflict, "check.lock-conflict"_code, component, {}});
    }
    if (trace.ends_conflict) events.push_back({Event::Kind::end_conflict, "check.end-conflict"_code, -1, {}});
    return events;
}

}  // namespace

void Shortest::meet(const Event& event, int node, const Move* move) {
    const auto wanted = std::ranges::find_if(wanted_, [&](const Event& each) { return each.key() == event.key(); });
    if (wanted == wanted_.end()) return;
    Evidence& made = evidence.emplace_back();
    made.event = event;
    if (move != nullptr) made.way.push_back(*move);
    for (; node > 0; node = nodes_[static_cast<std::size_t>(node)].from) {
        made.way.push_back(nodes_[static_cast<std::size_t>(node)].move);
    }
    std::ranges::reverse(made.way);
    wanted_.erase(wanted);
}

void Shortest::look_for(const std::vector<Evidence>& found, std::size_t most) {
    for (const Evidence& each : found) wanted_.push_back(each.event);
    asks_for_dead_ = std::ranges::any_of(wanted_, [](const Event& each) { return each.kind == Event::Kind::dead; });
    Trace trace;
    Spot spot = ways_.begin(trace);
    nodes_.push_back({});
    for (const Event& event : conflicts_of(trace)) meet(event, 0, nullptr);
    if (spot.state.ended == Ended::no) {
        places_.emplace(same_.of(spot), 0);
        next_.emplace_back(0, std::move(spot));
    }
    while (!wanted_.empty() && !next_.empty() && nodes_.size() < most) {
        waiting_.clear();
        waiting_.swap(next_);
        for (const auto& [node, from] : waiting_) {
            if (!wanted_.empty() && nodes_.size() < most) expand(node, from);
        }
    }
    next_.clear();
    for (const Event& event : std::vector<Event>(wanted_)) {
        const auto its = std::ranges::find_if(found, [&](const auto& each) { return each.event.key() == event.key(); });
        evidence.push_back(reduced(event, its->way));
    }
}

void Shortest::expand(int node, const Spot& spot) {
    std::vector<Move> moves;
    const auto components = static_cast<int>(ways_.logic().components.size());
    for (int component = 0; component < components; ++component) {
        if (part_.leads(component)) ways_.moves(spot, component, moves);
    }
    ways_.moments(spot, moves);
    for (const Move& move : moves) follow(node, spot, move);
}

void Shortest::follow(int node, const Spot& spot, const Move& move) {
    Spot after = spot;
    Trace trace;
    ways_.take(move, after, trace);
    for (const Event& event : conflicts_of(trace)) meet(event, node, &move);
    if (after.state.ended != Ended::no) return;
    const auto [known, is_new] = places_.try_emplace(same_.of(after), static_cast<int>(nodes_.size()));
    if (is_new) nodes_.push_back({node, move, !asks_for_dead_ || search_.can_end(after)});
    const bool before = nodes_[static_cast<std::size_t>(node)].can_end;
    if (before && !nodes_[static_cast<std::size_t>(known->second)].can_end) {
        meet(dead_by(move, was_last_try(ways_, after, move), moment_of(spot, move)), node, &move);
    }
    if (is_new) next_.emplace_back(known->second, std::move(after));
}

// Whether its last move, and no earlier one, brings it about.
bool Shortest::brings_about(const Event& event, const std::vector<Move>& way) const {
    Trace trace;
    Spot spot = ways_.begin(trace);
    for (std::size_t i = 0; i < way.size(); ++i) {
        if (!ways_.is_possible(spot, way[i])) return false;
        const auto moment = moment_of(spot, way[i]);
        trace = {};
        ways_.take(way[i], spot, trace);
        if (i + 1 == way.size()) {
            if (event.kind == Event::Kind::dead) {
                const Event made = dead_by(way[i], was_last_try(ways_, spot, way[i]), moment);
                return made.key() == event.key() && !search_.can_end(spot);
            }
            return std::ranges::any_of(conflicts_of(trace),
                                       [&](const Event& each) { return each.key() == event.key(); });
        }
        if (event.kind == Event::Kind::dead && !search_.can_end(spot)) return false;
    }
    return false;
}

Evidence Shortest::reduced(const Event& event, std::vector<Move> way) const {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = std::max<std::size_t>(way.size(), 1) - 1; i-- > 0;) {
            std::vector<Move> fewer = way;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (!brings_about(event, fewer)) continue;
            way = std::move(fewer);
            changed = true;
        }
    }
    return {event, std::move(way), true};
}

}  // namespace provost::learning

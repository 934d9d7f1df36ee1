// The least fixed point over a network of courses, and the shortest circle in what it leaves out.
#include "prerequisites/bookable.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace provost::prerequisites {

namespace {

using catalogue::NodeKind;
using Node = catalogue::PrerequisiteNode;
using Ids = std::unordered_set<std::int64_t>;

bool names_place(NodeKind kind) {
    return kind == NodeKind::course || kind == NodeKind::course_template || kind == NodeKind::course_group ||
           kind == NodeKind::path;
}

// Whether a node can be met when these places can be had. What somebody else gives can always be had.
bool can_be_met(const Network& network, std::span<const Node> nodes, std::size_t at, const Ids& had) {
    const Node& node = nodes[at];
    if (node.kind == NodeKind::set) {
        std::int64_t met = 0, wanted = 0, parts = 0;
        const std::size_t end = at + static_cast<std::size_t>(node.size);
        for (std::size_t part = at + 1; part < end; part += static_cast<std::size_t>(nodes[part].size)) {
            if (!nodes[part].required) continue;
            ++parts;
            met += can_be_met(network, nodes, part, had) ? 1 : 0;
        }
        wanted = std::min(node.least, parts);
        return met >= wanted;
    }
    if (!names_place(node.kind)) return true;
    const auto place = network.places.find(node.target);
    if (place == network.places.end()) return true;  // not looked at
    if (!node.whole) return had.contains(node.target);
    return std::ranges::all_of(place->second.courses, [&](std::int64_t course) { return had.contains(course); });
}

bool can_be_had(const Network& network, const Network::Place& place, const Ids& had) {
    if (place.given) return true;
    if (place.closed) return false;
    const auto is_had = [&](std::int64_t course) { return had.contains(course); };
    if (place.whole) return !place.courses.empty() && std::ranges::all_of(place.courses, is_had);
    if (std::ranges::any_of(place.courses, is_had)) return true;
    if (place.rule == nullptr) return place.courses.empty();
    const std::span<const Node> nodes = place.rule->nodes;
    if (nodes.empty()) return true;
    for (std::size_t at = 0; at < nodes.size(); at += static_cast<std::size_t>(nodes[at].size)) {
        if (can_be_met(network, nodes, at, had)) return true;  // IMC-PRE-06: any bundle
    }
    return false;
}

std::vector<std::int64_t> next_of(const Network& network, std::int64_t from) {
    std::vector<std::int64_t> next;
    const auto place = network.places.find(from);
    if (place == network.places.end()) return next;
    if (place->second.rule != nullptr) {
        for (const Node& node : place->second.rule->nodes) {
            if (names_place(node.kind)) next.push_back(node.target);
        }
    }
    next.insert(next.end(), place->second.courses.begin(), place->second.courses.end());
    return next;
}

}  // namespace

std::vector<std::int64_t> obtainable(const Network& network) {
    Ids had;
    for (bool more = true; more;) {
        more = false;
        for (const auto& [id, place] : network.places) {
            if (!had.contains(id) && can_be_had(network, place, had)) more = had.insert(id).second || more;
        }
    }
    std::vector<std::int64_t> ids(had.begin(), had.end());
    std::ranges::sort(ids);
    return ids;
}

std::vector<std::int64_t> shortest_circle(const Network& network, std::int64_t from,
                                          const std::vector<std::int64_t>& obtainable) {
    std::unordered_map<std::int64_t, std::int64_t> came_from;
    std::deque<std::int64_t> open{from};
    while (!open.empty()) {
        const auto at = open.front();
        open.pop_front();
        for (const auto next : next_of(network, at)) {
            if (std::ranges::binary_search(obtainable, next)) continue;
            if (next == from) {
                std::vector<std::int64_t> circle{from};
                for (auto step = at; step != from; step = came_from.at(step)) circle.push_back(step);
                circle.push_back(from);
                std::ranges::reverse(circle);
                return circle;
            }
            if (came_from.emplace(next, at).second) open.push_back(next);
        }
    }
    return {};
}

}  // namespace provost::prerequisites

// A gate opens when enough of what feeds it is open. Gates open in the order of time, so that the last one that a gate
// waits for says when it opens.
#include "prerequisites/openings.hpp"

#include <queue>

namespace provost::prerequisites {

namespace {

using catalogue::Minimum;
using catalogue::NodeKind;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;
using Place = Network::Place;

// A list of courses opens at other moments for those who must have completed than for those who must have begun.
std::int64_t key_of(std::int64_t list, Minimum minimum) { return list * 4 + static_cast<std::int64_t>(minimum); }

class Gates {
public:
    explicit Gates(const Network& network) : network_(network) {
        for (const auto& [id, place] : network.places) {
            if (has_rule(place)) entries_.emplace(id, make(1, place.ends_at.value_or(never)));
        }
        for (const auto& [id, place] : network.places) {
            if (has_rule(place) && !place.closed) add_rule(place.rule, entries_.at(id));
            if (place.kind != NodeKind::course) (void)list({id});
        }
    }

    void open_all() {
        for (Index gate = 0; gate < gates_.size(); ++gate) {
            if (gates_[gate].wanted <= 0) open(gate);
        }
        while (!now_.empty() || !later_.empty()) {
            if (now_.empty()) {
                time_ = later_.top().first;
                now_.push_back(later_.top().second);
                later_.pop();
                continue;
            }
            const Index gate = now_.back();
            now_.pop_back();
            if (--gates_[gate].wanted == 0) open(gate);
        }
    }
    [[nodiscard]] std::unordered_map<std::int64_t, Instant> entered() const { return moments(entries_); }
    [[nodiscard]] std::unordered_map<std::int64_t, Instant> lists() const { return moments(lists_); }

private:
    using Index = std::uint32_t;
    struct Link {
        Index to = 0;
        Instant not_before = always;
    };
    struct Gate {
        std::int64_t wanted = 1;  // so many more links
        Instant over = never;     // it opens before this moment, or not at all
        Instant opened = never;
        std::vector<Link> links{};
    };

    Index make(std::int64_t wanted, Instant over = never) {
        gates_.push_back({wanted, over});
        return static_cast<Index>(gates_.size() - 1);
    }
    void link(Index from, Index to, Instant not_before = always) { gates_[from].links.push_back({to, not_before}); }
    void open(Index gate) {
        if (time_ >= gates_[gate].over) return;
        gates_[gate].opened = time_;
        for (const Link& link : gates_[gate].links) {
            if (link.not_before <= time_) {
                now_.push_back(link.to);
            } else {
                later_.emplace(link.not_before, link.to);
            }
        }
    }

    void add_rule(const Prerequisites* rule, Index into) {
        if (rule == nullptr || rule->nodes.empty()) {
            gates_[into].wanted = 0;
            return;
        }
        const std::span<const Node> nodes = rule->nodes;
        for (std::size_t at = 0; at < nodes.size(); at += static_cast<std::size_t>(nodes[at].size)) {
            add_part(nodes.subspan(at, static_cast<std::size_t>(nodes[at].size)), into);  // IMC-PRE-06: any bundle
        }
    }
    void add_part(std::span<const Node> nodes, Index into) {
        if (nodes.front().kind != NodeKind::set) return add_step(step_of(nodes.front()), into);
        const Index set = make(0);
        std::int64_t parts = 0;
        for (std::size_t at = 1; at < nodes.size(); at += static_cast<std::size_t>(nodes[at].size)) {
            if (!nodes[at].required) continue;
            ++parts;
            add_part(nodes.subspan(at, static_cast<std::size_t>(nodes[at].size)), set);
        }
        gates_[set].wanted += std::min(nodes.front().least, parts);
        link(set, into);
    }
    // What somebody else gives, and what is not known, can be had always.
    void add_step(Step step, Index into) {
        const Place* place = network_.at(step.place);
        if (place == nullptr) {
            --gates_[into].wanted;
        } else if (place->kind == NodeKind::course) {
            link(entries_.at(step.place), into, not_before(*place, step.minimum));
        } else {
            link(list(step), into);
        }
    }
    Index list(Step step) {
        const auto known = lists_.find(key_of(step.place, step.minimum));
        if (known != lists_.end()) return known->second;
        const Place& place = *network_.at(step.place);
        const auto all = static_cast<std::int64_t>(place.courses.size());
        const Index gate = make(place.given ? 0 : place.whole && all > 0 ? all : 1);
        lists_.emplace(key_of(step.place, step.minimum), gate);
        for (const auto course : place.courses) add_step({course, step.minimum}, gate);
        if (place.kind == NodeKind::course_template) link(entries_.at(step.place), gate);
        return gate;
    }
    [[nodiscard]] std::unordered_map<std::int64_t, Instant> moments(
        const std::unordered_map<std::int64_t, Index>& gates) const {
        std::unordered_map<std::int64_t, Instant> moments;
        moments.reserve(gates.size());
        for (const auto& [key, gate] : gates) moments.emplace(key, gates_[gate].opened);
        return moments;
    }

    const Network& network_;
    std::vector<Gate> gates_;
    std::unordered_map<std::int64_t, Index> entries_;  // of courses and templates
    std::unordered_map<std::int64_t, Index> lists_;
    Instant time_ = always;
    std::vector<Index> now_;  // gates that a link has reached
    using Later = std::pair<Instant, Index>;
    std::priority_queue<Later, std::vector<Later>, std::greater<>> later_;
};

std::vector<Step> steps_of(const std::vector<const Node*>& leaves) {
    std::vector<Step> steps;
    for (const Node* leaf : leaves) {
        const Step step = step_of(*leaf);
        if (std::ranges::find(steps, step) == steps.end()) steps.push_back(step);
    }
    return steps;
}

}  // namespace

Openings::Openings(const Network& network) : network_(network) {
    Gates gates(network);
    gates.open_all();
    entered_ = gates.entered();
    lists_ = gates.lists();
}

Instant Openings::entered(std::int64_t place) const {
    const auto found = entered_.find(place);
    return found == entered_.end() ? always : found->second;
}

Instant Openings::at(Step step) const {
    const Place* place = network_.at(step.place);
    if (place == nullptr) return always;
    if (place->kind == NodeKind::course) {
        const Instant entry = entered(step.place);
        return entry == never ? never : std::max(entry, not_before(*place, step.minimum));
    }
    const auto found = lists_.find(key_of(step.place, step.minimum));
    return found == lists_.end() ? always : found->second;
}

std::vector<Step> obstacles_to_entry(const Network& network, const Openings& openings, std::int64_t place, Instant by) {
    const Place& entered = *network.at(place);
    if (entered.closed || entered.rule == nullptr) return {};
    return steps_of(lacking(*entered.rule, [&](const Node& leaf) { return openings.at(step_of(leaf)) <= by; }));
}

std::vector<Step> obstacles(const Network& network, const Openings& openings, Step step, Instant by) {
    const Place& place = *network.at(step.place);
    std::vector<Step> found;
    for (const auto course : place.courses) {
        if (openings.at({course, step.minimum}) > by) found.push_back({course, step.minimum});
    }
    if (!has_rule(place)) return found;
    for (const Step other : obstacles_to_entry(network, openings, step.place, by)) found.push_back(other);
    return found;
}

}  // namespace provost::prerequisites

// Ways are as long as they have names. What has nothing in its own way costs one name, a circle those of its round;
// from there the costs spread backwards.
#include "prerequisites/causes.hpp"

#include <algorithm>
#include <queue>

namespace provost::prerequisites {

namespace {

constexpr std::size_t unknown = static_cast<std::size_t>(-1);
// Longer circles are not looked for: each place that is on one would cost a round.
constexpr std::size_t longest_circle = 64;

// The shortest circle of at most so many steps, with home at both ends; empty when there is none.
template <class Place, class Next>
std::vector<Place> circle(Place home, Next next, std::size_t longest) {
    std::unordered_map<Place, Place> came_from;
    std::vector<Place> reached{home};
    for (std::size_t steps = 0; steps < longest && !reached.empty() && !came_from.contains(home); ++steps) {
        std::vector<Place> further;
        for (const Place at : reached) {
            for (const Place to : next(at)) {
                if (came_from.emplace(to, at).second) further.push_back(to);
            }
        }
        reached = std::move(further);
    }
    std::vector<Place> round;
    if (!came_from.contains(home)) return round;
    round.push_back(home);
    for (Place at = came_from.at(home); at != home; at = came_from.at(at)) round.push_back(at);
    round.push_back(home);
    std::ranges::reverse(round);
    return round;
}

}  // namespace

Causes::Causes(const Network& network, const Openings& openings, std::vector<std::int64_t> among, bool circles)
    : network_(network), openings_(openings), among_(std::move(among)) {
    std::ranges::sort(among_);
    next_.resize(among_.size());
    before_.resize(among_.size());
    cost_.assign(among_.size(), unknown);
    ends_.resize(among_.size());
    circles_.resize(among_.size());
    turns_.assign(among_.size(), false);
    for (Index i = 0; i < among_.size(); ++i) {
        next_[i] = indexes_of(obstacles(network_, openings_, {among_[i]}, always));
        for (const Index j : next_[i]) before_[j].push_back(i);
        if (next_[i].empty()) cost_[i] = 1;
        ends_[i] = i;
    }
    if (circles) find_circles();
    spread();
}

// Steps to places that are looked at, each once.
std::vector<Causes::Index> Causes::indexes_of(const std::vector<Step>& steps) const {
    std::vector<Index> found;
    for (const Step step : steps) {
        const auto at = std::ranges::lower_bound(among_, step.place);
        if (at == among_.end() || *at != step.place) continue;
        const auto index = static_cast<Index>(at - among_.begin());
        if (std::ranges::find(found, index) == found.end()) found.push_back(index);
    }
    return found;
}

// A place from which every way ends is on no circle; without these few are left.
void Causes::find_circles() {
    std::vector<std::size_t> open(among_.size());
    std::vector<Index> ending;
    for (Index i = 0; i < among_.size(); ++i) {
        open[i] = next_[i].size();
        if (open[i] == 0) ending.push_back(i);
    }
    turns_.assign(among_.size(), true);
    while (!ending.empty()) {
        const Index i = ending.back();
        ending.pop_back();
        turns_[i] = false;
        for (const Index j : before_[i]) {
            if (--open[j] == 0) ending.push_back(j);
        }
    }
    for (Index i = 0; i < among_.size(); ++i) {
        if (!turns_[i]) continue;
        circles_[i] = circle(
            i, [&](Index at) { return turning(next_[at]); }, longest_circle);
        if (!circles_[i].empty()) cost_[i] = circles_[i].size();
    }
}

// From the cheapest on, each place tells those before it.
void Causes::spread() {
    using Told = std::pair<std::size_t, Index>;
    std::priority_queue<Told, std::vector<Told>, std::greater<>> open;
    for (Index i = 0; i < among_.size(); ++i) {
        if (cost_[i] != unknown) open.emplace(cost_[i], i);
    }
    while (!open.empty()) {
        const auto [cost, i] = open.top();
        open.pop();
        if (cost > cost_[i]) continue;
        for (const Index j : before_[i]) {
            if (cost + 1 >= cost_[j]) continue;
            cost_[j] = cost + 1;
            ends_[j] = ends_[i];
            circles_[j].clear();
            open.emplace(cost_[j], j);
        }
    }
}

// Goes on along the cheapest places, to the end or around the circle there. Where neither is known, as far as is shown.
void Causes::add_way(Index from, Chain& chain) const {
    const bool ends = cost_[from] != unknown;
    chain.cut = !ends || chain.places.size() + cost_[from] > most_names;
    const std::size_t most = chain.cut && ends ? most_names - 1 : most_names;
    for (Index at = from; chain.places.size() < most;) {
        if (!circles_[at].empty()) {
            for (const Index i : circles_[at]) {
                if (chain.places.size() < most) chain.places.push_back(among_[i]);
            }
            break;
        }
        chain.places.push_back(among_[at]);
        if (next_[at].empty()) break;
        at = *std::ranges::min_element(next_[at], {}, [&](Index i) { return cost_[i]; });
    }
    if (chain.cut && ends) chain.places.push_back(among_[ends_[from]]);
}

// Those from which there may be a way back.
std::vector<Causes::Index> Causes::turning(const std::vector<Index>& next) const {
    std::vector<Index> kept;
    std::ranges::copy_if(next, std::back_inserter(kept), [&](Index i) { return turns_[i]; });
    return kept;
}

Chain Causes::of(std::int64_t owner) const {
    Chain chain{{owner}};
    const auto first = indexes_of(obstacles_to_entry(network_, openings_, owner, always));
    if (first.empty()) return chain;
    const Index best = *std::ranges::min_element(first, {}, [&](Index i) { return cost_[i]; });
    const auto own = indexes_of({{owner}});
    if (!own.empty() && turns_[own.front()]) {
        const Index home = own.front();
        const auto next = [&](Index at) { return turning(at == home ? first : next_[at]); };
        const auto round = circle(home, next, longest_circle);
        if (!round.empty() && (cost_[best] == unknown || round.size() <= cost_[best] + 1)) {
            chain.places.clear();
            for (const Index i : round) chain.places.push_back(among_[i]);
            cut_long(chain);
            return chain;
        }
    }
    add_way(best, chain);
    return chain;
}

std::vector<std::int64_t> shortest_circle(const Network& network, const Openings& openings, std::int64_t owner) {
    const auto next = [&](std::int64_t at) {
        std::vector<std::int64_t> places;
        const auto steps = at == owner ? obstacles_to_entry(network, openings, at, always)
                                       : obstacles(network, openings, {at}, always);
        for (const Step step : steps) places.push_back(step.place);
        return places;
    };
    return circle(owner, next, network.places.size());
}

void cut_long(Chain& chain) {
    if (chain.places.size() <= most_names) return;
    chain.places[most_names - 1] = chain.places.back();
    chain.places.resize(most_names);
    chain.cut = true;
}

}  // namespace provost::prerequisites

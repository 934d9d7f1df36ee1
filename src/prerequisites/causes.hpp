// Why places can not be had: the shortest way from each to what is the matter.
#pragma once

#include "prerequisites/openings.hpp"

namespace provost::prerequisites {

/// Steps over what can not be had: to something with nothing in its own way (a closed course, an empty group), or
/// around a circle, whose first place comes again at the end. `cut` when names in the middle were left out.
struct Chain {
    std::vector<std::int64_t> places;
    bool cut = false;
};

/// Looks at some places of a network that can not be had, and at what stands in their way among them.
class Causes {
public:
    /// Without `circles` only ways to what has nothing in its own way are looked for.
    Causes(const Network& network, const Openings& openings, std::vector<std::int64_t> among, bool circles);

    /// The shortest way that begins with the prerequisites of a course or a template that nobody can meet; of equally
    /// long ones a circle back to it, else that which is named first.
    [[nodiscard]] Chain of(std::int64_t owner) const;

private:
    using Index = std::uint32_t;
    [[nodiscard]] std::vector<Index> indexes_of(const std::vector<Step>& steps) const;
    void find_circles();
    [[nodiscard]] std::vector<Index> turning(const std::vector<Index>& next) const;
    void spread();
    void add_way(Index from, Chain& chain) const;

    const Network& network_;
    const Openings& openings_;
    std::vector<std::int64_t> among_;          // in ascending order
    std::vector<std::vector<Index>> next_;     // what stands in the way of each
    std::vector<std::vector<Index>> before_;   // in whose way each stands
    std::vector<std::size_t> cost_;            // names of the shortest way
    std::vector<Index> ends_;                  // where it ends, or where its circle begins
    std::vector<std::vector<Index>> circles_;  // the shortest through each, where it is the shortest way
    std::vector<bool> turns_;                  // may lead to a circle
};

/// The shortest circle over what stands in the way of a course or a template whose prerequisites nobody can meet, from
/// it back to it; empty when there is none.
[[nodiscard]] std::vector<std::int64_t> shortest_circle(const Network& network, const Openings& openings,
                                                        std::int64_t owner);

/// Nobody reads a longer chain: what is longer is cut to its first names and the last one.
inline constexpr std::size_t most_names = 20;
void cut_long(Chain& chain);

}  // namespace provost::prerequisites

// The shortest ways to what the search has found.
#pragma once

#include "learning/search.hpp"

namespace provost::learning {

/// What was found, and how one comes to it.
struct Evidence {
    Event event;
    std::vector<Move> way;
    bool longer = false;  // none of the moves can be left out, but there may be a shorter way
};

/// Looks for the shortest ways.
///
/// Breadth first through single events this time, of the components that lead to those that are not free: what others
/// do makes no difference to any event, so a shortest way does without them. Whether the course can still be concluded
/// is read from the search. Up to `most` states; what was not met by then keeps the way of the search, without the
/// moves that can be left out.
class Shortest {
public:
    /// `ways` end the course by progress; those of the search do not.
    Shortest(const Ways& ways, const FreePart& part, const Sameness& same, const Search& search)
        : ways_(ways), part_(part), same_(same), search_(search) {}

    /// `found` has the ways of searches.
    void look_for(const std::vector<Evidence>& found, std::size_t most);

    std::vector<Evidence> evidence;
    [[nodiscard]] std::size_t states() const { return nodes_.size(); }

private:
    struct Node {
        int from = -1;
        Move move{};
        bool can_end = true;
    };

    void expand(int node, const Spot& spot);
    void follow(int node, const Spot& spot, const Move& move);
    void meet(const Event& event, int node, const Move* move);
    [[nodiscard]] Evidence reduced(const Event& event, std::vector<Move> way) const;
    [[nodiscard]] bool brings_about(const Event& event, const std::vector<Move>& way) const;

    const Ways& ways_;
    const FreePart& part_;
    const Sameness& same_;
    const Search& search_;
    std::vector<Event> wanted_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string, int> places_;
    std::vector<std::pair<int, Spot>> waiting_, next_;
    bool asks_for_dead_ = false;
};

}  // namespace provost::learning

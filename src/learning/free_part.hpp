// The part of a course that needs no search, because there more never takes anything away. [IMC-LL-24]
#pragma once

#include "learning/ways.hpp"

namespace provost::learning {

/// Which components are free, and what leads to those that are not.
///
/// A component is free when, once open, it stays so, and whatever can be done there can be done at any time, in any
/// order, without taking anything away: no rule locks it, it does not close, its tries are not counted, and none of its
/// rules locks, ends the course, opens what another rule locks, or works on a folder whose rules do. What it does then
/// only ever opens more. So a state with everything done in free components can do all that one with less can (of the
/// rules that fire and the components that open afterwards), and one with less can still come to it: to both the same
/// is possible, and only one of them has to be looked at. Time passing is free as well where nothing closes.
/// docs/decisions/0021-check-of-all-ways.md has the whole argument.
class FreePart {
public:
    explicit FreePart(const Ways& ways);

    [[nodiscard]] bool is_free(int component) const { return free_[static_cast<std::size_t>(component)]; }
    /// Whether it takes part in ways to components that are not free.
    [[nodiscard]] bool leads(int component) const { return leads_[static_cast<std::size_t>(component)]; }
    [[nodiscard]] bool time_is_free() const { return time_is_free_; }
    /// Components for learners that are not free.
    [[nodiscard]] const std::vector<int>& searched() const { return searched_; }
    /// The same with one more component that is not free; with progress one of them is the last to be done.
    [[nodiscard]] FreePart without(int component) const;

    /// Does all that can be done in free components, and says what.
    void exhaust(const Ways& ways, Spot& spot, std::vector<Move>* moves) const;

private:
    void find_leading(const Ways& ways);

    std::vector<bool> free_, leads_;
    std::vector<int> searched_;
    bool time_is_free_ = true;
};

}  // namespace provost::learning

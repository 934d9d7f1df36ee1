// Which states of a participant are the same for all that can follow.
#pragma once

#include "learning/ways.hpp"

namespace provost::learning {

/// Writes of a state what the future depends on. Two states with the same text have the same futures: they differ only
/// in facts for which no rule asks any more, and in the order of steps that nobody remembers.
class Sameness {
public:
    explicit Sameness(const Ways& ways);

    [[nodiscard]] std::string of(const Spot& spot) const;

private:
    [[nodiscard]] bool may_fire(const Spot& spot, std::size_t rule) const;
    [[nodiscard]] bool may_hold(const Spot& spot, const Logic::Rule& rule, std::size_t condition) const;
    [[nodiscard]] bool processing_matters(const Spot& spot, std::size_t component,
                                          const std::vector<bool>& has_rules) const;
    void add(const Spot& spot, std::size_t component, bool has_rules, std::string& text) const;
    void add_opening(const Spot& spot, std::size_t component, std::string& text) const;

    const Ways& ways_;
    std::vector<std::vector<Logic::Rule>> alone_;  // of each rule: a rule for each of its conditions
    std::vector<std::vector<int>> folders_;        // of each component: the folders that rules process in which it lies
    std::vector<bool> waited_for_;                 // moments are counted from when it is processed
};

}  // namespace provost::learning

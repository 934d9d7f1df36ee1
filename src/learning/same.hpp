// Which states of a participant are the same for all that can follow.
#pragma once

#include "learning/ways.hpp"

namespace provost::learning {

/// Writes of a state what the future depends on. Two states with the same text have the same futures: they differ only
/// in facts for which no rule asks any more, in rules that can not fire any more, and in the order of steps that nobody
/// remembers.
class Sameness {
public:
    enum class Of : std::uint8_t {
        everything,  // the same rules can fire, the same components open
        outcome,     // the same ends and the same conflicts: rules that would change nothing are left out as well
    };
    Sameness(const Ways& ways, Of of);

    [[nodiscard]] std::string of(const Spot& spot) const;

private:
    /// What can still happen: marks for rules and components.
    struct Future {
        std::vector<bool> may_open, fires, matters;  // of components, rules, components: that they become processed
        std::vector<bool> has_rules;                 // of components: rules that fire
    };
    [[nodiscard]] Future future_of(const Spot& spot) const;
    [[nodiscard]] bool may_fire(const Spot& spot, std::size_t rule) const;
    [[nodiscard]] bool may_hold(const Spot& spot, const Logic::Rule& rule, std::size_t condition) const;
    void look_ahead(const Spot& spot, Future& future) const;
    void look_back(const Spot& spot, Future& future) const;
    [[nodiscard]] bool changes_something(const Spot& spot, const Logic::Rule& rule, const Future& future) const;
    [[nodiscard]] bool processing_matters(const Spot& spot, std::size_t component, const Future& future) const;
    void add_rules(const Spot& spot, const Future& future, std::string& text) const;
    void add(const Spot& spot, std::size_t component, const Future& future, std::string& text) const;
    void add_opening(const Spot& spot, std::size_t component, std::string& text) const;

    const Ways& ways_;
    Of of_;
    std::vector<std::vector<Logic::Rule>> alone_;  // of each rule: a rule for each of its conditions
    std::vector<std::vector<int>> rules_;          // of each component
    std::vector<std::vector<int>> folders_;        // of each component: the folders that rules process in which it lies
    std::vector<bool> waited_for_;                 // moments are counted from when it is processed
};

}  // namespace provost::learning

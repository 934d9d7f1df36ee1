// From the components and rules of a course to what is evaluated.
#pragma once

#include "learning/logic.hpp"

#include <unordered_map>

namespace provost::learning {

/// Positions of components by their keys.
class Positions {
public:
    explicit Positions(const std::vector<catalogue::Component>& components);
    /// The position; -1: there is no such component.
    [[nodiscard]] int of(std::string_view key) const;

private:
    std::unordered_map<std::string_view, int> places_;
};

/// Compiles them. Rules of an earlier version may name components that are gone: those do nothing, and a rule whose own
/// component is gone never holds. `by` is how the course is concluded.
[[nodiscard]] Logic compile(const std::vector<catalogue::Component>& components,
                            const std::vector<catalogue::Rule>& rules, catalogue::ConcludeBy by, bool always_passed);

/// Whether it lies in a folder for tutors, or is one: learners do not see it. [IMC-SYL-06]
[[nodiscard]] bool is_for_tutors(const Logic& logic, int component);

/// A component, and when it is a folder all that lies in it, at any depth; ascending.
[[nodiscard]] std::vector<int> with_contents(const Logic& logic, int component);

}  // namespace provost::learning

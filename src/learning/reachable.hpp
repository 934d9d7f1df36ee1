// What nobody ever comes to: components, rules, loops, names of what is not there.
#pragma once

#include "learning/search.hpp"

namespace provost::learning {

/// What could be met if nothing took anything away: no locks, no ends, no counted tries, nothing closes. More than can
/// really be met; what is not in it is proved to be out of reach.
[[nodiscard]] Met met_at_best(const CourseLogic& course);

/// Components that open only after each other: each group that none of them leaves, ascending.
[[nodiscard]] std::vector<std::vector<int>> loops(const Ways& ways, const Met& met);

/// What rules name and the course does not have.
struct Dangling {
    const catalogue::Rule* rule = nullptr;
    std::string component;
};
[[nodiscard]] std::vector<Dangling> dangling(const CourseLogic& course);

}  // namespace provost::learning

// What must hold of a course whose seats were raced for, read from its records. Each answers what is wrong, in words.
#pragma once

#include "races/race.hpp"

#include <provost/ports/store.hpp>

#include <map>
#include <span>

namespace provost::races {

using Problems = std::vector<std::string>;

/// Place -> position of the journal entry that made it.
using Joined = std::map<std::int64_t, std::int64_t>;
[[nodiscard]] Joined joined(Store& store);

/// After each commit: seats are counted right and never more than there are, those who wait stand on the list once, in
/// the order in which they joined, and nobody waits while a seat is free. Without `joined` the order is not checked.
[[nodiscard]] Problems problems_of_seats(Store& store, const std::string& course, const Joined* joined);

/// After the race besides: everybody has exactly what he was told, and nobody was refused or waits without need.
[[nodiscard]] Problems problems_of_replies(Store& store, const Race& race, std::span<const Reply> replies);

/// Who has which place in the course, in the order of logins: "learner1 registered, learner2 waiting".
[[nodiscard]] std::string states_of(Store& store, const std::string& course);

}  // namespace provost::races

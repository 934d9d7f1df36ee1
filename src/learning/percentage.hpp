// How far somebody has come with a course.
#pragma once

#include "learning/logic.hpp"

namespace provost::learning {

/// The share of the weight of the counted components that is processed; when they have no weight at all, of their
/// number. Nothing: there are none. [IMC-SYL-08]
[[nodiscard]] std::optional<Rational> share_processed(const Logic& logic, const State& state);
/// Rounded down, so that 100 means all. [IMC-SYL-08]
[[nodiscard]] std::int64_t whole_percent(Rational share);

}  // namespace provost::learning

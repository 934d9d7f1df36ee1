// Means of scores: exact until they are shown.
#pragma once

#include <provost/rating/rating.hpp>

namespace provost::rating {

/// Adds a score to a mean.
inline void add(RatingMean& mean, std::int64_t score) {
    mean.sum += score;
    ++mean.count;
}
/// Rounds it for display, half up to two places, and compares the exact one with `at_least`. [IMC-RAT-02]
void finish(RatingMean& mean, const std::optional<Decimal>& at_least);

}  // namespace provost::rating

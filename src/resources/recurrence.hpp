// The times of a series: a part of RFC 5545 (docs/decisions lists it), by the local times of a zone. Values only.
#pragma once

#include "base/code_table.hpp"
#include "resources/spans.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

/// Most occurrences of a series, and years that it may last.
inline constexpr std::size_t most_occurrences = 366;
inline constexpr int most_years = 10;

/// The times of a series, ascending, or why there are none.
struct Occurrences {
    std::vector<Span> spans{};
    Code refused{};
};

/// Each begins and ends at the local times at which the first one does, whatever the clocks are put to in between. A
/// time that a zone skips or has twice is read as everywhere here. [IMC-RES-05]
[[nodiscard]] Occurrences occurrences_of(const Span& first, const Recurrence& recurrence, const Zone& zone);

}  // namespace provost::resources

// The network of a whole catalogue.
#pragma once

#include "prerequisites/lint.hpp"
#include "prerequisites/openings.hpp"

namespace provost::prerequisites {

/// The same of a course of the whole catalogue.
[[nodiscard]] bool is_over(const Catalogue::Course& course);

/// Without dates: what can be had at all.
[[nodiscard]] Network network_of(const Catalogue& catalogue);
/// The same with the dates of the courses.
[[nodiscard]] Network dated(Network network, const Catalogue& catalogue);

}  // namespace provost::prerequisites

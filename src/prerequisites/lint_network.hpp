// The network of a whole catalogue.
#pragma once

#include "prerequisites/lint.hpp"
#include "prerequisites/openings.hpp"

namespace provost::prerequisites {

/// Whether nobody enters it any more. One that is only locked may be released again.
[[nodiscard]] bool is_over(const Catalogue::Course& course);

/// Without dates: what can be had at all.
[[nodiscard]] Network network_of(const Catalogue& catalogue);
/// The same with the dates of the courses.
[[nodiscard]] Network dated(Network network, const Catalogue& catalogue);

}  // namespace provost::prerequisites

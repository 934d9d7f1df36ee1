// A place with what stands beside it, looked up: for grades that name no course, and for what a person settles.
#pragma once

#include "results/grading.hpp"

namespace provost::results {

/// Nothing while it is not known yet. Refuses where the zone is unknown.
[[nodiscard]] std::optional<Standing> look_up(const enrolment::Enrolment& place, const catalogue::Course& course,
                                              const Context& context, Decision& decision);

}  // namespace provost::results

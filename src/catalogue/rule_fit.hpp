// Whether a rule of learning logic fits the components of its course.
#pragma once

#include <provost/catalogue/logic.hpp>
#include <provost/catalogue/syllabus.hpp>

#include <optional>

namespace provost::catalogue {

/// Why a course with these components, concluded so, can not have the rule; nothing when it can. [IMC-CC-07, IMC-LL-05,
/// IMC-LL-07, IMC-LL-08, IMC-LL-13, IMC-LL-15, IMC-LL-19, IMC-LL-24]
[[nodiscard]] std::optional<Reason> misfit(const Rule& rule, const std::vector<Component>& components, ConcludeBy by);

}  // namespace provost::catalogue

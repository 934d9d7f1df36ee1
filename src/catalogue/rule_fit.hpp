// Whether rules of learning logic fit the components of their course, and how it is concluded.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/logic.hpp>
#include <provost/catalogue/syllabus.hpp>

#include <optional>

namespace provost::catalogue {

/// Why a course with these components, concluded so, can not have the rule; nothing when it can. [IMC-CC-07, IMC-LL-05,
/// IMC-LL-07, IMC-LL-08, IMC-LL-13, IMC-LL-15, IMC-LL-19, IMC-LL-24]
[[nodiscard]] std::optional<Reason> misfit(const Rule& rule, const std::vector<Component>& components, ConcludeBy by);

/// The rules of the course, or of the version of a template, that `owner` is. Nothing: to be asked again.
[[nodiscard]] std::optional<std::vector<Rule>> rules_of(std::int64_t owner, const Context& context);

/// Notes rules that conclude what is not concluded by rules; of a course, or of the version of a template. [IMC-LL-15]
void tell_of_idle_rules(std::int64_t owner, const Settings& now, const Context& context, Decision& decision);

}  // namespace provost::catalogue

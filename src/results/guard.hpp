// What keeps a grade from being written, and which of several grades counts.
#pragma once

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"
#include "results/grade_rule.hpp"

namespace provost::results {

/// Why the grade writes nothing; empty when it may. `before` is the place as it was when the grade came.
[[nodiscard]] Code guarded(const GradeRule& rule, const enrolment::Enrolment& before,
                           const enrolment::Activity& activity);

/// Whether the code says that a person made it so: both values are listed. [PPR-RES-03]
[[nodiscard]] bool is_conflict(Code why);

/// Whether a grade is better than the one that stands: a success before none, then the greater number, or the text that
/// the rule lists first. [WIS-AG-17]
[[nodiscard]] bool is_better(const GradeRule& rule, const Told& told, bool successful,
                             const enrolment::Activity& activity, bool was_successful);

}  // namespace provost::results

// A grade for a unit that is final: it changes nothing, and waits as an amendment. [FIN-ORD-14]
#pragma once

#include "results/grading.hpp"

namespace provost::results {

/// Proposes what `rule` would write into a unit that is finalised or signed; nothing when it says what stands there,
/// or when the unit is open. `standing` is as it was before the grade.
void keep_for_later(const Standing& standing, const GradeRule& rule, const Incoming& incoming, Context& context,
                    Decision& decision);

}  // namespace provost::results

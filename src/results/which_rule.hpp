// Which grade rule counts at a place: that of the link, of the course, of the course offers above it, the
// organisation's.
#pragma once

#include "plan/decision.hpp"
#include "results/grade_rule.hpp"

#include <provost/results/links.hpp>

namespace provost::results {

struct RuleFound {
    const GradeRule* rule = nullptr;  // null: none counts, grades are only logged
    bool ambiguous = false;           // several course offers above it have different ones
};

/// Nothing while it is not known yet: decide nothing then. `link` may be null. [WIS-AG-12, WIS-AG-19]
[[nodiscard]] std::optional<RuleFound> rule_at(const enrolment::Enrolment& place, const catalogue::Course& course,
                                               const LmsLink* link, const Context& context);

/// What counts where neither the course nor one above it says anything. [WIS-AG-19]
[[nodiscard]] std::optional<RuleFound> rule_of_organisation(const Context& context);

}  // namespace provost::results

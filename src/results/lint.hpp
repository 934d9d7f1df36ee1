// What somebody should look at in a grade rule although it can be saved.
#pragma once

#include "results/compile.hpp"

namespace provost::results {

struct RuleFinding {
    Code code;
    std::string place;  // JSON Pointer of the band; empty: the rule
    std::vector<Parameter> parameters;
};

/// Gaps, bands that never hold, bands of those who have passed that write no final code, and codes that the list of the
/// jurisdiction lacks on a day. [WIS-AG-06, WIS-AG-09]
[[nodiscard]] std::vector<RuleFinding> lint(const GradeRule& rule, const Compiled& compiled, Day day);

}  // namespace provost::results

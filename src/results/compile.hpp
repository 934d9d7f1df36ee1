// Compiling a grade rule when it is saved: bands as people write them become rows that hold for certain.
#pragma once

#include "base/code_table.hpp"

#include <provost/results/grade_rule.hpp>

#include <span>

namespace provost::results {

/// Grades that no band of a rule takes: from `from` on, below `below`; of a value rule there are none.
struct Gap {
    Completion completion = Completion::passed;
    Decimal from;
    Decimal below;
};

struct Compiled {
    std::vector<GradeRow> rows;        // by completion, then ascending
    std::vector<Gap> gaps;             // of the completions that have a band at all
    std::vector<std::int64_t> unused;  // positions of bands that hold for nothing
    Code wrong;                        // why it can not be saved; empty when it can
    std::vector<Parameter> parameters;
};

/// The rule as a table. Wrong are overlaps, and bands that say nothing or contradict themselves. [WIS-AG-06]
[[nodiscard]] Compiled compile(const GradeRule& rule);

/// Grades lie below this: 100 is one.
inline constexpr Decimal above_all{Decimal::of(100).millionths + 1};

}  // namespace provost::results

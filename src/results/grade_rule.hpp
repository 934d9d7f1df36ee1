// The grade rule: which outcome a result writes, as a total table with exact bands.
#pragma once

#include <provost/results/results.hpp>

#include <span>

namespace provost::results {

/// What a row of the table says.
enum class Says : std::uint8_t { nothing, outcome, review };

/// One row: results of this completion whose grade lies in [from, below).
struct GradeRow {
    Completion completion;
    Decimal from;
    Decimal below;
    Says says;
    std::string_view outcome{};
};

/// The table that ships: pass mark 50, a fail is a fail whatever the grade.
[[nodiscard]] std::span<const GradeRow> default_grade_rule();

/// Gaps and overlaps of a table over every completion and every grade from 0 to 100; empty when it is total.
[[nodiscard]] std::vector<Error> check_grade_rule(std::span<const GradeRow> rule);

/// The row that holds; a grade that is absent counts as 0. Null only for a table that is not total.
[[nodiscard]] const GradeRow* judge_grade(std::span<const GradeRow> rule, Completion completion,
                                          std::optional<Decimal> grade);

}  // namespace provost::results

// Judging a grade by a compiled rule: the one evaluator, of the shipped rules as of those that hosts define.
#pragma once

#include <provost/results/grade_rule.hpp>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace provost::results {

/// A grade as it was told: a number, a text, both or neither.
struct Told {
    Completion completion = Completion::incomplete;
    std::optional<Decimal> number;
    std::string text;

    [[nodiscard]] bool says_grade() const { return number || !text.empty(); }
};

/// The rule that ships: pass mark 50, a fail is a fail whatever the grade, and what contradicts itself is for a person.
/// [PPR-RES-01]
[[nodiscard]] const GradeRule& shipped_rule();
/// The preset of organisations for which completing is passing. [PPR-RES-01]
[[nodiscard]] const GradeRule& powerpro_rule();
/// One of them by its key; null for any other.
[[nodiscard]] const GradeRule* find_preset(std::string_view key);

/// A text as a rule compares it: without blanks around it, and folded where the rule says so. [WIS-AG-07]
[[nodiscard]] std::string compared(const GradeRule& rule, std::string_view text);

/// The grade as a number, or as a text; nothing when it is none.
[[nodiscard]] std::optional<Decimal> as_number(const Told& told);
[[nodiscard]] std::string as_text(const Told& told);

/// Whether the band writes anything into a unit.
[[nodiscard]] bool writes(const GradeBand& band);

/// The band that holds; null when none does: a gap, an unknown text, no grade.
[[nodiscard]] const GradeBand* judge_grade(const GradeRule& rule, const Told& told);

/// A rule of ranges as columns, for judging many grades at once.
class GradeColumns {
public:
    explicit GradeColumns(const GradeRule& rule);
    /// For each grade (millionths), with its completion, the position of the band that holds, or -1. All are of one
    /// length.
    void judge(std::span<const Completion> completions, std::span<const std::int64_t> grades,
               std::span<std::int32_t> bands) const;

private:
    struct Side {
        std::vector<std::int64_t> bounds;  // ascending
        std::vector<std::int32_t> bands;   // of the grades from bounds[i] on
    };
    std::array<Side, 4> sides_;  // by completion
};

}  // namespace provost::results

// Judging by the table, and checking that it has neither gaps nor overlaps.
#include "results/grade_rule.hpp"

#include "base/code_table.hpp"

namespace provost::results {

namespace {

constexpr Decimal lowest = Decimal::of(0);
constexpr Decimal above_all{Decimal::of(100).millionths + 1};  // bands are half open: 100 itself lies below this
constexpr Decimal pass_mark = Decimal::of(50);

// PPR-RES-01: completed counts as passed from the pass mark on; below it, passed and completed contradict themselves.
constexpr auto shipped = std::to_array<GradeRow>({
    {Completion::failed, lowest, above_all, Says::outcome, "30"},
    {Completion::passed, pass_mark, above_all, Says::outcome, "20"},
    {Completion::passed, lowest, pass_mark, Says::review},
    {Completion::completed, pass_mark, above_all, Says::outcome, "20"},
    {Completion::completed, lowest, pass_mark, Says::review},
    {Completion::incomplete, lowest, above_all, Says::nothing},
});

Error finding(Code code, Completion completion, Decimal grade) {
    const auto input = std::string(word(completion)) + " with a grade of " + to_text(grade);
    return {row_of(code).status, code, {}, {{"input", input}}};
}

}  // namespace

std::span<const GradeRow> default_grade_rule() { return shipped; }

std::vector<Error> check_grade_rule(std::span<const GradeRow> rule) {
    std::vector<Error> findings;
    for (const ChoiceRow& choice : Choices<Completion>::rows) {
        const auto completion = static_cast<Completion>(choice.value);
        std::vector<GradeRow> rows;
        for (const GradeRow& row : rule) {
            if (row.completion == completion && row.from < row.below) rows.push_back(row);
        }
        std::ranges::sort(rows, {}, &GradeRow::from);
        Decimal covered = lowest;
        for (const GradeRow& row : rows) {
            if (row.from > covered) findings.push_back(finding("grade-rule.gap"_code, completion, covered));
            if (row.from < covered) findings.push_back(finding("grade-rule.overlap"_code, completion, row.from));
            covered = std::max(covered, row.below);
        }
        if (covered < above_all) findings.push_back(finding("grade-rule.gap"_code, completion, covered));
    }
    return findings;
}

const GradeRow* judge_grade(std::span<const GradeRow> rule, Completion completion, std::optional<Decimal> grade) {
    // PPR-RES-01: passed without a grade is believed; completed without one says nothing of success.
    const Decimal value = grade.value_or(completion == Completion::passed ? Decimal::of(100) : lowest);
    const auto row = std::ranges::find_if(rule, [&](const GradeRow& candidate) {
        return candidate.completion == completion && candidate.from <= value && value < candidate.below;
    });
    return row == rule.end() ? nullptr : &*row;
}

}  // namespace provost::results

// The rules that ship, and judging by a compiled one.
#include "results/grade_rule.hpp"

#include "enrolment/outcome.hpp"
#include "results/compile.hpp"

#include <provost/base/text.hpp>

namespace provost::results {

namespace {

GradeBand band(ForCompletion completion, const char* from, const char* to, const char* outcome, bool without_grade) {
    GradeBand made;
    made.completion = completion;
    made.from = from;
    made.to = to;
    made.outcome = outcome;
    made.without_grade = without_grade;
    if (!made.outcome.empty()) made.end = EndDate::activity_date;
    return made;
}

GradeBand for_a_person(GradeBand band) {
    band.review = true;
    return band;
}

GradeRule made(const char* key, std::vector<GradeBand> bands) {
    GradeRule rule;
    rule.key = key;
    rule.bands = std::move(bands);
    rule.rows = compile(rule).rows;
    return rule;
}

// PPR-RES-01: passed without a grade is believed; completed without one says nothing of success.
GradeRule make_shipped() {
    using enum ForCompletion;
    return made("shipped",
                {band(passed, "50", "100", "20", true), for_a_person(band(passed, "0", "49.999999", "", false)),
                 band(completed, "50", "100", "20", false), for_a_person(band(completed, "0", "49.999999", "", true)),
                 band(failed, "0", "100", "30", true), band(incomplete, "0", "100", "", true)});
}

GradeRule make_powerpro() {
    using enum ForCompletion;
    return made("powerpro", {band(passed, "0", "100", "20", true), band(completed, "0", "100", "20", true),
                             band(failed, "0", "100", "30", true), band(incomplete, "0", "100", "", true)});
}

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// No grade was told: the band that says it holds then, that of the completion before the one for any.
const GradeBand* without_grade(const GradeRule& rule, Completion completion) {
    const GradeBand* found = nullptr;
    for (const GradeBand& band : rule.bands) {
        if (!band.without_grade) continue;
        if (static_cast<int>(band.completion) == static_cast<int>(completion) + 1) return &band;
        if (band.completion == ForCompletion::any && completion != Completion::incomplete) found = &band;
    }
    return found;
}

bool lies_in(const GradeRow& row, Decimal number) { return *row.from <= number && number < *row.below; }

}  // namespace

const GradeRule& shipped_rule() {
    static const GradeRule rule = make_shipped();
    return rule;
}

const GradeRule& powerpro_rule() {
    static const GradeRule rule = make_powerpro();
    return rule;
}

const GradeRule* find_preset(std::string_view key) {
    if (key == shipped_rule().key) return &shipped_rule();
    return key == powerpro_rule().key ? &powerpro_rule() : nullptr;
}

std::string compared(const GradeRule& rule, std::string_view text) {
    const auto bare = without_blanks(text);
    return rule.fold_case ? login_key(bare).value_or(std::string(bare)) : std::string(bare);
}

std::optional<Decimal> as_number(const Told& told) {
    return told.number ? told.number : parse_decimal(without_blanks(told.text));
}

std::string as_text(const Told& told) { return told.text.empty() && told.number ? to_text(*told.number) : told.text; }

bool writes(const GradeBand& band) {
    return !band.outcome.empty() || !band.result.empty() || band.grade_point ||
           band.status != enrolment::UnitStatus::none || band.end != EndDate::none;
}

const GradeBand* judge_grade(const GradeRule& rule, const Told& told) {
    if (!told.says_grade()) return without_grade(rule, told.completion);
    const auto number = rule.type == RuleType::range ? as_number(told) : std::nullopt;
    if (rule.type == RuleType::range && !number) return nullptr;
    const std::string text = rule.type == RuleType::value ? compared(rule, as_text(told)) : std::string();
    for (const GradeRow& row : rule.rows) {
        if (row.completion == told.completion && (number ? lies_in(row, *number) : row.text == text))
            return &rule.bands[static_cast<std::size_t>(row.band)];
    }
    return nullptr;
}

GradeColumns::GradeColumns(const GradeRule& rule) {
    for (Side& side : sides_) side = {{INT64_MIN}, {-1}};
    if (rule.type != RuleType::range) return;
    for (const GradeRow& row : rule.rows) {
        Side& side = sides_[static_cast<std::size_t>(row.completion)];
        if (side.bounds.back() != row.from->millionths) {
            side.bounds.push_back(row.from->millionths);
            side.bands.push_back(-1);
        }
        side.bands.back() = static_cast<std::int32_t>(row.band);
        side.bounds.push_back(row.below->millionths);
        side.bands.push_back(-1);
    }
}

// The last bound that is not above the grade, without a branch that hangs on it: grades come in no order.
void GradeColumns::judge(std::span<const Completion> completions, std::span<const std::int64_t> grades,
                         std::span<std::int32_t> bands) const {
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const Side& side = sides_[static_cast<std::size_t>(completions[i])];
        std::size_t at = 0;
        for (std::size_t bound = 1; bound < side.bounds.size(); ++bound) {
            at += grades[i] >= side.bounds[bound] ? 1U : 0U;
        }
        bands[i] = side.bands[at];
    }
}

Code check_bound(std::string_view text) {
    const auto number = parse_decimal(text);
    const bool right = number && *number >= Decimal{} && *number < above_all;
    return right ? Code{} : "grade.out-of-range"_code;
}

Code check_jurisdiction(std::string_view text) {
    const auto has = [&](const enrolment::OutcomeList& list) { return list.jurisdiction == text; };
    return std::ranges::any_of(enrolment::outcome_lists(), has) ? Code{} : "jurisdiction.unknown"_code;
}

Code check_guard_set(std::string_view text) {
    return enrolment::has_guard_set(text) ? Code{} : "guard-set.unknown"_code;
}

}  // namespace provost::results

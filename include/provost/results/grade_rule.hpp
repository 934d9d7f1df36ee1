// Grade rules: what a grade writes into a unit enrolment, as records that a host defines.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::results {

/// What a result says of the completion. Since 0.1.
enum class Completion : std::uint8_t { passed, completed, failed, incomplete };

/// For whose results a band is: `any` for all but incomplete ones for which no other band holds. Since 0.1.
enum class ForCompletion : std::uint8_t { any, passed, completed, failed, incomplete };

/// How a rule reads a grade. Since 0.1. [WIS-AG-02]
enum class RuleType : std::uint8_t { range, value };

/// What keeps a grade from being written. Since 0.1. [WIS-AG-08]
enum class GuardMode : std::uint8_t { outcome, status };

/// Which of several grades counts. Since 0.1. [WIS-AG-17]
enum class Counts : std::uint8_t { last, best };

/// What a grade does when several unit enrolments match. Since 0.1. [WIS-AG-15]
enum class Matching : std::uint8_t { single, latest_start, all };

/// Which end date a band writes. Since 0.1. [WIS-AG-05]
enum class EndDate : std::uint8_t { none, activity_date, fixed };

/// One band of a rule, and what it writes; several fields at once. Since 0.1. [WIS-AG-02, WIS-AG-03, WIS-AG-05]
struct GradeBand {
    ForCompletion completion = ForCompletion::any;
    std::string from;
    std::string to;
    std::string text;
    bool without_grade = false;
    bool review = false;
    std::string result;
    enrolment::UnitStatus status = enrolment::UnitStatus::none;
    std::string outcome;
    std::optional<Decimal> grade_point;
    EndDate end = EndDate::none;
    std::optional<std::int64_t> end_days;
    std::optional<Day> end_on;
};

/// A row of the compiled rule: these grades, half open, or this text, belong to that band. Since 0.1. [WIS-AG-06]
struct GradeRow {
    Completion completion = Completion::passed;
    std::optional<Decimal> from;
    std::optional<Decimal> below;
    std::string text;
    std::int64_t band = 0;
};

/// What grades write, compiled when it is saved. Since 0.1. [WIS-AG-02]
struct GradeRule {
    Id<GradeRule> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    RuleType type = RuleType::range;
    std::vector<GradeBand> bands;
    bool fold_case = false;
    GuardMode guard = GuardMode::outcome;
    bool only_current = false;
    std::optional<bool> allow_failed;
    std::string guard_set = "provost";
    std::string jurisdiction = "national";
    std::string release;
    Counts counts = Counts::last;
    Matching matching = Matching::single;
    std::vector<GradeRow> rows;
};

/// Looks for what is wrong with a rule on a day. Answers a report; writes nothing. Since 0.1. [WIS-AG-06]
struct CheckGradeRule {
    Head head;
    Ref<GradeRule> rule;
    std::optional<Day> on;
};

/// Whether a bound of a band is a number from 0 to 100 with at most six places.
[[nodiscard]] Code check_bound(std::string_view text);

/// Whether there is a list of outcome codes of that jurisdiction.
[[nodiscard]] Code check_jurisdiction(std::string_view text);

/// Whether there is a preset of that name of what a grade may overwrite.
[[nodiscard]] Code check_guard_set(std::string_view text);

}  // namespace provost::results

template <>
struct provost::Choices<provost::results::Completion> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "passed", "Passed."},
        {1, "completed", "Completed; whether that is a success is for the rule to say."},
        {2, "failed", "Failed."},
        {3, "incomplete", "Not complete yet: evidence only."},
    });
};

template <>
struct provost::Choices<provost::results::ForCompletion> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "any", "All but incomplete ones, where no band of their own holds."},
        {1, "passed", "Passed."},
        {2, "completed", "Completed."},
        {3, "failed", "Failed."},
        {4, "incomplete", "Not complete yet."},
    });
};

template <>
struct provost::Choices<provost::results::RuleType> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "range", "A number in a band."},
        {1, "value", "An exact text."},
    });
};

template <>
struct provost::Choices<provost::results::GuardMode> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "outcome", "A final outcome stays, a failed one may be replaced."},
        {1, "status", "The status of the unit enrolment says it."},
    });
};

template <>
struct provost::Choices<provost::results::Counts> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "last", "The one of the last activity date."},
        {1, "best", "The best one, whenever it was."},
    });
};

template <>
struct provost::Choices<provost::results::Matching> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "single", "It is held for a person."},
        {1, "latest_start", "It counts for the one that started last."},
        {2, "all", "It counts for each of them."},
    });
};

template <>
struct provost::Choices<provost::results::EndDate> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "None."},
        {1, "activity_date", "The day of the grade, or so many days later."},
        {2, "fixed", "A day that the band names."},
    });
};

PROVOST_DESCRIBE(provost::results::GradeBand, document, "grade_band", "Grades, and what they write.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(completion, "For which results; absent: any."),
                 PROVOST_FIELD(from, "Range: least grade, as it is written: 89.9 and 90.0 have one place.")
                     .at_most(12)
                     .checked(&provost::results::check_bound),
                 PROVOST_FIELD(to, "Range: greatest grade.").at_most(12).checked(&provost::results::check_bound),
                 PROVOST_FIELD(text, "Value: the exact grade, for example A+ or Competent.").at_most(100),
                 PROVOST_FIELD(without_grade, "It holds as well when no grade is told."),
                 PROVOST_FIELD(review, "It writes nothing: a person decides."),
                 PROVOST_FIELD(result, "Writes the result, for example Competent.").at_most(100),
                 PROVOST_FIELD(status,
                               "Writes the status of the unit enrolment: current, completed, did_not_complete."),
                 PROVOST_FIELD(outcome, "Writes the outcome code.").at_most(4),
                 PROVOST_FIELD(grade_point, "Writes the grade point."),
                 PROVOST_FIELD(end, "Writes the end date: which."),
                 PROVOST_FIELD(end_days, "So many days after the activity date; absent: that day.")
                     .between(0, 3660, "value.out-of-range"),
                 PROVOST_FIELD(end_on, "The day itself, where it is fixed."));

PROVOST_DESCRIBE(provost::results::GradeRow, document, "grade_row", "A row of a compiled grade rule.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(completion, "Results of this completion."),
                 PROVOST_FIELD(from, "Range: grades from here on."), PROVOST_FIELD(below, "Range: and below this."),
                 PROVOST_FIELD(text, "Value: grades that compare as this text."),
                 PROVOST_FIELD(band, "Position of the band that holds, from 0."));

PROVOST_DESCRIBE(
    provost::results::GradeRule, record, "grade_rule", "What grades write into a unit enrolment.",
    PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
    PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What users call it.").required().key(),
    PROVOST_FIELD(name, "Name.").at_most(200), PROVOST_FIELD(type, "How it reads a grade."),
    PROVOST_FIELD(bands, "Its bands.").required().at_most(200),
    PROVOST_FIELD(fold_case, "Value: upper and lower case are the same."),
    PROVOST_FIELD(guard, "What keeps a grade from being written."),
    PROVOST_FIELD(only_current, "Guard by status: only unit enrolments with the status current are graded."),
    PROVOST_FIELD(allow_failed, "Guard by outcome: a failed one may be replaced; absent: yes."),
    PROVOST_FIELD(guard_set,
                  "Guard by outcome: the preset of final and failed codes, provost or wisenet; absent: provost.")
        .at_most(20)
        .checked(&provost::results::check_guard_set),
    PROVOST_FIELD(jurisdiction, "Whose outcome codes: national, nsw, vic, qld, nz, nzqa; absent: national.")
        .at_most(20)
        .checked(&provost::results::check_jurisdiction),
    PROVOST_FIELD(release, "Release of that list; absent: the one in force on the day of the grade.").at_most(10),
    PROVOST_FIELD(counts, "Which of several grades counts."),
    PROVOST_FIELD(matching, "What happens when several unit enrolments match."),
    PROVOST_FIELD(rows, "The compiled rule; made when the rule is saved, whatever is sent.").at_most(2000));

PROVOST_REQUEST(provost::results::CheckGradeRule, "check_grade_rule", "What is wrong with a grade rule, on a day.",
                PROVOST_FIELD(rule, "Key of the grade rule.").required(),
                PROVOST_FIELD(on,
                              "The day whose outcome codes it is held against; absent: the effective one, in UTC."));

// What the check of a course's learning logic finds.
#pragma once

#include <provost/catalogue/logic.hpp>
#include <provost/catalogue/settings.hpp>
#include <provost/catalogue/syllabus.hpp>
#include <provost/prerequisites/lint.hpp>

namespace provost::learning {

using prerequisites::FindingCount;
using prerequisites::Severity;

/// The learning logic of a course with what it stands on: what is checked and drawn. Since 0.1. [IMC-LL-24]
struct CourseLogic {
    std::string course;
    catalogue::ConcludeBy conclude_by = catalogue::ConcludeBy::administrator;
    bool always_passed = false;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::vector<catalogue::Component> components;
    std::vector<catalogue::Rule> rules;
    bool nobody_grades = false;
};

/// What happens in a step of a way through a course. Since 0.1. [IMC-LL-25]
enum class StepKind : std::uint8_t { opened, ended, confirmed, tutor_confirmed, settled, date };

/// How a try ends, or a course set. Since 0.1.
enum class StepStatus : std::uint8_t { none, scored, completed, passed, failed };

/// One step of a way through a course: something that a participant or a tutor does, or a moment that passes. Since
/// 0.1. [IMC-LL-24]
struct WayStep {
    StepKind happening{};
    std::string component;
    StepStatus status = StepStatus::none;
    std::optional<Decimal> percent;
    std::optional<Instant> at;
    bool closes = false;
};

/// One thing that the author of a course should look at. Since 0.1. [IMC-LL-24]
struct LogicFinding {
    Code code;
    Severity severity = Severity::error;
    std::string component;
    std::string rule;
    std::vector<std::string> components;
    std::vector<WayStep> steps;
    bool longer = false;
    std::string sentence;
};

/// What a finished check of a course says. Since 0.1. [IMC-LL-24]
struct LogicSummary {
    std::string course;
    std::int64_t components = 0;
    std::int64_t rules = 0;
    std::int64_t searched = 0;
    std::int64_t states = 0;
    bool complete = false;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    std::vector<FindingCount> counts;
};

}  // namespace provost::learning

template <>
struct provost::Choices<provost::learning::StepKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "opened", "The participant opens it: a try begins, which may be finished whatever is locked meanwhile."},
        {1, "ended", "A try ends."},
        {2, "confirmed", "The participant says that it is done."},
        {3, "tutor_confirmed", "A tutor says that it is done."},
        {4, "settled", "It is settled how the course set ended."},
        {5, "date", "A moment passes."},
    });
};
template <>
struct provost::Choices<provost::learning::StepStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Nothing is said."},
        {1, "scored", "With percent, and nothing else."},
        {2, "completed", "Completed."},
        {3, "passed", "Passed."},
        {4, "failed", "Failed."},
    });
};

PROVOST_DESCRIBE(provost::learning::CourseLogic, document, "course_logic", "The learning logic of a course.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(conclude_by, "How it is concluded; absent: by an administrator."),
                 PROVOST_FIELD(always_passed, "By progress: passed whatever failed."),
                 PROVOST_FIELD(starts_at, "Start of the course."), PROVOST_FIELD(ends_at, "End of the course."),
                 PROVOST_FIELD(components, "Its components, in their order.").at_most(1000),
                 PROVOST_FIELD(rules, "Its rules, in the order in which they are asked.").at_most(1000),
                 PROVOST_FIELD(nobody_grades, "No tutor who may grade is assigned: nobody confirms as a tutor."));

PROVOST_DESCRIBE(provost::learning::WayStep, document, "way_step", "A step of a way through a course.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(happening, "What happens."),
                 PROVOST_FIELD(component, "Key of the component to which it happens; of a moment: whose moment it is."),
                 PROVOST_FIELD(status, "How it ends."),
                 PROVOST_FIELD(percent, "With so many percent: the fewest that do, where rules ask for percent."),
                 PROVOST_FIELD(at, "The moment; absent when it is counted from something that is not known yet."),
                 PROVOST_FIELD(closes, "Of a moment: the component closes; else it opens."));

PROVOST_DESCRIBE(provost::learning::LogicFinding, document, "logic_finding",
                 "Something to look at in the learning logic of a course.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(code, "What was found."), PROVOST_FIELD(severity, "How much it matters."),
                 PROVOST_FIELD(component, "Key of the component that it is about."),
                 PROVOST_FIELD(rule, "Key of the rule that it is about."),
                 PROVOST_FIELD(components, "Of a loop: the components in it."),
                 PROVOST_FIELD(steps, "The shortest sequence of events that leads to it, from the beginning."),
                 PROVOST_FIELD(longer, "The steps lead to it and none can be left out, but there may be shorter ones."),
                 PROVOST_FIELD(sentence, "The code in English."));

PROVOST_DESCRIBE(provost::learning::LogicSummary, document, "logic_summary", "What a finished check of a course says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(components, "Components that it has."), PROVOST_FIELD(rules, "Rules that it has."),
                 PROVOST_FIELD(searched, "Components whose every outcome was tried; the others were solved at once."),
                 PROVOST_FIELD(states, "States that were looked at."),
                 PROVOST_FIELD(complete, "Everything was looked at; else the findings hold, but there may be more."),
                 PROVOST_FIELD(errors, "Findings that are errors."), PROVOST_FIELD(warnings, "Warnings."),
                 PROVOST_FIELD(infos, "Findings that are only for information."),
                 PROVOST_FIELD(counts, "How often each code was found; those that were not found are left out."));

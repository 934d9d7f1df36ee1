// What the check of the whole catalogue finds.
#pragma once

#include <provost/catalogue/prerequisites.hpp>

namespace provost::prerequisites {

/// How much a finding matters. Since 0.1.
enum class Severity : std::uint8_t { error, warning, info };

/// One thing that somebody should look at. Since 0.1. [IMC-PRE-25]
struct Finding {
    Code code;
    Severity severity = Severity::error;
    catalogue::NodeKind kind = catalogue::NodeKind::course;
    std::string name;
    std::vector<std::string> evidence;
    bool cut = false;
    std::int64_t others = 0;
    std::string sentence;
};

/// How often a code was found. Since 0.1.
struct FindingCount {
    Code code;
    std::int64_t count = 0;
};

/// What a finished check of the catalogue says. Since 0.1.
struct LintSummary {
    std::int64_t courses = 0;
    std::int64_t course_templates = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t infos = 0;
    std::vector<FindingCount> counts;
    std::int64_t not_compared = 0;
    bool moved = false;
};

}  // namespace provost::prerequisites

template <>
struct provost::Choices<provost::prerequisites::Severity> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "error", "Somebody can not do what the catalogue promises."},
        {1, "warning", "It works, but hardly as it was meant."},
        {2, "info", "To know."},
    });
};

PROVOST_DESCRIBE(provost::prerequisites::Finding, document, "lint_finding", "Something to look at in the catalogue.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(code, "What was found."),
                 PROVOST_FIELD(severity, "How much it matters."), PROVOST_FIELD(kind, "What it was found at."),
                 PROVOST_FIELD(name, "External id, key or code of that."),
                 PROVOST_FIELD(evidence,
                               "The shortest evidence: names, each of which asks for the next or contains it. Of a "
                               "useless bundle: where it and the other one stand, as JSON Pointers."),
                 PROVOST_FIELD(cut, "Names in the middle of the evidence were left out; the last one is the end."),
                 PROVOST_FIELD(others, "How many more courses and templates it concerns in the same way."),
                 PROVOST_FIELD(sentence, "The code in English."));

PROVOST_DESCRIBE(provost::prerequisites::FindingCount, document, "lint_count", "How often a code was found.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(code, "What was found."), PROVOST_FIELD(count, "How often."));

PROVOST_DESCRIBE(
    provost::prerequisites::LintSummary, document, "lint_summary", "What a finished check of the catalogue says.",
    PROVOST_NO_INDEX, PROVOST_FIELD(courses, "Courses that were looked at."),
    PROVOST_FIELD(course_templates, "Templates that were looked at."),
    PROVOST_FIELD(errors, "Findings that are errors."), PROVOST_FIELD(warnings, "Warnings."),
    PROVOST_FIELD(infos, "Findings that are only for information."),
    PROVOST_FIELD(counts, "How often each code was found; those that were not found are left out."),
    PROVOST_FIELD(not_compared, "Bundles with so many different items that they were not compared with the others."),
    PROVOST_FIELD(moved, "True when the store changed meanwhile: findings may stem from different moments."));

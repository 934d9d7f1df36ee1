// What the check of statutory files takes and gives.
#pragma once

#include <provost/describe/record.hpp>

namespace provost {

/// The head of a piece of a file: so many bytes of the file follow the end of its line. Since 0.1.
struct StatutoryPiece {
    std::string file;
    std::int64_t bytes = 0;
};

/// Whether a finding blocks a submission. Since 0.1.
enum class StatutorySeverity : std::uint8_t { error, warning };
template <>
struct Choices<StatutorySeverity> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "error", "It blocks the submission."},
        {1, "warning", "Somebody should look at it."},
    });
};

/// A record that breaks a rule. It quotes no value of the record. Since 0.1. [FIN-REP-08]
struct StatutoryFinding {
    std::string file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::string field;
    std::string rule;
    std::int64_t avs = 0;
    StatutorySeverity severity = StatutorySeverity::error;
    bool uncertain = false;
    std::string message;
    std::string fix;
};

/// How often a rule was broken. Since 0.1.
struct StatutoryCount {
    std::string rule;
    std::int64_t count = 0;
};

/// What a finished check says. Since 0.1.
struct StatutoryCheckSummary {
    std::int64_t records = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::vector<StatutoryCount> counts;
    std::vector<std::string> not_checked;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::StatutoryPiece, document, "statutory_piece",
                 "The head of a piece of a file: its bytes follow the end of the line.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(file, "Name of the file: NAT00120.txt, or a list of the host, programs.csv.").required(),
                 PROVOST_FIELD(bytes, "How many bytes of it follow.").between(0, 1LL << 40U, "value.out-of-range"));
PROVOST_DESCRIBE(provost::StatutoryFinding, document, "statutory_finding", "A record that breaks a rule.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(file, "The file, as NAT00120."), PROVOST_FIELD(line, "From 1."),
                 PROVOST_FIELD(column, "First byte of the field, from 1."),
                 PROVOST_FIELD(field, "Its name in the layout; absent: the whole record."),
                 PROVOST_FIELD(rule, "Number of the rule: V8."),
                 PROVOST_FIELD(avs, "Number in the national validation software; 0: none is known."),
                 PROVOST_FIELD(severity, "Whether it blocks the submission."),
                 PROVOST_FIELD(uncertain, "Few sources say so, or it is a reading of ours."),
                 PROVOST_FIELD(message, "What is wrong."), PROVOST_FIELD(fix, "What to do about it."));
PROVOST_DESCRIBE(provost::StatutoryCount, document, "statutory_count", "How often a rule was broken.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rule, "Number of the rule."), PROVOST_FIELD(count, "How often."));
PROVOST_DESCRIBE(provost::StatutoryCheckSummary, document, "statutory_check_summary",
                 "What a finished check of statutory files says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(records, "Records read, in all files together."),
                 PROVOST_FIELD(errors, "Findings that block the submission."),
                 PROVOST_FIELD(warnings, "Findings that do not."),
                 PROVOST_FIELD(counts, "How often each rule was broken, in the order of their numbers."),
                 PROVOST_FIELD(not_checked,
                               "Numbers of rules, or of parts of them, that were not checked because the host gave no "
                               "list or did not say who submits."));

// Findings of statutory files as separated values and as documents.
#include "engine/json_lines.hpp"
#include "engine/statutory_check_session.hpp"
#include "imports/csv_write.hpp"

namespace provost::engine {

namespace {

using reporting::checks::CheckRule;
using reporting::checks::Severity;
using reporting::checks::Source;

StatutorySeverity severity_of(const CheckRule& rule) {
    return rule.severity == Severity::error ? StatutorySeverity::error : StatutorySeverity::warning;
}

StatutoryFinding document_of(const reporting::checks::Finding& finding) {
    const CheckRule& rule = *finding.rule;
    return {.file = std::string(finding.file),
            .line = finding.line,
            .column = static_cast<std::int64_t>(finding.column),
            .field = std::string(finding.field),
            .rule = std::string(rule.id),
            .avs = rule.avs,
            .severity = severity_of(rule),
            .uncertain = rule.source == Source::single || rule.source == Source::uncertain,
            .message = std::string(rule.message),
            .fix = std::string(rule.fix)};
}

}  // namespace

void FindingLines::add_document(const reporting::checks::Finding& finding, std::string& json) {
    add_line(json, document_of(finding));
}

void FindingLines::add(const reporting::checks::Finding& finding, std::string& csv) {
    const CheckRule& rule = *finding.rule;
    const auto line = std::to_string(finding.line), column = std::to_string(finding.column);
    const auto avs = rule.avs == 0 ? std::string() : std::to_string(rule.avs);
    const std::array<std::string_view, 9> cells{
        finding.file, line, column, finding.field, rule.id, avs, word(severity_of(rule)), rule.message, rule.fix};
    imports::append_csv(csv, cells, ',', "\n");
    ++counts_[finding.rule];
}

std::vector<StatutoryCount> FindingLines::counts() const {
    std::vector<StatutoryCount> all;
    for (const CheckRule* rule : reporting::checks::rules()) {
        const auto found = counts_.find(rule);
        if (found == counts_.end()) continue;
        if (all.empty() || all.back().rule != rule->id) all.push_back({std::string(rule->id), 0});
        all.back().count += found->second;
    }
    return all;
}

}  // namespace provost::engine

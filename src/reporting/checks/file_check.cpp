// Runs the table over records.
#include "reporting/checks/file_check.hpp"

#include "reporting/value_lists.hpp"

#include <algorithm>
#include <utility>

namespace provost::reporting::checks {

namespace {

constexpr std::size_t form_kinds = static_cast<std::size_t>(Kind::day) + 1;

constexpr Kind kind_of(ReadProblem::Kind kind) {
    constexpr std::array<Kind, 4> kinds{Kind::length, Kind::printable, Kind::digits, Kind::day};
    return kinds[static_cast<std::size_t>(kind)];
}

bool is_of_one_record(Kind kind) { return kind >= Kind::required && kind < Kind::unique; }

bool applies(const CheckRule& rule, const Layout& layout) {
    return rule.file == layout.file && (rule.release.empty() || rule.release == layout.release);
}

// What the postal list does not know, and what was not said.
bool is_no_key(std::string_view value) {
    return value.empty() || value.starts_with('@') || value == "OSPC" || value == "0000";
}

}  // namespace

FileCheck::FileCheck(Situation situation)
    : situation_(std::move(situation)), cross_(situation_, findings_), form_(form_kinds) {
    for (const CheckRule* rule : rules()) {
        if (rule->kind <= Kind::day) form_[static_cast<std::size_t>(rule->kind)] = rule;
    }
    for (const Layout& common : layouts(situation_.release)) {
        const Layout& layout = *find_layout(common.release, common.file, situation_.target);
        File& file =
            files_.try_emplace(std::string(layout.file), File{&layout, RecordReader(layout, situation_.target)})
                .first->second;
        for (const CheckRule* rule : rules()) {
            Step step{rule};
            if (!is_of_one_record(rule->kind) || !applies(*rule, layout)) continue;
            if (!concerns(*rule, situation_.target) || !find_fields(layout, rule->fields, step)) continue;
            if (rule->kind == Kind::listed || rule->kind == Kind::one_of) {
                step.list =
                    value_list(rule->argument, {situation_.release, situation_.target, situation_.period().last});
            }
            file.steps.push_back(std::move(step));
        }
        cross_.know(layout);
    }
}

void FileCheck::add(std::string_view name, std::string_view bytes) {
    File& file = files_.find(name)->second;
    file.lines.feed(bytes, [&](std::string_view record, Ending ending) { add_record(file, record, ending); });
}

void FileCheck::finish() {
    for (auto& entry : files_) {
        File& file = entry.second;
        file.lines.finish([&](std::string_view record, Ending ending) { add_record(file, record, ending); });
    }
    cross_.finish();
}

void FileCheck::report(const File& file, Kind form, std::string_view field, std::size_t column) {
    findings_.push_back({form_[static_cast<std::size_t>(form)], file.layout->file, file.line, field, column});
}

// A record of another length says nothing but that.
void FileCheck::add_record(File& file, std::string_view record, Ending ending) {
    ++file.line;
    ++counts_.records;
    if (ending != Ending::cr_lf && !file.line_end_told) {
        report(file, Kind::line_end, {}, record.size() + 1);
        file.line_end_told = true;
    }
    file.reader.read(record);
    bool readable = true;
    for (const ReadProblem& problem : file.reader.problems()) {
        const bool of_field = problem.field < file.layout->fields.size();
        report(file, kind_of(problem.kind), of_field ? file.layout->fields[problem.field].name : std::string_view(),
               problem.column);
        readable = readable && problem.kind != ReadProblem::Kind::length;
    }
    if (!readable) return;
    const Values values(file.reader.values());
    std::array<std::string_view, Step::most_fields> room;
    for (const Step& step : file.steps) {
        if (is_broken(step, step.of(values, room))) findings_.push_back(finding_of(*file.layout, step, file.line));
    }
    cross_.add(*file.layout, values, file.line);
}

bool FileCheck::is_broken(const Step& step, Values values) const {
    const auto in_list = [&] { return std::ranges::find(step.list, values[0]) != step.list.end(); };
    switch (step.rule->kind) {
        case Kind::required: return values[0].empty();
        case Kind::listed: return !values[0].empty() && !in_list();
        case Kind::one_of: return !in_list();
        case Kind::broken: return step.rule->function(values, situation_);
        default: return asks_register(step, values);
    }
}

bool FileCheck::asks_register(const Step& step, Values values) const {
    const CheckRule& rule = *step.rule;
    if (!references_.has(rule.argument) || std::ranges::any_of(values, &is_no_key)) return false;
    const std::string* name =
        references_.find(rule.argument, rule.kind == Kind::register_name ? values.first(1) : values);
    if (rule.kind == Kind::in_register) return name == nullptr;
    if (rule.kind == Kind::not_in_register) return name != nullptr;
    return name != nullptr && *name != values[1];
}

std::vector<Finding> FileCheck::take() {
    for (const Finding& finding : findings_) {
        ++(finding.rule->severity == Severity::error ? counts_.errors : counts_.warnings);
    }
    return std::exchange(findings_, {});
}

std::vector<std::string> FileCheck::not_checked() const {
    std::vector<std::string> ids;
    for (const CheckRule* rule : rules()) {
        const bool asks = rule->kind >= Kind::in_register && rule->kind <= Kind::register_name;
        const bool missing =
            (asks && !references_.has(rule->argument)) || (rule->id == "F13" && situation_.organisation.empty());
        if (missing && std::ranges::find(ids, rule->id) == ids.end()) ids.emplace_back(rule->id);
    }
    return ids;
}

}  // namespace provost::reporting::checks

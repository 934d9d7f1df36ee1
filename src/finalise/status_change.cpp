// A change of status, step by step.
#include "finalise/status_change.hpp"

#include "enrolment/history.hpp"

#include <provost/describe/json.hpp>
#include <provost/notices/intent.hpp>

namespace provost::finalise {

namespace {

std::string quoted(std::string_view text) {
    std::string made;
    if (!text.empty()) write_json_text(made, text);
    return made;
}

}  // namespace

using enrolment::ProgramEnrolment;
using enrolment::ProgramStatus;
using enrolment::StatusReason;

void add_step(Decision& decision, std::string_view group, std::string item, Code what, std::string_view before,
              std::string_view after) {
    ReportLine line;
    line.item = std::move(item);
    line.group = group;
    line.fate = before == after ? Fate::kept : Fate::changed;
    line.code = what;
    line.before = quoted(before);
    line.value = quoted(after);
    decision.report.push_back(std::move(line));
}

ReasonOfStatus reason_of(const ProgramStatus& status, std::string_view key, Decision& decision) {
    if (key.empty()) {
        if (status.reason_required) decision.refuse("status-reason.missing"_code, {{"status", status.key}});
        return {nullptr, !status.reason_required};
    }
    const auto found = std::ranges::find(status.reasons, key, &StatusReason::key);
    if (found != status.reasons.end()) return {&*found, true};
    decision.refuse("status-reason.unknown"_code, {{"status", status.key}, {"reason", std::string(key)}});
    return {};
}

Id<enrolment::ProgramChange> change_status(ProgramEnrolment& program, const StatusChange& change, Code what,
                                           Context& context, Decision& decision) {
    enrolment::ProgramChange kept = change_of(program.id, program.learner, what, context);
    kept.status_before = program.status;
    kept.reason_before = program.status_reason;
    kept.status_on_before = program.status_on;
    add_step(decision, "status", change.status.key, what, program.status, change.status.key);
    program.status = change.status.key;
    program.status_reason = change.reason_key;
    program.status_on = change.day;
    program.finalised = change.status.status_class == enrolment::StatusClass::final;
    kept.status = program.status;
    kept.status_reason = program.status_reason;
    kept.status_on = program.status_on;
    kept.reason = change.words;
    decision.put(program);
    const auto made = kept.id;
    decision.put(std::move(kept));
    return made;
}

void add_items(ProgramEnrolment& program, const std::vector<std::string>& items, Decision& decision) {
    for (const std::string& item : items) {
        const bool has =
            std::ranges::find(program.checklist, item, &enrolment::ChecklistItem::key) != program.checklist.end();
        if (has) continue;
        program.checklist.push_back({item, {}});
        add_step(decision, "checklist", item, "checklist.open"_code, {}, item);
    }
}

void add_tasks(const ProgramEnrolment& program, const ProgramStatus& status, const StatusReason* reason,
               Decision& decision) {
    const auto add = [&](const std::string& task) {
        notices::Intent intent;
        intent.event = "program.task";
        intent.recipient = notices::Recipient::host;
        intent.learner = program.learner;
        intent.told = task;
        decision.intend(std::move(intent));
        add_step(decision, "task", task, "status.changed"_code, {}, task);
    };
    for (const std::string& task : status.tasks) add(task);
    if (reason == nullptr) return;
    for (const std::string& task : reason->tasks) add(task);
}

}  // namespace provost::finalise

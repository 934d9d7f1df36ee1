// The statuses that ship.
#include "enrolment/program_status.hpp"

namespace provost::enrolment {

namespace {

using enum State;

// FIN-ORD-08, FIN-ORD-15. FIN-WDR-10: withdrawing costs what cancelling costs, unless it is waived.
constexpr auto statuses = std::to_array<ShippedStatus>({
    {"Enquiry", StatusClass::application, requested},
    {"Pending", StatusClass::application, registered},
    {"Current", StatusClass::active, registered, in_progress},
    {"Completion Pending", StatusClass::active, in_progress, registered, Penalty::none, "Completed"},
    {"Completed", StatusClass::final, passed},
    {"Withdrawn", StatusClass::final, cancelled, none, Penalty::waivable},
    {"Cancelled (no penalty)", StatusClass::final, cancelled},
    {"Cancelled (penalty)", StatusClass::final, cancelled, none, Penalty::due},
    {"Partial Attendance", StatusClass::final, cancelled},
    {"Deferred", StatusClass::suspended, on_hold},
    {"Transitioned", StatusClass::final, moved},
});

ProgramStatus record_of(const ShippedStatus& row) {
    ProgramStatus status;
    status.key = row.key;
    status.status_class = row.status_class;
    status.sets = row.sets;
    if (row.stands_with != none) status.stands_with.emplace_back(word(row.stands_with));
    status.penalty = row.penalty;
    status.leads_to = row.leads_to;
    return status;
}

}  // namespace

std::span<const ShippedStatus> shipped_statuses() { return statuses; }

const ShippedStatus* find_shipped_status(std::string_view key) {
    const auto row = std::ranges::find(statuses, key, &ShippedStatus::key);
    return row == statuses.end() ? nullptr : &*row;
}

std::optional<ProgramStatus> status_of(std::string_view key, const ProgramStatus* defined) {
    const ShippedStatus* row = find_shipped_status(key);
    if (row == nullptr) return defined == nullptr ? std::nullopt : std::optional(*defined);
    ProgramStatus status = record_of(*row);
    if (defined == nullptr) return status;
    status.reason_required = defined->reason_required;
    status.reasons = defined->reasons;
    status.tasks = defined->tasks;
    status.checklist = defined->checklist;
    return status;
}

bool may_stand_with(const ProgramStatus& status, State state) {
    return state == status.sets || std::ranges::find(status.stands_with, word(state)) != status.stands_with.end();
}

std::string states_of(const ProgramStatus& status) {
    std::string words(word(status.sets));
    for (const std::string& state : status.stands_with) words += ", " + state;
    return words;
}

}  // namespace provost::enrolment

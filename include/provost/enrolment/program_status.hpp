// Statuses of program enrolments: those that ship, and what a host adds to them or defines itself.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// What a status of a program enrolment is. Since 0.1. [FIN-ORD-15]
enum class StatusClass : std::uint8_t { none = 0, application, active, suspended, final };

/// Whether an ending with this status costs the fee of the cancellation rules. Since 0.1. [FIN-WDR-01, FIN-WDR-10]
enum class Penalty : std::uint8_t {
    none = 0,
    waivable,  ///< by the rules, unless it is waived with a reason
    due,       ///< by the rules, always
};

/// Why a program enrolment has a status, from the list of the status. Since 0.1. [FIN-ORD-13]
struct StatusReason {
    std::string key;
    std::string name;
    std::vector<std::string> tasks;
    std::vector<std::string> checklist;
};

/// A status of program enrolments. One that ships keeps its meaning: a host may add reasons, tasks and a checklist.
/// Since 0.1. [FIN-ORD-08, FIN-ORD-13, FIN-ORD-15]
struct ProgramStatus {
    Id<ProgramStatus> id;
    std::int64_t version = 0;
    std::string key;
    StatusClass status_class = StatusClass::none;
    State sets = State::none;
    std::vector<std::string> stands_with;
    Penalty penalty = Penalty::none;
    std::string leads_to;
    bool reason_required = false;
    std::vector<StatusReason> reasons;
    std::vector<std::string> tasks;
    std::vector<std::string> checklist;
};

}  // namespace provost::enrolment

template <>
struct provost::Choices<provost::enrolment::StatusClass> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "That of the status that ships."},
        {1, "application", "Somebody wants to come in."},
        {2, "active", "The training goes on."},
        {3, "suspended", "The training pauses."},
        {4, "final", "It is over: what is told later is an amendment."},
    });
};
template <>
struct provost::Choices<provost::enrolment::Penalty> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "It costs nothing."},
        {1, "waivable", "The fee of the cancellation rules, unless it is waived with a reason."},
        {2, "due", "The fee of the cancellation rules."},
    });
};

PROVOST_DESCRIBE(provost::enrolment::StatusReason, document, "status_reason", "Why a program enrolment has a status.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(key, "What requests call it.").required().key(100),
                 PROVOST_FIELD(name, "Name.").at_most(200),
                 PROVOST_FIELD(tasks, "Tasks that the host carries out: x- and a name of its own.").at_most(50),
                 PROVOST_FIELD(checklist, "What has to be done then.").at_most(50));

PROVOST_DESCRIBE(
    provost::enrolment::ProgramStatus, record, "program_status", "A status of program enrolments.",
    PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
    PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(key, "What users call it, for example Withdrawn.").required().key(100),
    PROVOST_FIELD(status_class, "What it is; of one that ships it stays as it is."),
    PROVOST_FIELD(sets, "State into which it takes participants."),
    PROVOST_FIELD(stands_with, "Other states it may stand with.").at_most(20),
    PROVOST_FIELD(penalty, "Whether ending with it costs the fee of the cancellation rules."),
    PROVOST_FIELD(leads_to, "Final status whose checklist it keeps open.").at_most(100),
    PROVOST_FIELD(reason_required, "Whether a reason must be given."),
    PROVOST_FIELD(reasons, "Its reasons.").at_most(200),
    PROVOST_FIELD(tasks, "Tasks that the host carries out, whatever the reason: x- and a name of its own.").at_most(50),
    PROVOST_FIELD(checklist, "What has to be done: of a status of class final that is passed, before it.").at_most(50));

// Finalising a program enrolment with its units: statuses, pausing and coming back, opening again, amending.
#pragma once

#include <provost/enrolment/amendment.hpp>
#include <provost/enrolment/program_status.hpp>
#include <provost/finalise/finalise.hpp>

namespace provost::finalise {

/// What is told of one unit of the program. Since 0.1. [FIN-WDR-02, FIN-DEF-04]
struct UnitDetail {
    std::string subject;
    std::optional<std::int64_t> hours_attended;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
};

/// Gives a program enrolment another status, and does to its units what follows from that. Since 0.1. [FIN-ORD-01]
struct FinaliseProgram {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string status;
    std::string status_reason;
    std::optional<Day> effective_on;
    std::optional<Day> resumes_on;
    std::vector<UnitDetail> units;
    bool reset_commenced = false;
    bool fill_dates = false;
    std::string waive_fee;
    AccessEnds access_ends = AccessEnds::by_ending;
    std::string reason;
};

/// Ticks an item of the checklist of a program enrolment. Since 0.1. [FIN-ORD-02]
struct CompleteItem {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string item;
    std::optional<Day> done_on;
};

/// Opens a finalised program enrolment again. Since 0.1. [FIN-ORD-14]
struct Reopen {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::optional<Day> effective_on;
    std::string reason;
};

/// Opens a unit again that was finalised alone: whoever pauses comes back, what ended is as it was. Since 0.1.
/// [FIN-ORD-14, FIN-DEF-04]
struct ReopenUnit {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    std::optional<Day> effective_on;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::string reason;
};

/// Tells other values of a unit that is final, or decides what was told before. Since 0.1. [FIN-ORD-14]
struct Amend {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Subject> subject;
    Ref<catalogue::Program> program;
    std::int64_t amendment = 0;
    bool decline = false;
    std::string outcome;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::optional<std::int64_t> hours_attended;
    std::string reason;
};

/// What a unit of a program is in the program that supersedes it. Since 0.1. [FIN-TRN-04]
struct UnitTransition {
    std::string from;
    std::string to;
    bool equivalent = false;
};

/// Which units of a program are which of the program that supersedes it. Since 0.1. [FIN-TRN-04]
struct Transition {
    Id<Transition> id;
    std::int64_t version = 0;
    std::string from;
    std::string to;
    std::vector<UnitTransition> units;
};

/// Takes a learner from a program to the one that supersedes it; asked again, it brings the units that were open up to
/// date. Since 0.1. [FIN-TRN-04, FIN-TRN-05, FIN-TRN-06, FIN-TRN-07]
struct TransitionProgram {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> from;
    Ref<catalogue::Program> to;
    std::string status_reason;
    std::optional<Day> effective_on;
    bool per_learner = false;
    std::vector<UnitDetail> units;
    AccessEnds access_ends = AccessEnds::by_ending;
    std::string reason;
};

/// Cancels the commitment of a state authority. Since 0.1. [FIN-TRN-01]
struct CancelCommitment {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string identifier;
    std::optional<Day> cancelled_on;
};

/// Records a commitment that a state authority made. Since 0.1. [FIN-TRN-01]
struct RecordCommitment {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string identifier;
    std::optional<Day> from;
};

/// Credits in one program what was achieved in another. Since 0.1. [FIN-ORD-18]
struct CreditUnit {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    Ref<catalogue::Subject> subject;
};

}  // namespace provost::finalise

PROVOST_DESCRIBE(provost::finalise::UnitDetail, document, "unit_detail", "What is told of one unit of the program.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(subject, "Code of its subject.").required().at_most(12),
                 PROVOST_FIELD(hours_attended, "Hours attended to date, of a unit that ends before its end."),
                 PROVOST_FIELD(start_on, "First day, of a unit that goes on."),
                 PROVOST_FIELD(end_on, "Last day, of a unit that goes on."));

PROVOST_REQUEST(provost::finalise::FinaliseProgram, "finalise_program",
                "Gives a program enrolment another status, and does to its units what follows from that.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(status, "The status, for example Withdrawn.").required().at_most(100),
                PROVOST_FIELD(status_reason, "Key of its reason, from the list of the status.").at_most(100),
                PROVOST_FIELD(effective_on, "From which day on.").required(),
                PROVOST_FIELD(resumes_on, "Day of return, of a status that pauses; absent: not known yet."),
                PROVOST_FIELD(units, "What is told of single units.").at_most(200),
                PROVOST_FIELD(reset_commenced,
                              "Pausing makes units that have commenced begin anew on the day of return."),
                PROVOST_FIELD(fill_dates,
                              "Units without dates that have not commenced get the day after the effective one."),
                PROVOST_FIELD(waive_fee, "Why the fee of leaving is waived; absent: it is not.").at_most(1000),
                PROVOST_FIELD(access_ends, "When access in the LMS ends, of the units that are finalised."),
                PROVOST_FIELD(reason, "Why, in words.").at_most(1000).personal());

PROVOST_REQUEST(provost::finalise::CompleteItem, "complete_item",
                "Ticks an item of the checklist of a program enrolment.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(item, "Key of the item.").required().at_most(100),
                PROVOST_FIELD(done_on, "Day on which it was done.").required());

PROVOST_REQUEST(provost::finalise::Reopen, "reopen", "Opens a finalised program enrolment again.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(effective_on, "From which day on.").required(),
                PROVOST_FIELD(reason, "Why.").required().at_most(1000).personal());

PROVOST_REQUEST(provost::finalise::ReopenUnit, "reopen_unit", "Opens a unit again that was finalised alone.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(effective_on, "From which day on.").required(),
                PROVOST_FIELD(start_on, "First day, of a unit that comes back from a pause; absent: it stays."),
                PROVOST_FIELD(end_on, "Last day, likewise."),
                PROVOST_FIELD(reason, "Why.").required().at_most(1000).personal());

PROVOST_REQUEST(
    provost::finalise::Amend, "amend", "Tells other values of a unit that is final, or decides what was told before.",
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(subject, "Code of the subject.").required(),
    PROVOST_FIELD(program, "Code of the program, where the learner has the subject in several."),
    PROVOST_FIELD(amendment, "Id of what was told before; absent: it is told now."),
    PROVOST_FIELD(decline, "What was told before is not applied."),
    PROVOST_FIELD(outcome, "Outcome code; absent: it stays.").at_most(2),
    PROVOST_FIELD(start_on, "First day; absent: it stays."), PROVOST_FIELD(end_on, "Last day; absent: it stays."),
    PROVOST_FIELD(hours_attended, "Hours attended; absent: they stay.").between(0, 9999, "value.out-of-range"),
    PROVOST_FIELD(reason, "Why it is applied or declined; absent: it waits for somebody who decides.")
        .at_most(1000)
        .personal());

PROVOST_DESCRIBE(provost::finalise::UnitTransition, document, "unit_transition",
                 "What a unit is in the program that supersedes its own.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(from, "Code of the subject in the old program; absent: it is new.").at_most(12),
                 PROVOST_FIELD(to, "Code of the subject in the new program; absent: it has none there.").at_most(12),
                 PROVOST_FIELD(equivalent, "Whether one counts as the other."));

PROVOST_DESCRIBE(provost::finalise::Transition, record, "transition",
                 "Which units of a program are which of the program that supersedes it.",
                 PROVOST_INDEXES({"from_to", true, {"from", "to"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(from, "Code of the superseded program.").required().at_most(10),
                 PROVOST_FIELD(to, "Code of the program that supersedes it.").required().at_most(10),
                 PROVOST_FIELD(units, "Its units; one that is in both programs stands there with the same code twice.")
                     .at_most(1000));

PROVOST_REQUEST(
    provost::finalise::TransitionProgram, "transition_program",
    "Takes a learner from a program to the one that supersedes it.",
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(from, "Code of the superseded program.").required(),
    PROVOST_FIELD(to, "Code of the program that supersedes it.").required(),
    PROVOST_FIELD(status_reason, "Key of the reason, from the list of the status Transitioned.").at_most(100),
    PROVOST_FIELD(effective_on, "Day of the transition.").required(),
    PROVOST_FIELD(per_learner,
                  "All programs of the learner count towards the most that may be reported, "
                  "not those of this chain alone."),
    PROVOST_FIELD(units, "What is told of single units: hours attended of those that end.").at_most(200),
    PROVOST_FIELD(access_ends, "When access in the LMS ends, of the units that do not go along."),
    PROVOST_FIELD(reason, "Why, in words.").at_most(1000).personal());

PROVOST_REQUEST(provost::finalise::CancelCommitment, "cancel_commitment",
                "Cancels the commitment of a state authority.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(identifier, "Its identifier, for example C1234567.").required().at_most(12),
                PROVOST_FIELD(cancelled_on, "When it was cancelled.").required());

PROVOST_REQUEST(provost::finalise::RecordCommitment, "record_commitment",
                "Records a commitment that a state authority made.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(identifier, "Its identifier, for example C1234567.").required().at_most(12),
                PROVOST_FIELD(from, "Since when.").required());

PROVOST_REQUEST(provost::finalise::CreditUnit, "credit_unit", "Credits in one program what was achieved in another.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program in which it is credited.").required(),
                PROVOST_FIELD(subject, "Code of the subject.").required());

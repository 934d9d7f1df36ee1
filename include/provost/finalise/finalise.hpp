// Finalising: how an enrolment ends, and what that does to its activity.
#pragma once

#include <provost/enrolment/program_change.hpp>

namespace provost::finalise {

/// How a unit enrolment is ended. `withdrawn` and `cancelled` are one ending of the unit, leaving before its end; they
/// differ in what it costs, as the statuses Withdrawn and Cancelled (no penalty) do. With a program enrolment the
/// status says which of them it is. Since 0.1. [FIN-WDR-01, FIN-WDR-10]
enum class Ending : std::uint8_t {
    completed,  ///< it stands as its result has concluded it
    withdrawn,  ///< left; the fee of the cancellation rules is charged, unless it is waived
    deferred,   ///< pauses
    cancelled,  ///< left; nothing is charged
};

/// When access in the LMS ends with what is finalised. Since 0.1. [FIN-ACC-01]
enum class AccessEnds : std::uint8_t { by_ending, now, by_rule };

/// What a unit was before it was finalised: returning and opening again take it back there. Since 0.1.
/// [FIN-DEF-04, FIN-ORD-14]
struct UnitBefore {
    enrolment::State state = enrolment::State::none;
    enrolment::UnitStatus unit_status = enrolment::UnitStatus::none;
    std::string outcome;
    enrolment::Source outcome_source = enrolment::Source::none;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::optional<Day> evidence_on;
    std::optional<Day> ended_on;
    std::optional<std::int64_t> hours_attended;
    bool finalised = false;
    std::optional<Day> started_on;
};

/// That a unit enrolment was finalised. Of several that are not taken back the latest holds. Since 0.1. [FIN-ORD-14]
struct Finalisation {
    Id<Finalisation> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    Ending ending = Ending::completed;
    std::optional<Day> effective_on;
    std::optional<Day> resumes_on;
    UnitBefore before;
    Id<enrolment::ProgramChange> program_change;
    std::optional<Day> taken_back_on;
};

/// Ends a unit enrolment on a day. Since 0.1.
struct FinaliseUnit {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    Ending ending = Ending::completed;
    std::optional<Day> effective_on;
    std::optional<Day> resumes_on;
    std::optional<std::int64_t> hours_attended;
    bool fill_dates = false;
    std::string waive_fee;
    AccessEnds access_ends = AccessEnds::by_ending;
};

}  // namespace provost::finalise

template <>
struct provost::Choices<provost::finalise::Ending> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "completed", "Completed; needs a final outcome."},
        {1, "withdrawn", "Left before its end; the fee of the cancellation rules is charged, unless it is waived."},
        {2, "deferred", "Pauses until a day of return."},
        {3, "cancelled", "Left before its end; nothing is charged."},
    });
};

template <>
struct provost::Choices<provost::finalise::AccessEnds> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "by_ending", "At once for whoever leaves or goes on in another program; else as the rules of access say."},
        {1, "now", "At once, whatever the rules of access say, until it is opened again."},
        {2, "by_rule", "As the rules of access say."},
    });
};

PROVOST_DESCRIBE(provost::finalise::UnitBefore, document, "unit_before", "What a unit was before it was finalised.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(state, "State of the participant."),
                 PROVOST_FIELD(unit_status, "Status of the unit enrolment."), PROVOST_FIELD(outcome, "Outcome code."),
                 PROVOST_FIELD(outcome_source, "Who had set it."), PROVOST_FIELD(start_on, "First day."),
                 PROVOST_FIELD(end_on, "Last day."),
                 PROVOST_FIELD(evidence_on, "First day with evidence of participation."),
                 PROVOST_FIELD(ended_on, "Day on which the participant had concluded or left."),
                 PROVOST_FIELD(hours_attended, "Hours attended."),
                 PROVOST_FIELD(finalised, "Whether it was finalised before: of whoever pauses."),
                 PROVOST_FIELD(started_on, "Day on which the participant had begun."));

PROVOST_DESCRIBE(provost::finalise::Finalisation, record, "finalisation", "That a unit enrolment was finalised.",
                 PROVOST_INDEXES({"enrolment", false, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(enrolment, "The enrolment."),
                 PROVOST_FIELD(ending, "How it was ended."), PROVOST_FIELD(effective_on, "From which day on."),
                 PROVOST_FIELD(resumes_on, "Day of return of a deferral."),
                 PROVOST_FIELD(before, "What the unit was before."),
                 PROVOST_FIELD(program_change,
                               "Change of the program enrolment that did it; absent: it was done alone."),
                 PROVOST_FIELD(taken_back_on, "Since when it no longer holds: of a return, or opened again."));

PROVOST_REQUEST(provost::finalise::FinaliseUnit, "finalise_unit", "Ends a unit enrolment on a day.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(ending, "How it ends.").or_else("status.unknown"),
                PROVOST_FIELD(effective_on, "From which day on.").required(),
                PROVOST_FIELD(resumes_on, "Day of return, for a deferral."),
                PROVOST_FIELD(hours_attended, "Hours attended to date, of whoever leaves; absent: nobody said."),
                PROVOST_FIELD(fill_dates,
                              "A unit without dates that has not commenced gets the day after the effective one."),
                PROVOST_FIELD(waive_fee, "Why the fee of withdrawing is waived; absent: it is not.").at_most(1000),
                PROVOST_FIELD(access_ends, "When its access in the LMS ends."));

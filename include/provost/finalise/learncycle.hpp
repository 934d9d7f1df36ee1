// Learncycles: rules of the organisation that act on enrolments by themselves, when something is made or changed, or so
// long before or after a date.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// What a learncycle watches. Since 0.1. [FIN-ACC-04]
enum class CycleEntity : std::uint8_t { program_enrolment, enrolment };

/// When it acts. Since 0.1.
enum class CycleTiming : std::uint8_t { on_creation, on_update, before, after };

/// In what a distance from a date is counted. Since 0.1.
enum class CycleUnit : std::uint8_t { days, business_days, weeks, months };

/// Dates from which it is counted: three of program enrolments, three of places. Since 0.1.
enum class CycleDate : std::uint8_t { none, commenced_on, status_on, completed_on, enrolled_on, started_on, ended_on };

/// What it does. Since 0.1.
enum class CycleActionKind : std::uint8_t { inactivate_learner, activate_learner, change_status, message };

/// One thing that a learncycle does. Since 0.1.
struct CycleAction {
    CycleActionKind kind = CycleActionKind::message;
    people::InactiveReason reason = people::InactiveReason::none;
    std::string status;
    std::string status_reason;
    std::string matter;
    std::string told;
};

/// A rule that acts by itself: trigger, conditions, audience, actions. A condition that names nothing always holds.
/// Since 0.1. [FIN-ACC-04]
struct Learncycle {
    Id<Learncycle> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    bool disabled = false;
    CycleEntity entity = CycleEntity::program_enrolment;
    CycleTiming timing = CycleTiming::on_creation;
    CycleDate date = CycleDate::none;
    std::int64_t count = 0;
    CycleUnit unit = CycleUnit::days;
    std::optional<Day> since;
    std::vector<std::string> statuses;
    std::vector<std::string> reasons;
    std::vector<std::string> outcomes;
    std::vector<std::string> results;
    std::vector<std::string> groups;
    std::vector<CycleAction> actions;
};

/// That a learncycle has acted on a record; once for each occasion: 0 for its creation, its version for an update, the
/// number of the day (from 1970-01-01) for a date. Since 0.1.
struct LearncycleFiring {
    Id<LearncycleFiring> id;
    std::int64_t version = 0;
    Id<Learncycle> learncycle;
    std::int64_t record = 0;
    std::int64_t occasion = 0;
    std::optional<Instant> at;
};

/// Lets a learncycle act on one record, if it is due. The session tick asks it. Since 0.1. [FIN-ACC-04]
struct FireLearncycle {
    Head head;
    Ref<Learncycle> learncycle;
    Ref<enrolment::ProgramEnrolment> program_enrolment;
    Ref<enrolment::Enrolment> enrolment;
};

}  // namespace provost::finalise

template <>
struct provost::Choices<provost::finalise::CycleEntity> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "program_enrolment", "Program enrolments."},
        {1, "enrolment", "Places in courses."},
    });
};
template <>
struct provost::Choices<provost::finalise::CycleTiming> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "on_creation", "Once it is there, if it was made after the learncycle."},
        {1, "on_update", "Each time it has changed."},
        {2, "before", "So long before a date."},
        {3, "after", "So long after a date."},
    });
};
template <>
struct provost::Choices<provost::finalise::CycleUnit> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "days", "Days."},
        {1, "business_days", "Days from Monday to Friday."},
        {2, "weeks", "Weeks."},
        {3, "months", "Calendar months, to the month's end at most."},
    });
};
template <>
struct provost::Choices<provost::finalise::CycleDate> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No date."},
        {1, "commenced_on", "First day in the program."},
        {2, "status_on", "Since when a program enrolment has its status."},
        {3, "completed_on", "When the program was completed."},
        {4, "enrolled_on", "Day of the registration."},
        {5, "started_on", "First day of learning in a course."},
        {6, "ended_on", "Day on which a course ended for the participant."},
    });
};
template <>
struct provost::Choices<provost::finalise::CycleActionKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "inactivate_learner", "Make the learner inactive, unless another enrolment is active."},
        {1, "activate_learner", "Make the learner active."},
        {2, "change_status", "Give the program enrolment another status."},
        {3, "message", "Have somebody told."},
    });
};

PROVOST_DESCRIBE(provost::finalise::CycleAction, document, "cycle_action", "One thing that a learncycle does.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "What."),
                 PROVOST_FIELD(reason, "Why the learner is made inactive."),
                 PROVOST_FIELD(status, "The status that a program enrolment gets.").at_most(40),
                 PROVOST_FIELD(status_reason, "Its reason.").at_most(100),
                 PROVOST_FIELD(matter, "What the message is about, as the host calls it.").at_most(100),
                 PROVOST_FIELD(told, "Who is told, as the host calls him; absent: the learner.").at_most(100));

PROVOST_DESCRIBE(provost::finalise::Learncycle, record, "learncycle", "A rule that acts on enrolments by itself.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What messages call it.").required().key(),
                 PROVOST_FIELD(name, "Name.").at_most(200), PROVOST_FIELD(disabled, "Whether it rests."),
                 PROVOST_FIELD(entity, "What it watches."), PROVOST_FIELD(timing, "When it acts."),
                 PROVOST_FIELD(date, "From which date it is counted."),
                 PROVOST_FIELD(count, "How many units before or after it.").between(0, 9999, "value.out-of-range"),
                 PROVOST_FIELD(unit, "In what that is counted."),
                 PROVOST_FIELD(since, "Whatever was due before this day is left out; absent: nothing is."),
                 PROVOST_FIELD(statuses, "Statuses of program enrolments, states of places; absent: all.").at_most(50),
                 PROVOST_FIELD(reasons, "Status reasons; absent: all.").at_most(50),
                 PROVOST_FIELD(outcomes, "Outcome codes of which an activity has one; absent: all.").at_most(50),
                 PROVOST_FIELD(results, "Results of which an activity has one; absent: all.").at_most(50),
                 PROVOST_FIELD(groups, "Keys of groups of which the learner is in one; absent: everybody.").at_most(50),
                 PROVOST_FIELD(actions, "What it does, in this order.").at_most(20));

PROVOST_DESCRIBE(provost::finalise::LearncycleFiring, record, "learncycle_firing", "That a learncycle has acted.",
                 PROVOST_INDEXES({"occasion", true, {"learncycle", "record", "occasion"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learncycle, "Which."), PROVOST_FIELD(record, "Id of the record."),
                 PROVOST_FIELD(occasion, "0 for its creation, a version of it, or the number of a day."),
                 PROVOST_FIELD(at, "When."));

PROVOST_REQUEST(provost::finalise::FireLearncycle, "fire_learncycle",
                "Lets a learncycle act on one record, if it is due.",
                PROVOST_FIELD(learncycle, "Key of the learncycle.").required(),
                PROVOST_FIELD(program_enrolment, "Id of the program enrolment."),
                PROVOST_FIELD(enrolment, "Id of the place."));

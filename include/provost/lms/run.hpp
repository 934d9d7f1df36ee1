// The log of what was done with an LMS: a run, and a line for each thing in it. Bookkeeping: no part of the state.
#pragma once

#include <provost/lms/action.hpp>

namespace provost::lms {

/// What a run does. Since 0.1. [PPR-SYN-01]
enum class RunKind : std::uint8_t { provision, observe, courses, results, resync, accounts, exchange };
/// How a run stands. Since 0.1. [PPR-SYN-07]
enum class RunState : std::uint8_t { running, done, empty, refused, broken };

/// A run: written before its work starts, closed at its end. Since 0.1. [PPR-SYN-01, PPR-SYN-07]
struct SyncRun {
    Id<SyncRun> id;
    std::int64_t version = 0;
    std::string connection;
    RunKind kind = RunKind::provision;
    RunState state = RunState::running;
    std::string worker;
    std::optional<Instant> began_at;
    std::optional<Instant> ended_at;
    std::int64_t rows = 0;
    std::int64_t applied = 0;
    std::int64_t unchanged = 0;
    std::int64_t failed = 0;
    std::int64_t held = 0;
    std::string code;
    std::vector<std::string> anomalies;
};

/// A line of the log. Since 0.1. [PPR-SYN-01, WIS-EE-10]
struct SyncItem {
    Id<SyncItem> id;
    std::int64_t version = 0;
    Id<SyncRun> run;
    std::string action;
    std::string course;
    std::int64_t learner = 0;
    Access before = Access::absent;
    Access after = Access::absent;
    Cause cause = Cause::none;
    ActionStatus status = ActionStatus::applied;
    ErrorClass error = ErrorClass::none;
    std::string problem;
    std::optional<Instant> at;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::RunKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "provision", "Access was brought in line."},
        {1, "observe", "Enrolments of the LMS were compared."},
        {2, "courses", "Courses of the LMS were read."},
        {3, "results", "Results were received."},
        {4, "resync", "Enrolments were sent again."},
        {5, "accounts", "Accounts of the LMS were compared."},
        {6, "exchange", "Files were exchanged."},
    });
};
template <>
struct provost::Choices<provost::lms::RunState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "running", "At work."},
        {1, "done", "Ended."},
        {2, "empty", "Ended and had nothing to do."},
        {3, "refused", "Not begun; code says why."},
        {4, "broken", "Broke off; code says why when it is known."},
    });
};

PROVOST_DESCRIBE(provost::lms::SyncRun, bookkeeping, "sync_run", "A run with an LMS.",
                 PROVOST_INDEXES({"connection", false, {"connection", "state"}}),
                 PROVOST_FIELD(id, "Identity among these."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."), PROVOST_FIELD(kind, "What it did."),
                 PROVOST_FIELD(state, "How it stands."), PROVOST_FIELD(worker, "Who ran it."),
                 PROVOST_FIELD(began_at, "When it began."), PROVOST_FIELD(ended_at, "When it ended."),
                 PROVOST_FIELD(rows, "Rows, or actions."), PROVOST_FIELD(applied, "That changed something."),
                 PROVOST_FIELD(unchanged, "That changed nothing."), PROVOST_FIELD(failed, "That failed."),
                 PROVOST_FIELD(held, "That wait for an approval or a person."),
                 PROVOST_FIELD(code, "Why it was refused or broke off."),
                 PROVOST_FIELD(anomalies, "Codes of what was unusual about it."));
PROVOST_DESCRIBE(provost::lms::SyncItem, bookkeeping, "sync_item", "A line of the log of a run with an LMS.",
                 PROVOST_INDEXES({"run", false, {"run"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(run, "Which run."), PROVOST_FIELD(action, "What was to be done."),
                 PROVOST_FIELD(course, "Course in the LMS."), PROVOST_FIELD(learner, "Id of the learner."),
                 PROVOST_FIELD(before, "Access before."), PROVOST_FIELD(after, "Access that it should have."),
                 PROVOST_FIELD(cause, "Why."), PROVOST_FIELD(status, "How it went."),
                 PROVOST_FIELD(error, "What kind of thing went wrong."),
                 PROVOST_FIELD(problem, "What the LMS said.").at_most(500), PROVOST_FIELD(at, "When."));

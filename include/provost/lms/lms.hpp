// What an LMS was last known to hold, and what has to be compared with it. Bookkeeping: no part of the state.
#pragma once

#include <provost/enrolment/enrolment.hpp>
#include <provost/lms/action.hpp>

namespace provost::lms {

/// A mark that something may have changed a learner's access to a course: the next run of any connection works out for
/// which enrolments in which LMS that is so. Without a learner it is everybody in the course, without a course every
/// course of the learner, without both everybody everywhere. Its id is that of the record that first made it. Since
/// 0.1. [WIS-MIG-09]
struct LmsAccess {
    Id<LmsAccess> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Course> course;
    bool due = false;
};

/// How a learner's enrolment in an LMS stands. Since 0.1. [WIS-EE-10]
enum class KeyState : std::uint8_t { settled, pending, confirmed, failed, parked, held, blocked, unknown };

/// Whose an enrolment in the LMS is: Provost's own from the moment at which it asks for it, until the LMS has none any
/// more. Since 0.1. [WIS-EE-11]
enum class Origin : std::uint8_t { none, ours, adopted, foreign };

/// A learner's enrolment in a course or cohort of an LMS: what it shall be, what the LMS last agreed to, and what it
/// was last seen to be. Since 0.1. [WIS-EE-09, WIS-EE-10, WIS-MIG-06]
struct LmsEnrolment {
    Id<LmsEnrolment> id;
    std::int64_t version = 0;
    std::string connection;
    std::string course;
    Id<people::Learner> learner;
    bool due = false;
    bool again = false;
    std::int64_t next_day = 0;
    std::optional<Instant> next_change_at;
    Access desired = Access::absent;
    Cause cause = Cause::none;
    Access agreed = Access::absent;
    std::int64_t agreed_digest = 0;
    std::optional<Instant> agreed_until;
    std::vector<std::string> agreed_groups;
    std::int64_t agreed_epoch = 0;
    Access sent = Access::absent;
    std::int64_t sent_digest = 0;
    std::optional<Instant> sent_until;
    std::vector<std::string> sent_groups;
    std::int64_t sent_epoch = 0;
    Access observed = Access::absent;
    std::optional<Instant> observed_at;
    Origin origin = Origin::none;
    std::string remote_id;
    KeyState state = KeyState::settled;
    bool counted = false;
    bool counted_for_tests = false;
    std::int64_t tries = 0;
    ErrorClass error = ErrorClass::none;
    std::string problem;
    std::optional<Instant> retry_at;
};

/// Access to an LMS went on or off; what active e-learning learners are counted from. Since 0.1. [WIS-AL-03]
struct AccessChange {
    Id<AccessChange> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    std::string connection;
    std::string course;
    bool enabled = false;
    bool is_test = false;
    std::optional<Instant> at;
    std::int64_t month = 0;
};

/// A learner as an LMS knows him. Since 0.1. [WIS-EE-07, WIS-EE-08]
struct LmsLearner {
    Id<LmsLearner> id;
    std::int64_t version = 0;
    std::string connection;
    Id<people::Learner> learner;
    std::int64_t agreed_digest = 0;
    std::int64_t refused_digest = 0;
    bool suspended = false;
    std::string name;
    std::string remote_id;
    std::string problem;
};

/// What an LMS that holds every course calls a course of ours. Since 0.1.
struct LmsRoster {
    Id<LmsRoster> id;
    std::int64_t version = 0;
    std::string connection;
    Id<catalogue::Course> course;
    std::string remote_id;
};

/// How a connection stands. Since 0.1. [PPR-SYN-02]
struct LmsStanding {
    Id<LmsStanding> id;
    std::int64_t version = 0;
    std::string connection;
    std::int64_t active = 0;
    std::int64_t swept_day = 0;
    bool approved = false;
    std::int64_t breaches = 0;
    std::int64_t listed = 0;
    std::optional<Instant> next_change_at;
    std::int64_t looked_day = 0;
    std::optional<Instant> observed_at;
    std::int64_t observed_open = 0;
    std::optional<Instant> accounts_at;
};

/// Counters of what is kept about LMS; one record, id 1. Since 0.1.
struct LmsTotals {
    Id<LmsTotals> id;
    std::int64_t version = 0;
    std::int64_t numbers = 0;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::KeyState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "settled", "Nothing is to be done."},
        {1, "pending", "It was handed out."},
        {2, "confirmed", "The LMS agreed."},
        {3, "failed", "The last try failed; it is tried again."},
        {4, "parked", "It can not succeed as it is: it waits until something else is desired."},
        {5, "held", "A guard or the mode holds it."},
        {6, "blocked", "Something is missing here; problem says what."},
        {7, "unknown", "Nobody knows what became of the last action: it is looked up next."},
    });
};
template <>
struct provost::Choices<provost::lms::Origin> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Not there."},
        {1, "ours", "Provost asked for it."},
        {2, "adopted", "It was there, and Provost took it over."},
        {3, "foreign", "Somebody made it by hand; it is never touched."},
    });
};

PROVOST_DESCRIBE(provost::lms::LmsEnrolment, bookkeeping, "lms_enrolment", "A learner's enrolment in an LMS.",
                 PROVOST_INDEXES({"key", true, {"connection", "course", "learner"}},
                                 {"due", false, {"connection", "due"}}, {"day", false, {"connection", "next_day"}},
                                 {"learner", false, {"learner"}},
                                 {"agreed", false, {"connection", "course", "agreed"}}),
                 PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes; the epoch of the next action."),
                 PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(course, "Id of the course there; of a cohort with cohort: before it."),
                 PROVOST_FIELD(learner, "The learner."),
                 PROVOST_FIELD(due, "Whether it must be worked out anew or sent."),
                 PROVOST_FIELD(again, "Whether it is sent whatever the LMS agreed to: a resync asked for it."),
                 PROVOST_FIELD(next_day, "Days from 1970 to the day on which access changes by itself; 0: never."),
                 PROVOST_FIELD(next_change_at, "When access changes by itself."),
                 PROVOST_FIELD(desired, "Access it shall have, as it was worked out last."),
                 PROVOST_FIELD(cause, "Why."), PROVOST_FIELD(agreed, "What the LMS last agreed to."),
                 PROVOST_FIELD(agreed_digest, "Digest of access, window and groups that it agreed to."),
                 PROVOST_FIELD(agreed_until, "End of the window that it agreed to; absent: none, or nobody knows."),
                 PROVOST_FIELD(agreed_groups, "Groups that Provost put the learner in."),
                 PROVOST_FIELD(agreed_epoch, "Epoch of the action it agreed to."),
                 PROVOST_FIELD(sent, "Access of the action that was last handed out."),
                 PROVOST_FIELD(sent_digest, "Digest of its access, window and groups."),
                 PROVOST_FIELD(sent_until, "End of its window; absent: none."),
                 PROVOST_FIELD(sent_groups, "Its groups."), PROVOST_FIELD(sent_epoch, "Its epoch."),
                 PROVOST_FIELD(observed, "What the LMS was last seen to have."),
                 PROVOST_FIELD(observed_at, "When that was."), PROVOST_FIELD(origin, "Whose it is."),
                 PROVOST_FIELD(remote_id, "Id of Provost's own enrolment in the LMS, where it has one."),
                 PROVOST_FIELD(state, "How it stands."), PROVOST_FIELD(counted, "Whether access was last noted as on."),
                 PROVOST_FIELD(counted_for_tests, "Whether that was noted as for tests alone."),
                 PROVOST_FIELD(tries, "Failed tries since the last success."),
                 PROVOST_FIELD(error, "What kind of thing went wrong last."),
                 PROVOST_FIELD(problem, "What the LMS said of it, or what is missing here.").at_most(500),
                 PROVOST_FIELD(retry_at, "Not before then."));
PROVOST_DESCRIBE(provost::lms::AccessChange, bookkeeping, "access_change", "Access to an LMS went on or off.",
                 PROVOST_INDEXES({"month", false, {"month"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Whose access."), PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(course, "Course or cohort there."), PROVOST_FIELD(enabled, "On, or off."),
                 PROVOST_FIELD(is_test, "It is for tests alone."), PROVOST_FIELD(at, "When."),
                 PROVOST_FIELD(month, "Months from year 0 to the month, in the connection's zone."));

PROVOST_DESCRIBE(provost::lms::LmsAccess, bookkeeping, "lms_access",
                 "A mark that something may have changed a learner's access to a course.",
                 PROVOST_INDEXES({"learner_course", true, {"learner", "course"}}, {"due", false, {"due"}}),
                 PROVOST_FIELD(id, "Id of the record that first made it."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "The learner; absent: everybody in the course."),
                 PROVOST_FIELD(course, "The course; absent: every course of the learner."),
                 PROVOST_FIELD(due, "Whether it has still to be looked at."));
PROVOST_DESCRIBE(provost::lms::LmsLearner, bookkeeping, "lms_learner", "A learner as an LMS knows him.",
                 PROVOST_INDEXES({"key", true, {"connection", "learner"}}, {"learner", false, {"learner"}},
                                 {"name", false, {"connection", "name"}}),
                 PROVOST_FIELD(id, "Identity among these."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."), PROVOST_FIELD(learner, "The learner."),
                 PROVOST_FIELD(agreed_digest, "Digest of the values the LMS has."),
                 PROVOST_FIELD(refused_digest, "Digest of values that the LMS refused for good."),
                 PROVOST_FIELD(suspended, "Whether Provost suspended the account there."),
                 PROVOST_FIELD(name, "External id that the account was made or found under; it stays."),
                 PROVOST_FIELD(remote_id, "Id in the LMS."),
                 PROVOST_FIELD(problem, "What the LMS said when it refused.").at_most(500));
PROVOST_DESCRIBE(provost::lms::LmsRoster, bookkeeping, "lms_roster", "What an LMS calls a course of ours.",
                 PROVOST_INDEXES({"key", true, {"connection", "course"}}), PROVOST_FIELD(id, "Identity among these."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(course, "The course."), PROVOST_FIELD(remote_id, "Id in the LMS."));
PROVOST_DESCRIBE(
    provost::lms::LmsStanding, bookkeeping, "lms_standing", "How a connection stands.",
    PROVOST_INDEXES({"connection", true, {"connection"}}), PROVOST_FIELD(id, "Identity among these."),
    PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(connection, "Connection to the LMS."),
    PROVOST_FIELD(active, "Enrolments that are active in the LMS."),
    PROVOST_FIELD(swept_day, "Days from 1970 to the day before which nothing changes by itself any more."),
    PROVOST_FIELD(approved, "Whether somebody has approved a run that enforces."),
    PROVOST_FIELD(breaches, "Runs in a row that the guard held."),
    PROVOST_FIELD(listed, "Rows of the last complete listing."),
    PROVOST_FIELD(next_change_at, "Before this moment no access changes by itself."),
    PROVOST_FIELD(looked_day, "Days from 1970 to the day on which that was found out; 0: it is to be found out anew."),
    PROVOST_FIELD(observed_at, "When enrolments were last compared with a listing that left none of them open."),
    PROVOST_FIELD(observed_open, "How many were not as intended then, of those that are not somebody else's."),
    PROVOST_FIELD(accounts_at, "When accounts were last compared with a complete listing."));
PROVOST_DESCRIBE(provost::lms::LmsTotals, bookkeeping, "lms_totals", "Counters of what is kept about LMS.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Always 1."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(numbers, "Ids that were given to keys, accounts, changes, runs and their lines."));

// What is to be done in an LMS, what became of it, and what an LMS says it holds: the documents that Provost and an
// adapter exchange, whatever the LMS.
#pragma once

#include <provost/plan/request.hpp>

#include <optional>
#include <string>
#include <vector>

namespace provost::lms {

/// Access of a learner to a course in the LMS. Since 0.1.
enum class Access : std::uint8_t { absent, active, suspended };

/// What an action does. Since 0.1.
enum class ActionKind : std::uint8_t { link_course, upsert_learner, upsert_enrolment, look_up_enrolment };

/// What a learner is enrolled in. Since 0.1. [PPR-PRO-01]
enum class Container : std::uint8_t { course, cohort };

/// What the id of a cohort begins with where courses and cohorts are named alike: in keys, and in what shall be listed.
inline constexpr std::string_view cohort_prefix = "cohort:";

/// Why the desired access is what it is. Since 0.1. [WIS-ER-11]
enum class Cause : std::uint8_t {
    none,
    has_place,
    on_hold,
    ended,
    never_entered,
    erased,
    inactive,
    in_window,
    before_window,
    after_window,
    no_window,
    not_commenced,
    by_hand,
    overridden,
    stopped,
    not_provisioned,
    unlinked,
    rule_inactive,
};

/// Twelve classes of what goes wrong; what the engine does follows from the class alone. Since 0.1.
enum class ErrorClass : std::uint8_t {
    none,
    transient,
    rate_limited,
    auth,
    forbidden,
    not_found,
    conflict,
    invalid,
    unsupported,
    unknown_outcome,
    cursor_expired,
    held,
    cancelled,
};

/// One step for the host to carry out: the whole desired state of one thing. Since 0.1.
struct Action {
    std::string op_id;
    ActionKind kind = ActionKind::link_course;
    std::int64_t epoch = 0;
    std::string connection;
    Container container = Container::course;
    std::string course;
    std::string course_name;
    std::string course_remote_id;
    std::string learner;
    std::string learner_remote_id;
    std::string enrolment_remote_id;
    std::string login;
    std::string email;
    std::string first_name;
    std::string family_name;
    std::optional<bool> suspended;
    Access access = Access::absent;
    Access was = Access::absent;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::vector<std::string> groups;
    std::vector<std::string> leave_groups;
    Cause cause = Cause::none;
    std::vector<std::int64_t> enrolments;
};

/// How an action went. Since 0.1.
enum class ActionStatus : std::uint8_t { applied, unchanged, failed, unknown, accepted };

/// What became of an action. Since 0.1.
struct ActionOutcome {
    std::string op_id;
    ActionStatus status = ActionStatus::applied;
    ErrorClass error = ErrorClass::none;
    std::string problem;
    std::string remote_id;
    std::optional<Access> observed;
    std::optional<std::int64_t> retry_after;
};

/// An enrolment as an LMS lists it. Since 0.1.
struct Observed {
    std::string course;
    std::string learner;
    Access access = Access::absent;
    Container container = Container::course;
    std::string remote_id;
    std::vector<std::string> groups;
};

/// A course as an LMS lists it. Since 0.1. [WIS-LNK-02, WIS-LNK-03]
struct ObservedCourse {
    std::string course;
    std::string id_number;
    std::string short_name;
    std::string name;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    bool deleted = false;
};

/// A result as an LMS tells it; whose it is is said by the external id of the learner, else by his login. Since 0.1.
struct ObservedResult {
    std::string event_id;
    std::string course;
    std::string item;
    std::string learner;
    std::string login;
    std::string grade;
    std::optional<Decimal> score;
    std::optional<Decimal> most;
    std::optional<bool> completed;
    std::optional<bool> passed;
    std::optional<std::int64_t> attempt;
    std::optional<Instant> at;
    bool all_items_graded = false;
    bool withdrawn = false;
};

/// The end of a page of a listing, or of a listing that could not go on: then `error` says why. Since 0.1.
struct ListingEnd {
    std::string listing;
    std::string course;
    std::string cursor;
    bool complete = false;
    std::int64_t rows = 0;
    ErrorClass error = ErrorClass::none;
    std::string problem;
    std::optional<std::int64_t> retry_after;
    std::string about;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::Access> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "absent", "Not enrolled there."},
        {1, "active", "May enter."},
        {2, "suspended", "Enrolled, but may not enter."},
    });
};
template <>
struct provost::Choices<provost::lms::ActionKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "link_course", "Find the course in the LMS and link it."},
        {1, "upsert_learner", "Make the learner's account, or bring it up to date."},
        {2, "upsert_enrolment", "Make the enrolment, or bring its access up to date."},
        {3, "look_up_enrolment", "Say what the LMS has: nobody knows what became of the last action."},
    });
};
template <>
struct provost::Choices<provost::lms::Container> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "course", "A course."},
        {1, "cohort", "A cohort, through which the LMS enrols in its courses."},
    });
};
template <>
struct provost::Choices<provost::lms::Cause> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No cause."},
        {1, "has_place", "The learner has a place in the course."},
        {2, "on_hold", "The place is on hold."},
        {3, "ended", "The place has ended."},
        {4, "never_entered", "There is no place that gives access."},
        {5, "erased", "The learner was erased."},
        {6, "inactive", "The learner is inactive."},
        {7, "in_window", "The rule opens access now."},
        {8, "before_window", "The rule opens access later."},
        {9, "after_window", "The rule has ended access."},
        {10, "no_window", "The rule never opens access: dates are missing, or its end lies before its start."},
        {11, "not_commenced", "What the rule checks has not commenced."},
        {12, "by_hand", "A person set it: the method is manual."},
        {13, "overridden", "A person set it against the rule."},
        {14, "stopped", "It was stopped when the learner was finalised."},
        {15, "not_provisioned", "The place is not to be provisioned."},
        {16, "unlinked", "The course is not linked any more."},
        {17, "rule_inactive", "The rule is inactive: access stays as it was."},
    });
};
template <>
struct provost::Choices<provost::lms::ErrorClass> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Nothing went wrong."},
        {1, "transient", "It would work if repeated."},
        {2, "rate_limited", "Too many requests for now."},
        {3, "auth", "The credentials are invalid or expired."},
        {4, "forbidden", "The credentials are right, a right is missing."},
        {5, "not_found", "What it is about is not there."},
        {6, "conflict", "The LMS contradicts what was planned."},
        {7, "invalid", "It can never succeed as it is."},
        {8, "unsupported", "The LMS, or its adapter, can not express it."},
        {9, "unknown_outcome", "It was sent, and the answer was lost."},
        {10, "cursor_expired", "The listing can not be gone on with; it begins again."},
        {11, "held", "A guard or the mode prevented it."},
        {12, "cancelled", "The host ended it."},
    });
};
template <>
struct provost::Choices<provost::lms::ActionStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "applied", "Done."},
        {1, "unchanged", "It was so already."},
        {2, "failed", "Not done; error and problem say why."},
        {3, "unknown", "Nobody knows: it is looked up before it is repeated."},
        {4, "accepted", "The LMS will do it and report later."},
    });
};

PROVOST_DESCRIBE(provost::lms::Action, document, "lms_action", "One step for the host to carry out in the LMS.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(op_id, "Names the step in the report.").required(),
                 PROVOST_FIELD(kind, "What to do."), PROVOST_FIELD(epoch, "Grows with every change of the key."),
                 PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(container, "What the learner is enrolled in."),
                 PROVOST_FIELD(course, "Id of the course or cohort: what it is called on both sides."),
                 PROVOST_FIELD(course_name, "Its name."),
                 PROVOST_FIELD(course_remote_id, "Its id in the LMS, once it is known."),
                 PROVOST_FIELD(learner, "External id to set in the LMS."),
                 PROVOST_FIELD(learner_remote_id, "Id of the account in the LMS, once it is known."),
                 PROVOST_FIELD(enrolment_remote_id, "Id of Provost's own enrolment in the LMS, once it is known."),
                 PROVOST_FIELD(login, "Login; set when the account is made, and the LMS's own afterwards.").personal(),
                 PROVOST_FIELD(email, "Email address.").personal(),
                 PROVOST_FIELD(first_name, "Given names.").personal(),
                 PROVOST_FIELD(family_name, "Family name.").personal(),
                 PROVOST_FIELD(suspended, "Whether the account shall be suspended; absent: it stays as it is."),
                 PROVOST_FIELD(access, "Access it shall have."), PROVOST_FIELD(was, "Access it had, as far as known."),
                 PROVOST_FIELD(from, "Since when; absent: open."),
                 PROVOST_FIELD(until, "Until when, that moment excluded; absent: open."),
                 PROVOST_FIELD(groups, "Groups or sections it shall be in, made when they are missing."),
                 PROVOST_FIELD(leave_groups, "Groups or sections that it was put in before and shall leave."),
                 PROVOST_FIELD(cause, "Why."), PROVOST_FIELD(enrolments, "Ids of the enrolments it rests on."));
PROVOST_DESCRIBE(provost::lms::ActionOutcome, document, "lms_outcome", "What the host reports of an action.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(op_id, "Which action.").required(),
                 PROVOST_FIELD(status, "How it went."),
                 PROVOST_FIELD(error, "What kind of thing went wrong; absent with failed: transient."),
                 PROVOST_FIELD(problem, "What the LMS said.").at_most(500),
                 PROVOST_FIELD(remote_id, "Id in the LMS.").at_most(100),
                 PROVOST_FIELD(observed, "Access that the LMS has; of a look-up it must be there."),
                 PROVOST_FIELD(retry_after, "Milliseconds to wait, when the LMS said so."));
PROVOST_DESCRIBE(provost::lms::Observed, document, "lms_observed", "An enrolment as an LMS lists it.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course, "External id of the course.").required(),
                 PROVOST_FIELD(learner, "External id of the learner.").required(),
                 PROVOST_FIELD(access, "Access it has."), PROVOST_FIELD(container, "What the learner is enrolled in."),
                 PROVOST_FIELD(remote_id, "Its id in the LMS."), PROVOST_FIELD(groups, "Groups or sections it is in."));
PROVOST_DESCRIBE(provost::lms::ObservedCourse, document, "lms_observed_course", "A course as an LMS lists it.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(course, "Its id in the LMS.").required().at_most(100),
                 PROVOST_FIELD(id_number, "Its id number, or SIS id.").at_most(100),
                 PROVOST_FIELD(short_name, "Its short name or code.").at_most(255),
                 PROVOST_FIELD(name, "Its name.").at_most(1000), PROVOST_FIELD(starts_at, "When it starts."),
                 PROVOST_FIELD(ends_at, "When it ends."), PROVOST_FIELD(deleted, "It is not there any more."));
PROVOST_DESCRIBE(provost::lms::ObservedResult, document, "lms_observed_result", "A result as an LMS tells it.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(event_id, "The same event has the same id.").required().at_most(200),
                 PROVOST_FIELD(course, "Id of the course in the LMS.").required().at_most(100),
                 PROVOST_FIELD(item, "Graded item; absent: the course as a whole.").at_most(100),
                 PROVOST_FIELD(learner, "External id of the learner.").at_most(100),
                 PROVOST_FIELD(login, "Login there, when the external id is not known.").at_most(100).personal(),
                 PROVOST_FIELD(grade, "The grade as it stands there.").at_most(100), PROVOST_FIELD(score, "Points."),
                 PROVOST_FIELD(most, "Most points there are."), PROVOST_FIELD(completed, "Whether it is complete."),
                 PROVOST_FIELD(passed, "Whether it is passed."), PROVOST_FIELD(attempt, "Which try."),
                 PROVOST_FIELD(at, "When it came about there."),
                 PROVOST_FIELD(all_items_graded,
                               "Of a course: whether each of its graded items has a grade; not said counts as no."),
                 PROVOST_FIELD(withdrawn, "The grade was taken away."));
PROVOST_DESCRIBE(
    provost::lms::ListingEnd, document, "lms_listing_end", "The end of a page of a listing.", PROVOST_NO_INDEX,
    PROVOST_FIELD(listing, "Of which listing: check, accounts, courses, enrolments, results.").required().at_most(20),
    PROVOST_FIELD(course, "Of which course; absent: of all.").at_most(100),
    PROVOST_FIELD(cursor, "Where the next one begins.").at_most(4000),
    PROVOST_FIELD(complete, "Whether everything was seen: silence is never a deletion."),
    PROVOST_FIELD(rows, "How many rows there were, as the LMS says; -1: it does not."),
    PROVOST_FIELD(error, "Why the listing could not go on."), PROVOST_FIELD(problem, "What the LMS said.").at_most(500),
    PROVOST_FIELD(retry_after, "Milliseconds to wait, when the LMS said so."),
    PROVOST_FIELD(about, "Of a check: product, release and address of what answered.").at_most(500));

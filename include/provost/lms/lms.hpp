// What the LMS has to look like, what it was last known to look like, and the actions in between. The LMS is never
// scripted: commits only mark keys (learner, course) due; the next actions carry the whole desired state.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::lms {

/// Access of a learner to a course in the LMS. Since 0.1.
enum class Access : std::uint8_t { absent, active, suspended };

/// A learner's access to a course: whether it must be compared again, and what the LMS last agreed to. Its id is that
/// of the enrolment that first made it. Since 0.1.
struct LmsAccess {
    Id<LmsAccess> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Course> course;
    bool due = false;
    Access agreed = Access::absent;
    std::int64_t agreed_epoch = 0;
    std::int64_t tries = 0;
    std::string problem;
};

/// A learner as the LMS knows him; the id is the learner's. Since 0.1.
struct LmsLearner {
    Id<LmsLearner> id;
    std::int64_t version = 0;
    std::int64_t agreed_digest = 0;
    std::string remote_id;
};

/// A course as the LMS knows it; the id is the course's. Since 0.1. [WIS-LNK-02]
struct LmsCourse {
    Id<LmsCourse> id;
    std::int64_t version = 0;
    std::string remote_id;
};

/// Totals of a connection; one record, id 1. Since 0.1.
struct LmsTotals {
    Id<LmsTotals> id;
    std::int64_t version = 0;
    std::int64_t active = 0;
    std::int64_t packages = 0;
};

/// What an action does. Since 0.1.
enum class ActionKind : std::uint8_t { link_course, upsert_learner, upsert_enrolment };

/// Why the desired access is what it is. Since 0.1.
enum class Cause : std::uint8_t { none, has_place, on_hold, ended, never_entered, erased, inactive };

/// One step for the host to carry out: the whole desired state of one thing. Since 0.1.
struct Action {
    std::string op_id;
    ActionKind kind = ActionKind::link_course;
    std::int64_t epoch = 0;
    std::string course;
    std::string course_name;
    std::string learner;
    std::string login;
    std::string email;
    std::string first_name;
    std::string family_name;
    Access access = Access::absent;
    Access was = Access::absent;
    Cause cause = Cause::none;
    std::vector<std::int64_t> enrolments;
};

/// How an action went. Since 0.1.
enum class ActionStatus : std::uint8_t { applied, unchanged, failed, unknown };

/// What the host reports of an action. Since 0.1.
struct ActionOutcome {
    std::string op_id;
    ActionStatus status = ActionStatus::applied;
    std::string problem;
    std::string remote_id;
};

/// An enrolment as an LMS lists it. Since 0.1.
struct Observed {
    std::string course;
    std::string learner;
    Access access = Access::absent;
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
    });
};
template <>
struct provost::Choices<provost::lms::ActionStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "applied", "Done."},
        {1, "unchanged", "It was so already."},
        {2, "failed", "Not done; problem says why."},
        {3, "unknown", "Nobody knows; it will be asked again."},
    });
};

PROVOST_DESCRIBE(provost::lms::LmsAccess, bookkeeping, "lms_access", "A learner's access to a course in the LMS.",
                 PROVOST_INDEXES({"learner_course", true, {"learner", "course"}}, {"due", false, {"due"}}),
                 PROVOST_FIELD(id, "Id of the enrolment that first made it."),
                 PROVOST_FIELD(version, "Counts the changes; the epoch of the next action."),
                 PROVOST_FIELD(learner, "The learner."), PROVOST_FIELD(course, "The course."),
                 PROVOST_FIELD(due, "Whether it must be compared with the LMS."),
                 PROVOST_FIELD(agreed, "What the LMS last agreed to."),
                 PROVOST_FIELD(agreed_epoch, "Epoch of the action it agreed to."),
                 PROVOST_FIELD(tries, "Failed tries since the last success."),
                 PROVOST_FIELD(problem, "What the LMS said of the last failure."));
PROVOST_DESCRIBE(provost::lms::LmsLearner, bookkeeping, "lms_learner", "A learner as the LMS knows him.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Id of the learner."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(agreed_digest, "Digest of the values the LMS has."),
                 PROVOST_FIELD(remote_id, "Id in the LMS."));
PROVOST_DESCRIBE(provost::lms::LmsCourse, bookkeeping, "lms_course", "A course as the LMS knows it.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Id of the course."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(remote_id, "Id in the LMS."));
PROVOST_DESCRIBE(provost::lms::LmsTotals, bookkeeping, "lms_totals", "Totals of a connection.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Always 1."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(active, "Enrolments that are active in the LMS."),
                 PROVOST_FIELD(packages, "Packages written to the drop folder."));
PROVOST_DESCRIBE(provost::lms::Action, document, "lms_action", "One step for the host to carry out in the LMS.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(op_id, "Names the step in the report.").required(),
                 PROVOST_FIELD(kind, "What to do."), PROVOST_FIELD(epoch, "Grows with every change of the key."),
                 PROVOST_FIELD(course, "External id of the course."), PROVOST_FIELD(course_name, "Its name."),
                 PROVOST_FIELD(learner, "External id to set in the LMS."), PROVOST_FIELD(login, "Login.").personal(),
                 PROVOST_FIELD(email, "Email address.").personal(),
                 PROVOST_FIELD(first_name, "Given names.").personal(),
                 PROVOST_FIELD(family_name, "Family name.").personal(), PROVOST_FIELD(access, "Access it shall have."),
                 PROVOST_FIELD(was, "Access it had, as far as known."), PROVOST_FIELD(cause, "Why."),
                 PROVOST_FIELD(enrolments, "Ids of the enrolments it rests on."));
PROVOST_DESCRIBE(provost::lms::ActionOutcome, document, "lms_outcome", "What the host reports of an action.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(op_id, "Which action.").required(),
                 PROVOST_FIELD(status, "How it went."), PROVOST_FIELD(problem, "What the LMS said.").at_most(500),
                 PROVOST_FIELD(remote_id, "Id in the LMS.").at_most(100));
PROVOST_DESCRIBE(provost::lms::Observed, document, "lms_observed", "An enrolment as an LMS lists it.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course, "External id of the course.").required(),
                 PROVOST_FIELD(learner, "External id of the learner.").required(),
                 PROVOST_FIELD(access, "Access it has."));

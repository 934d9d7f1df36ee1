// What a provisioning run means to do, as a person reads it before approving.
#pragma once

#include <provost/lms/lms.hpp>

namespace provost::lms {

/// Which way an item of the plan goes. Since 0.1.
enum class PlanDirection : std::uint8_t { none, grant, revoke, edit, look_up, create_account, update_account, link };

/// An item of the plan. Since 0.1. [WIS-MIG-01]
struct PlanItem {
    PlanDirection direction = PlanDirection::none;
    std::string connection;
    Container container = Container::course;
    std::string course;
    std::string learner;
    std::string login;
    Access before = Access::absent;
    Access after = Access::absent;
    Cause cause = Cause::none;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::vector<std::string> groups;
    std::vector<std::string> leave_groups;
    std::vector<std::int64_t> enrolments;
    Code held;
};

/// What is intended, what the LMS last agreed to, and what it has. Since 0.1. [WIS-MIG-06]
struct Difference {
    std::string course;
    std::string learner;
    Access intended = Access::absent;
    Access agreed = Access::absent;
    Access observed = Access::absent;
    Origin origin = Origin::none;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::PlanDirection> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Nothing is sent."},
        {1, "grant", "Access begins."},
        {2, "revoke", "Access ends."},
        {3, "edit", "Window or groups change."},
        {4, "look_up", "The LMS is asked what it has."},
        {5, "create_account", "An account is made."},
        {6, "update_account", "An account is brought up to date."},
        {7, "link", "The course is looked for."},
    });
};

PROVOST_DESCRIBE(provost::lms::PlanItem, document, "lms_plan_item", "An item of the plan of a provisioning run.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(direction, "Which way it goes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(container, "What the learner is enrolled in."),
                 PROVOST_FIELD(course, "Id of the course or cohort."),
                 PROVOST_FIELD(learner, "External id of the learner."),
                 PROVOST_FIELD(login, "Login of the learner.").personal(),
                 PROVOST_FIELD(before, "Access that the LMS has, as far as known."),
                 PROVOST_FIELD(after, "Access that it shall have."), PROVOST_FIELD(cause, "Why."),
                 PROVOST_FIELD(from, "Since when; absent: open."),
                 PROVOST_FIELD(until, "Until when, that moment excluded; absent: open."),
                 PROVOST_FIELD(groups, "Groups or sections it shall be in."),
                 PROVOST_FIELD(leave_groups, "Groups or sections it shall leave."),
                 PROVOST_FIELD(enrolments, "Ids of the enrolments it rests on."),
                 PROVOST_FIELD(held, "Why it is not sent now; absent: it is."));
PROVOST_DESCRIBE(provost::lms::Difference, document, "lms_difference",
                 "What is intended, what the LMS last agreed to, and what it has.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course, "Id of the course there; of a cohort with cohort: before it."),
                 PROVOST_FIELD(learner, "External id of the learner."),
                 PROVOST_FIELD(intended, "Access it shall have."),
                 PROVOST_FIELD(agreed, "What the LMS last agreed to."), PROVOST_FIELD(observed, "What it has."),
                 PROVOST_FIELD(origin, "Whose it is."));

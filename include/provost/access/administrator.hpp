// Administrators and their rights. Every verb names the right it needs in the verb table; the engine checks it.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::access {

/// Rights. Their words in records are those of the seed documents. Since 0.1.
enum class Right : std::uint8_t {
    none,
    organise,
    import_rows,
    edit_courses,
    register_learners,
    change_participant_status,
    receive_results,
    finalise,
    report,
    operate_lms,
    audit,
    erase,
    send_messages,
    override_rules,
    reopen,
    course_supervision,
    newsroom,
    course_reports,
};

/// A role, which holds rights by itself. Since 0.1. [FIN-ORD-07]
enum class AdministratorRole : std::uint8_t { none, owner, admin };

/// Somebody who may act. Since 0.1.
struct Administrator {
    Id<Administrator> id;
    std::int64_t version = 0;
    std::string login;
    std::string login_key;
    std::string name;
    AdministratorRole role = AdministratorRole::none;
    std::vector<std::string> rights;
    std::vector<std::string> groups;
    std::string client;
};

/// Whether the administrator holds the right, by himself or by his role.
[[nodiscard]] bool holds(const Administrator& administrator, Right right);

}  // namespace provost::access

template <>
struct provost::Choices<provost::access::Right> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "NONE", "Anybody may."},
        {1, "ORGANISE", "Define the organisation, its people and its code lists."},
        {2, "IMPORT", "Run imports."},
        {3, "EDIT_COURSES", "Define types, templates, courses and prerequisites."},
        {4, "REGISTER", "Register learners."},
        {5, "CHANGE_PARTICIPANT_STATUS", "Change the state of participants."},
        {6, "RECEIVE_RESULTS", "Record results."},
        {7, "FINALISE", "Finalise enrolments."},
        {8, "REPORT", "Make statutory files."},
        {9, "OPERATE_LMS", "Carry out LMS actions."},
        {10, "AUDIT", "Read and verify the journal."},
        {11, "ERASE", "Erase people."},
        {12, "SEND_MESSAGES", "Carry out what is to be sent."},
        {13, "OVERRIDE", "Let people in whose prerequisites are not met, with a reason."},
        {14, "REOPEN", "Open again what was finalised, with a reason."},
        // IMC-TUT-14: what tutors have by their position, administrators have by these, in every course.
        {15, "COURSE_SUPERVISION", "Supervise courses as a tutor does: progress, grades, corrections, releases."},
        {16, "NEWSROOM", "Edit the news of courses as a tutor does."},
        {17, "COURSE_REPORTS", "Read the reports of courses as a tutor does."},
    });
};

template <>
struct provost::Choices<provost::access::AdministratorRole> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Holds the rights that are listed, and no others."},
        {1, "owner", "Holds every right."},
        {2, "admin", "Holds every right but those of the organisation, of erasing and of opening again."},
    });
};

PROVOST_DESCRIBE(
    provost::access::Administrator, record, "administrator", "Somebody who may act.",
    PROVOST_INDEXES({"login", true, {"login_key"}, &provost::people::login_index}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(login, "Name to sign in with, as it was spelled last.")
        .required()
        .at_most(100)
        .checked(&provost::people::check_login),
    PROVOST_FIELD(login_key, "The login in its one canonical spelling, made of it."),
    PROVOST_FIELD(name, "Name.").at_most(100).personal().line(),
    PROVOST_FIELD(role, "Role, whose rights are held everywhere besides; absent: none."),
    PROVOST_FIELD(rights, "Words of the rights held everywhere.").at_most(50),
    PROVOST_FIELD(groups, "Keys of the groups that clearances may name.").at_most(200),
    PROVOST_FIELD(client, "Key of the client (organisational unit) that clearances may name.").at_most(40));

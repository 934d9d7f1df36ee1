// Going over from an old integration to a connection: a checklist with an order, and who is told of it.
#pragma once

#include <provost/lms/connection.hpp>
#include <provost/people/learner.hpp>

namespace provost::lms {

/// A step of the checklist, in the order in which they are done. Since 0.1. [WIS-MIG-02, WIS-MIG-04, WIS-MIG-13]
enum class CutoverStep : std::uint8_t {
    none,
    plan,
    connect,
    test,
    access_rules,
    link_courses,
    add_enrolments,
    review,
    grade_plugin,
    grade_rules,
    link_grade_rules,
    maintenance_on,
    stop_old_integration,
    reinstall_grade_plugin,
    resync,
    enable_rules,
    check,
    maintenance_off,
    final_communication,
    revoke_old_access,
    remove_old_plugins,
};

/// When somebody is told. Since 0.1. [WIS-MIG-12]
enum class CutoverPhase : std::uint8_t { pre_transition, go_live };
/// Who is told. Since 0.1. [WIS-MIG-12]
enum class Audience : std::uint8_t { learners, trainers, staff };

/// A step that was done. Since 0.1. [WIS-MIG-04]
struct StepDone {
    CutoverStep step = CutoverStep::none;
    std::optional<Instant> at;
    std::string by;
    std::optional<Day> since;
};

/// A message to an audience, which goes out when somebody releases it. Since 0.1. [WIS-MIG-12]
struct Communication {
    CutoverPhase phase = CutoverPhase::pre_transition;
    Audience audience = Audience::learners;
    std::optional<Day> on;
    std::optional<Instant> released_at;
};

/// The cut-over of a connection. Since 0.1. [WIS-MIG-02, WIS-MIG-04, WIS-MIG-12]
struct Cutover {
    Id<Cutover> id;
    std::int64_t version = 0;
    std::string connection;
    std::optional<Instant> at;
    std::string login_method;
    bool auto_grade = false;
    std::vector<StepDone> done;
    std::vector<Communication> communications;
    std::optional<Instant> completed_at;
};

/// Plans a cut-over, or plans it anew: what was done and released stays so. Since 0.1. [WIS-MIG-02, WIS-MIG-12]
struct DefineCutover {
    Head head;
    Ref<Connection> connection;
    std::optional<Instant> at;
    std::string login_method;
    std::vector<Communication> communications;
};

/// Ticks a step, or releases a message. Since 0.1. [WIS-MIG-04, WIS-MIG-12]
struct TickCutover {
    Head head;
    Ref<Connection> connection;
    CutoverStep step = CutoverStep::none;
    std::optional<Day> since;
    std::optional<CutoverPhase> release;
    std::optional<Audience> audience;
};

/// What is done of a cut-over and what is not. Answers a report; writes nothing. Since 0.1. [WIS-MIG-04]
struct CutoverOf {
    Head head;
    Ref<Connection> connection;
};

/// Access that the old integration gave a learner, as it was carried over. Nothing is decided by it. Since 0.1.
/// [WIS-MIG-07]
struct OldAccess {
    Id<OldAccess> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    bool enabled = false;
};

/// Carries over whether the old integration gave a learner access. Since 0.1. [WIS-MIG-07]
struct NoteOldAccess {
    Head head;
    Ref<people::Learner> learner;
    bool enabled = true;
};

/// Takes the old access of all learners away, after the cut-over; access over connections stays as it is. Since 0.1.
/// [WIS-MIG-13]
struct RevokeOldAccess {
    Head head;
    std::string reason;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::CutoverStep> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No step."},
        {1, "plan", "Who does what, and when."},
        {2, "connect", "The LMS was connected."},
        {3, "test", "A learner for tests is in a course for tests."},
        {4, "access_rules", "Access rules were defined, and are inactive."},
        {5, "link_courses", "Courses were linked."},
        {6, "add_enrolments", "E-learning enrolments were added, without access."},
        {7, "review", "It was tested and reviewed."},
        {8, "grade_plugin", "With grades: the plugin was installed."},
        {9, "grade_rules", "With grades: grade rules were defined."},
        {10, "link_grade_rules", "With grades: courses have their grade rules."},
        {11, "maintenance_on", "The LMS was closed for maintenance; may be left out."},
        {12, "stop_old_integration", "The plugins for enrolling and signing in were stopped."},
        {13, "reinstall_grade_plugin", "With grades: the plugin was installed again."},
        {14, "resync", "Enrolments by hand were sent again, since a day."},
        {15, "enable_rules", "Access rules are active, and the connection enforces."},
        {16, "check", "Users and enrolments in the LMS were compared."},
        {17, "maintenance_off", "The LMS is open again, if it was closed."},
        {18, "final_communication", "Everybody was told."},
        {19, "revoke_old_access", "The old access was taken away; may be left out."},
        {20, "remove_old_plugins", "The old plugins were removed."},
    });
};
template <>
struct provost::Choices<provost::lms::CutoverPhase> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "pre_transition", "Before it."},
        {1, "go_live", "Once it has happened."},
    });
};
template <>
struct provost::Choices<provost::lms::Audience> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "learners", "Learners."},
        {1, "trainers", "Trainers and assessors."},
        {2, "staff", "Staff."},
    });
};

PROVOST_DESCRIBE(provost::lms::StepDone, document, "cutover_step_done", "A step of a cut-over that was done.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(step, "Which one."), PROVOST_FIELD(at, "When."),
                 PROVOST_FIELD(by, "Who ticked it."),
                 PROVOST_FIELD(since, "Of resync: the day since which changes were sent again."));
PROVOST_DESCRIBE(provost::lms::Communication, document, "cutover_communication", "A message to an audience.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(phase, "Before the cut-over, or once it has happened."),
                 PROVOST_FIELD(audience, "Who is told."), PROVOST_FIELD(on, "On which day.").required(),
                 PROVOST_FIELD(released_at, "When somebody released it; absent: it is open."));
PROVOST_DESCRIBE(provost::lms::Cutover, record, "lms_cutover", "The cut-over of a connection.",
                 PROVOST_INDEXES({"connection", true, {"connection"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(connection, "Key of the connection."),
                 PROVOST_FIELD(at, "When it happens."),
                 PROVOST_FIELD(login_method, "How people sign in from then on.").at_most(100),
                 PROVOST_FIELD(auto_grade, "Whether grades go over, too."),
                 PROVOST_FIELD(done, "The steps that were done."),
                 PROVOST_FIELD(communications, "Who is told, and when."),
                 PROVOST_FIELD(completed_at, "When the last step was done."));
PROVOST_DESCRIBE(provost::lms::OldAccess, record, "old_access", "Access that an old integration gave a learner.",
                 PROVOST_INDEXES({"learner", true, {"learner"}}, {"enabled", false, {"enabled"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Whose access."), PROVOST_FIELD(enabled, "Whether it was on."));

PROVOST_REQUEST(provost::lms::DefineCutover, "define_cutover", "Plans the cut-over of a connection.",
                PROVOST_FIELD(connection, "Key of the connection.").required(),
                PROVOST_FIELD(at, "When it happens.").required(),
                PROVOST_FIELD(login_method, "How people sign in from then on.").at_most(100),
                PROVOST_FIELD(communications, "Who is told, and when.").at_most(6));
PROVOST_REQUEST(provost::lms::TickCutover, "tick_cutover", "Ticks a step of a cut-over, or releases a message.",
                PROVOST_FIELD(connection, "Key of the connection.").required(),
                PROVOST_FIELD(step, "The step that was done; absent: a message is released."),
                PROVOST_FIELD(since, "Of resync: the day since which changes were sent again."),
                PROVOST_FIELD(release, "Of which phase a message is released."), PROVOST_FIELD(audience, "To whom."));
PROVOST_REQUEST(provost::lms::CutoverOf, "cutover_of", "What is done of a cut-over and what is not.",
                PROVOST_FIELD(connection, "Key of the connection.").required());
PROVOST_REQUEST(provost::lms::NoteOldAccess, "note_old_access", "Carries over what the old integration gave a learner.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(enabled, "Whether it was on; absent: yes."));
PROVOST_REQUEST(provost::lms::RevokeOldAccess, "revoke_old_access",
                "Takes the old access of all learners away whom whoever asks may edit.",
                PROVOST_FIELD(reason, "Why.").at_most(1000));

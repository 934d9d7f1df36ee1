// A connection to an LMS, how far it may go, and what it was last known to hold.
#pragma once

#include <provost/plan/request.hpp>

#include <optional>

namespace provost::lms {

/// What a connection may do. Since 0.1. [WIS-MIG-01, WIS-MIG-03]
enum class Mode : std::uint8_t {
    observe,  ///< plans are made and logged; nothing is sent but for test learners in test courses
    adopt,    ///< besides, enrolments that the LMS has already and that fit are taken over
    enforce,  ///< what follows from the records is sent
};

/// What becomes of an enrolment in the LMS that gives no access any more. Since 0.1. [WIS-EE-06, PPR-PRO-06]
enum class Removal : std::uint8_t { suspend, unenrol };

/// A connection to an LMS. Without any there is one named "lms" that enforces, and every course is in it under its
/// external id. How an organisation provisions is data in it, each change a version. Since 0.1. [WIS-MIG-10,
/// PPR-PRO-08]
struct Connection {
    Id<Connection> id;
    std::int64_t version = 0;
    std::string key;
    std::string label;
    Mode mode = Mode::observe;
    bool every_course = false;
    bool old_integration_active = false;
    Removal removal = Removal::suspend;
    bool leave_cohorts = false;
    bool disable_users = false;
    bool auto_grade = false;
    std::string code_suffix;
    std::string zone;
    std::string jurisdiction;
    std::int64_t guard_percent = 10;
    std::int64_t guard_rows = 25;
    std::int64_t most_accounts = 500;
    std::int64_t keep_log_days = 400;
    std::optional<Instant> gap_from;
    std::optional<Instant> gap_until;
};

/// The connection that there is when nobody defined one.
inline constexpr std::string_view default_connection = "lms";
[[nodiscard]] inline Connection undeclared_connection() {
    Connection connection;
    connection.key = default_connection;
    connection.mode = Mode::enforce;
    connection.every_course = true;
    return connection;
}

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::Mode> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "observe", "Plans are made and logged; only test learners in test courses are sent."},
        {1, "adopt", "Besides, what the LMS has already and what fits is taken over."},
        {2, "enforce", "What follows from the records is sent."},
    });
};
template <>
struct provost::Choices<provost::lms::Removal> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "suspend", "It stays, suspended; grades stay with it."},
        {1, "unenrol", "It is taken away."},
    });
};

PROVOST_DESCRIBE(
    provost::lms::Connection, record, "lms_connection", "A connection to an LMS.",
    PROVOST_INDEXES({"key", true, {"key"}}, {"every_course", false, {"every_course"}}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(key, "Its key, for example moodle.").required().key(),
    PROVOST_FIELD(label, "What results that came over it are labelled with, for example Moodle.").at_most(40),
    PROVOST_FIELD(mode, "How far it may go."),
    PROVOST_FIELD(every_course, "Every course is in it under its external id, without a link."),
    PROVOST_FIELD(old_integration_active, "Another integration still writes to this LMS; then it can not enforce."),
    PROVOST_FIELD(removal, "What becomes of an enrolment that gives no access any more."),
    PROVOST_FIELD(leave_cohorts, "Whether learners leave a cohort with the last place; else they stay in it."),
    PROVOST_FIELD(disable_users, "Whether accounts are suspended with their last active enrolment."),
    PROVOST_FIELD(auto_grade, "Whether grades are taken from it."),
    PROVOST_FIELD(code_suffix, "What codes of courses end with in the LMS besides.").at_most(20),
    PROVOST_FIELD(zone, "Time zone of days where a course has none; absent: UTC.").at_most(64),
    PROVOST_FIELD(jurisdiction, "Whose outcome codes say what has commenced: AU (also when absent) or NZ.").at_most(10),
    PROVOST_FIELD(guard_percent, "Share of active enrolments that a run may end without an approval.")
        .between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(guard_rows, "Number of enrolments that a run may end without an approval.")
        .between(0, 1'000'000, "number.out-of-range"),
    PROVOST_FIELD(most_accounts, "Number of accounts that a run may make without an approval.")
        .between(0, 1'000'000, "number.out-of-range"),
    PROVOST_FIELD(keep_log_days, "How long the log of its runs is kept.").between(1, 36'500, "number.out-of-range"),
    PROVOST_FIELD(gap_from, "Since when grades were entered by hand, while one connector gave way to the next."),
    PROVOST_FIELD(gap_until, "Until when, that moment excluded; absent: still."));

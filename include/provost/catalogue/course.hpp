// Courses: what is booked and run.
#pragma once

#include <provost/catalogue/course_template.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::catalogue {

/// Where a value comes from. Since 0.1. [IMC-CT-08]
enum class Level : std::uint8_t { none, type, course_template, course };

/// Whether a course is in use. Since 0.1. [IMC-DUP-03]
enum class CourseLife : std::uint8_t { active, archived, removed };

/// What learners book. With dates it runs from its start to its end; without, each learner has `duration` from his own
/// start. The settings are the effective ones: its own, and those of the pinned version of its template. Since 0.1.
struct Course {
    Id<Course> id;
    std::int64_t version = 0;
    std::string external_id;
    std::string code_key;
    CourseKind kind = CourseKind::course;
    Id<CourseTemplate> course_template;
    std::int64_t template_number = 0;
    CourseLife life = CourseLife::active;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    Settings settings;
    Assignments assignments;
    bool bookable_alone = false;
    std::vector<std::string> hidden;
    std::vector<std::string> own;
    std::vector<std::string> missing;
    std::vector<std::int64_t> in_sets;
    std::vector<std::int64_t> in_paths;
    Id<Prerequisites> prerequisites;
    std::vector<std::int64_t> wanted_by;
    std::optional<Instant> locked_at;
    bool is_test = false;

    /// With dates, whatever its duration; both dates are there then.
    [[nodiscard]] bool has_dates() const { return starts_at.has_value() && ends_at.has_value(); }
    [[nodiscard]] PlanningStatus planning_status() const {
        return settings.planning_status.value_or(PlanningStatus::released);
    }
};

/// How many seats of a quota are in use. Since 0.1. [IMC-WL-10]
struct QuotaTaken {
    std::string name;
    std::int64_t taken = 0;
};

/// Seats and participants of a course: one record per course, whose version every registration checks. Since 0.1.
struct Seats {
    Id<Seats> id;
    std::int64_t version = 0;
    Id<Course> course;
    std::int64_t taken = 0;
    std::int64_t participants = 0;
    std::int64_t live = 0;
    std::int64_t waiting = 0;
    std::int64_t expiring = 0;
    bool started = false;
    bool has_due = false;
    bool watched = false;
    std::optional<Instant> looked_at{};
    std::vector<QuotaTaken> quotas{};
};

/// Defines a course, or brings it up to date: what is not said keeps its former value; of a new course it is the
/// template's. Since 0.1. [IMC-CSV-07, IMC-TPL-01]
struct DefineCourse {
    Head head;
    Ref<CourseTemplate> course_template;
    std::string external_id;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    Settings settings;
    NamedAssignments assignments;
    std::optional<bool> bookable_alone;
    std::vector<std::string> hidden;
    std::vector<std::string> shown;
    std::vector<std::string> clear;
    std::vector<std::string> reset;
};

/// The key under which codes are the same whatever their case and the blanks around them. Since 0.1. [WIS-LNK-04]
[[nodiscard]] std::string code_key_of(std::string_view code);

/// Whether it has not been deleted. Since 0.1.
[[nodiscard]] inline bool is_there(const Course& course) { return course.life != CourseLife::removed; }

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Level> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Nobody says it."},
        {1, "type", "The course type."},
        {2, "template", "The template."},
        {3, "course", "The course."},
    });
};

template <>
struct provost::Choices<provost::catalogue::CourseLife> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "active", "In use."},
        {1, "archived", "Kept for its history; its external id stays taken."},
        {2, "removed", "Deleted; its external id is free again."},
    });
};

PROVOST_DESCRIBE_PARTS(
    provost::catalogue::Course, record, "course", "What learners book.",
    PROVOST_INDEXES({"external_id", true, {"external_id"}}, {"course_template", false, {"course_template"}},
                    {"prerequisites", false, {"prerequisites"}},
                    {"code", false, {"code_key"}, &provost::catalogue::code_key_of}),
    PROVOST_FIELDS(PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                   PROVOST_FIELD(external_id, "What users call it; absent once deleted."),
                   PROVOST_FIELD(code_key, "The same without case."), PROVOST_FIELD(kind, "That of its template."),
                   PROVOST_FIELD(course_template, "Its template."),
                   PROVOST_FIELD(template_number, "The version of the template that it was made from."),
                   PROVOST_FIELD(life, "Whether it is in use."),
                   PROVOST_FIELD(starts_at, "Start; absent for duration of use."),
                   PROVOST_FIELD(ends_at, "End; absent for duration of use.")),
    PROVOST_MEMBERS(settings), PROVOST_MEMBERS(assignments),
    PROVOST_FIELDS(PROVOST_FIELD(bookable_alone, "A component course that may be booked without a course set."),
                   PROVOST_FIELD(hidden, "Facilities that this course hides."),
                   PROVOST_FIELD(own, "Names of the settings said here; the others come from the template."),
                   PROVOST_FIELD(missing, "Mandatory settings that a change of the template left open."),
                   PROVOST_FIELD(in_sets, "Ids of the course sets that it is in."),
                   PROVOST_FIELD(in_paths, "Ids of the learning paths that it is in."),
                   PROVOST_FIELD(prerequisites, "What it requires of whoever enters."),
                   PROVOST_FIELD(wanted_by, "Ids of the prerequisites that name it."),
                   PROVOST_FIELD(locked_at, "When the first signature locked it; absent: it is not locked."),
                   PROVOST_FIELD(is_test, "Whether it is a course for tests: nothing is reported.")));

PROVOST_DESCRIBE(provost::catalogue::QuotaTaken, document, "quota_taken", "Seats of a quota.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Name of the quota."), PROVOST_FIELD(taken, "Seats in use."));

PROVOST_DESCRIBE(provost::catalogue::Seats, record, "seats", "Seats and participants of a course.",
                 PROVOST_INDEXES({"course", true, {"course"}}, {"watched", false, {"watched"}}),
                 PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes; every registration checks it."),
                 PROVOST_FIELD(course, "The course."), PROVOST_FIELD(taken, "Seats in use."),
                 PROVOST_FIELD(participants, "Places that were ever made."),
                 PROVOST_FIELD(live, "Places that are neither concluded nor cancelled."),
                 PROVOST_FIELD(waiting, "Places on the waiting list."),
                 PROVOST_FIELD(expiring, "Reservations and requests that end by themselves."),
                 PROVOST_FIELD(started, "Whether a participant ever began."),
                 PROVOST_FIELD(has_due, "Whether prerequisites must be fulfilled by a moment."),
                 PROVOST_FIELD(watched, "Whether something in the course becomes due: for the session tick."),
                 PROVOST_FIELD(looked_at, "Up to when what became due has been done."),
                 PROVOST_FIELD(quotas, "Seats in use of each quota."));

PROVOST_REQUEST_PARTS(
    provost::catalogue::DefineCourse, "define_course", "Defines a course, or updates it.",
    PROVOST_FIELDS(PROVOST_FIELD(course_template, "External id of its template; needed for a new course."),
                   PROVOST_FIELD(external_id, "What users call it.").required().external_id(),
                   PROVOST_FIELD(starts_at, "Start."), PROVOST_FIELD(ends_at, "End.")),
    PROVOST_MEMBERS(settings), PROVOST_MEMBERS(assignments),
    PROVOST_FIELDS(PROVOST_FIELD(bookable_alone, "A component course may be booked without a course set; absent: no."),
                   PROVOST_FIELD(hidden, "Facilities to hide.").at_most(50),
                   PROVOST_FIELD(shown, "Facilities hidden here before that shall be shown again.").at_most(50),
                   PROVOST_FIELD(clear, "Names of settings that shall have no value here, whatever the template says.")
                       .at_most(500),
                   PROVOST_FIELD(reset, "Names of settings that shall be those of the template again.").at_most(500)));

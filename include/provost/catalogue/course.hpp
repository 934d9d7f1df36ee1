// Course templates and courses: what is offered, and what is booked and run.
#pragma once

#include <provost/access/administrator.hpp>
#include <provost/catalogue/code_lists.hpp>
#include <provost/organisation/organisation.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::catalogue {

/// Planning status, numbered as the course import numbers it. Since 0.1.
enum class PlanningStatus : std::uint8_t { released = 0, fixed = 1, locked = 2, cancelled = 3, closed = 4 };

/// Value of a meta tag on a template or course. Since 0.1.
struct TagValue {
    std::string tag;
    std::string value;
};

/// Carries what courses made from it have in common. With a subject it makes unit offers. Since 0.1.
struct CourseTemplate {
    Id<CourseTemplate> id;
    std::int64_t version = 0;
    std::string external_id;
    Id<CourseType> course_type;
    Id<Subject> subject;
    std::string subject_code;
    std::string name;
    std::string description;
    std::string duration;
    PlanningStatus planning_status = PlanningStatus::released;
    std::optional<std::int64_t> max_participants;
    std::optional<Decimal> price;
    std::string currency;
    std::optional<Decimal> duration_days;
    std::optional<Decimal> duration_hours;
    std::vector<TagValue> tags;
};

/// What learners book. With dates it runs from its start to its end; without, each learner has `duration` from his own
/// start. Since 0.1.
struct Course {
    Id<Course> id;
    std::int64_t version = 0;
    std::string external_id;
    Id<CourseTemplate> course_template;
    std::string name;
    std::string description;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::string duration;
    PlanningStatus planning_status = PlanningStatus::released;
    std::optional<std::int64_t> max_participants;
    Id<organisation::Location> location;
    std::vector<std::int64_t> tutors;
    Id<organisation::Provider> provider;
    Id<access::Administrator> administrator;
    std::optional<Decimal> price;
    std::string currency;
    std::optional<Decimal> duration_days;
    std::optional<Decimal> duration_hours;
    std::vector<TagValue> tags;

    /// With dates, whatever its duration; both dates are there then.
    [[nodiscard]] bool has_dates() const { return starts_at.has_value() && ends_at.has_value(); }
};

/// Seats of a course: one record per course, whose version every registration checks. Since 0.1.
struct Seats {
    Id<Seats> id;
    std::int64_t version = 0;
    Id<Course> course;
    std::int64_t taken = 0;
};

/// Checks of texts that stand in templates and courses.
[[nodiscard]] Code check_duration(std::string_view text);

/// Defines a course template, or brings it up to date. Since 0.1.
struct DefineTemplate {
    Head head;
    Ref<CourseType> course_type;
    std::string external_id;
    std::string name;
    std::string description;
    std::string duration;
    PlanningStatus planning_status = PlanningStatus::released;
    std::optional<std::int64_t> max_participants;
    std::optional<Decimal> price;
    std::string currency;
    std::optional<Decimal> duration_days;
    std::optional<Decimal> duration_hours;
    std::vector<TagValue> tags;
    Ref<Subject> subject;
};

/// Defines a course, or brings it up to date. Since 0.1.
struct DefineCourse {
    Head head;
    Ref<CourseTemplate> course_template;
    std::string external_id;
    std::string name;
    std::string description;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::string duration;
    PlanningStatus planning_status = PlanningStatus::released;
    std::optional<std::int64_t> max_participants;
    Ref<organisation::Location> location;
    std::vector<std::string> tutors;
    Ref<organisation::Provider> provider;
    Ref<access::Administrator> administrator;
    std::optional<Decimal> price;
    std::string currency;
    std::optional<Decimal> duration_days;
    std::optional<Decimal> duration_hours;
    std::vector<TagValue> tags;
};

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::PlanningStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "released", "Open for registration."},
        {1, "fixed", "Takes place for certain; open for registration."},
        {2, "locked", "Not open for registration at present."},
        {3, "cancelled", "Does not take place."},
        {4, "closed", "Over and done."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::TagValue, document, "tag_value", "Value of a meta tag.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(tag, "Key of the meta tag.").required().at_most(40),
                 PROVOST_FIELD(value, "Value as text.").at_most(4000));

PROVOST_DESCRIBE(provost::catalogue::CourseTemplate, record, "course_template",
                 "Carries what courses made from it have in common.",
                 PROVOST_INDEXES({"external_id", true, {"external_id"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(external_id, "What users call it."),
                 PROVOST_FIELD(course_type, "Its course type."),
                 PROVOST_FIELD(subject, "The subject it trains, for a unit offer."),
                 PROVOST_FIELD(subject_code, "Code of that subject."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(description, "Description."), PROVOST_FIELD(duration, "For example 6 M or 90 D."),
                 PROVOST_FIELD(planning_status, "Default of its courses."),
                 PROVOST_FIELD(max_participants, "Default of its courses; absent = no limit."),
                 PROVOST_FIELD(price, "Default price."), PROVOST_FIELD(currency, "ISO 4217 code."),
                 PROVOST_FIELD(duration_days, "Length in days, for information."),
                 PROVOST_FIELD(duration_hours, "Length in hours, for information."), PROVOST_FIELD(tags, "Meta tags."));

PROVOST_DESCRIBE(provost::catalogue::Course, record, "course", "What learners book.",
                 PROVOST_INDEXES({"external_id", true, {"external_id"}},
                                 {"course_template", false, {"course_template"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(external_id, "What users call it."), PROVOST_FIELD(course_template, "Its template."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(description, "Description."),
                 PROVOST_FIELD(starts_at, "Start; absent for duration of use."),
                 PROVOST_FIELD(ends_at, "End; absent for duration of use."),
                 PROVOST_FIELD(duration, "Time each learner has from his start, for duration of use."),
                 PROVOST_FIELD(planning_status, "Whether learners may be registered."),
                 PROVOST_FIELD(max_participants, "Seats; absent = no limit."),
                 PROVOST_FIELD(location, "Where it runs."), PROVOST_FIELD(tutors, "Ids of its tutors."),
                 PROVOST_FIELD(provider, "Who offers it."), PROVOST_FIELD(administrator, "Who looks after it."),
                 PROVOST_FIELD(price, "Price."), PROVOST_FIELD(currency, "ISO 4217 code."),
                 PROVOST_FIELD(duration_days, "Length in days, for information."),
                 PROVOST_FIELD(duration_hours, "Length in hours, for information."), PROVOST_FIELD(tags, "Meta tags."));

PROVOST_DESCRIBE(provost::catalogue::Seats, record, "seats", "Seats of a course.",
                 PROVOST_INDEXES({"course", true, {"course"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes; every registration checks it."),
                 PROVOST_FIELD(course, "The course."), PROVOST_FIELD(taken, "Seats in use."));

PROVOST_REQUEST(
    provost::catalogue::DefineTemplate, "define_template", "Defines a course template, or updates it.",
    PROVOST_FIELD(course_type, "Key of the course type.").required(),
    PROVOST_FIELD(external_id, "What users call it.").required().external_id(),
    PROVOST_FIELD(name, "Name.").required().at_most(255), PROVOST_FIELD(description, "Description.").at_most(20000),
    PROVOST_FIELD(duration, "Number from 1 to 9999, a blank, M or D.").checked(&provost::catalogue::check_duration),
    PROVOST_FIELD(planning_status, "Default of its courses.").or_else("planning-status.out-of-range"),
    PROVOST_FIELD(max_participants, "Default of its courses.").between(0, 1'000'000'000, "number.malformed"),
    PROVOST_FIELD(price, "Default price.").between(0, 1'000'000'000, "number.malformed"),
    PROVOST_FIELD(currency, "ISO 4217 code.").at_most(3),
    PROVOST_FIELD(duration_days, "Length in days.").between(0, 100'000, "number.malformed"),
    PROVOST_FIELD(duration_hours, "Length in hours.").between(0, 1'000'000, "number.malformed"),
    PROVOST_FIELD(tags, "Meta tags.").at_most(200),
    PROVOST_FIELD(subject, "Code of the subject; absent: the one whose code is the external id, if any."));

PROVOST_REQUEST(
    provost::catalogue::DefineCourse, "define_course", "Defines a course, or updates it.",
    PROVOST_FIELD(course_template, "External id of its template.").required(),
    PROVOST_FIELD(external_id, "What users call it.").required().external_id(),
    PROVOST_FIELD(name, "Name.").at_most(255), PROVOST_FIELD(description, "Description.").at_most(20000),
    PROVOST_FIELD(starts_at, "Start."), PROVOST_FIELD(ends_at, "End."),
    PROVOST_FIELD(duration, "Number from 1 to 9999, a blank, M or D.").checked(&provost::catalogue::check_duration),
    PROVOST_FIELD(planning_status, "Whether learners may be registered.").or_else("planning-status.out-of-range"),
    PROVOST_FIELD(max_participants, "Seats.").between(0, 1'000'000'000, "number.malformed"),
    PROVOST_FIELD(location, "Key of the location.").required(),
    PROVOST_FIELD(tutors, "Logins of the tutors.").at_most(100), PROVOST_FIELD(provider, "Key of the provider."),
    PROVOST_FIELD(administrator, "Login of the administrator."),
    PROVOST_FIELD(price, "Price.").between(0, 1'000'000'000, "number.malformed"),
    PROVOST_FIELD(currency, "ISO 4217 code.").at_most(3),
    PROVOST_FIELD(duration_days, "Length in days.").between(0, 100'000, "number.malformed"),
    PROVOST_FIELD(duration_hours, "Length in hours.").between(0, 1'000'000, "number.malformed"),
    PROVOST_FIELD(tags, "Meta tags.").at_most(200));

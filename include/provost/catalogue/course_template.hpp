// Course templates: what courses made from one have in common.
#pragma once

#include <provost/catalogue/code_lists.hpp>
#include <provost/catalogue/course_type.hpp>
#include <provost/catalogue/prerequisites.hpp>

namespace provost::catalogue {

/// What is made from a template: its kind alone decides it. Since 0.1. [IMC-TPL-04]
enum class CourseKind : std::uint8_t { course, component_course };

/// A template. Its content is that of its current version. With a subject it makes unit offers. Since 0.1.
struct CourseTemplate {
    Id<CourseTemplate> id;
    std::int64_t version = 0;
    std::string external_id;
    CourseKind kind = CourseKind::course;
    Id<CourseType> course_type;
    Id<Subject> subject;
    std::string subject_code;
    std::string name;
    std::int64_t number = 0;
    bool removed = false;
    Id<Prerequisites> prerequisites;
    std::vector<std::int64_t> wanted_by;
};

/// What a template says, as of one version, with what it inherits from the version of its type; never changed. Courses
/// stay with the version they were made from. Since 0.1. [IMC-CT-01, IMC-TPL-01]
struct TemplateVersion {
    Id<TemplateVersion> id;
    std::int64_t version = 0;
    Id<CourseTemplate> course_template;
    std::int64_t number = 0;
    Id<CourseType> course_type;
    std::int64_t type_number = 0;
    Id<Subject> subject;
    std::string subject_code;
    Timing timing = Timing::either;
    std::optional<Timing> default_timing;
    std::vector<std::string> hidden;
    std::vector<std::string> hidden_by_type;
    std::vector<std::string> mandatory;
    std::vector<std::string> locked;
    std::vector<std::string> tag_set;
    std::vector<std::string> registration_types;
    Settings settings;
    Assignments assignments;
    std::vector<std::string> own;
};

/// Defines a template, or makes a new version of it. What is not said keeps its former value; of a new template it is
/// the type's. Since 0.1.
struct DefineTemplate {
    Head head;
    Ref<CourseType> course_type;
    bool renew_type = false;
    std::string external_id;
    std::optional<CourseKind> kind;
    Ref<Subject> subject;
    std::optional<Timing> timing;
    std::optional<Timing> default_timing;
    std::vector<std::string> hidden;
    std::vector<std::string> shown;
    std::vector<std::string> mandatory;
    std::vector<std::string> locked;
    std::vector<std::string> tag_set;
    Settings settings;
    NamedAssignments assignments;
    std::vector<std::string> clear;
    std::vector<std::string> reset;
};

/// Whether it has not been deleted. Since 0.1.
[[nodiscard]] inline bool is_there(const CourseTemplate& course_template) { return !course_template.removed; }

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::CourseKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "course", "A course of its own."},
        {1, "component_course", "A course that is booked through course sets of other courses."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::CourseTemplate, record, "course_template",
                 "Carries what courses made from it have in common.",
                 PROVOST_INDEXES({"external_id", true, {"external_id"}}, {"course_type", false, {"course_type"}},
                                 {"prerequisites", false, {"prerequisites"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(external_id, "What users call it; absent once deleted."),
                 PROVOST_FIELD(kind, "What is made from it."), PROVOST_FIELD(course_type, "Its course type."),
                 PROVOST_FIELD(subject, "The subject that courses made from now on train, for a unit offer."),
                 PROVOST_FIELD(subject_code, "Code of that subject."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(number, "Number of its current version, from 1."),
                 PROVOST_FIELD(removed, "Deleted: nothing new can be made of it."),
                 PROVOST_FIELD(prerequisites, "What courses made from now on require of whoever enters."),
                 PROVOST_FIELD(wanted_by, "Ids of the prerequisites that name it."));

PROVOST_DESCRIBE_PARTS(
    provost::catalogue::TemplateVersion, record, "course_template_version", "What a template says, as of one version.",
    PROVOST_INDEXES({"number", true, {"course_template", "number"}}),
    PROVOST_FIELDS(PROVOST_FIELD(id, "Identity in this store."),
                   PROVOST_FIELD(version, "Always 1: a version of a template never changes."),
                   PROVOST_FIELD(course_template, "The template."),
                   PROVOST_FIELD(number, "Number of this version, from 1."),
                   PROVOST_FIELD(course_type, "Its course type."),
                   PROVOST_FIELD(type_number, "The version of the type that it was made from."),
                   PROVOST_FIELD(subject, "The subject that its courses train, for a unit offer."),
                   PROVOST_FIELD(subject_code, "Code of that subject."),
                   PROVOST_FIELD(timing, "Timing that its courses may have."),
                   PROVOST_FIELD(default_timing, "Timing of a course that says neither dates nor a duration."),
                   PROVOST_FIELD(hidden, "Facilities that this template hides from its courses."),
                   PROVOST_FIELD(hidden_by_type, "Facilities that the type hides."),
                   PROVOST_FIELD(mandatory, "Settings that its courses must have."),
                   PROVOST_FIELD(locked, "Settings that its courses can not change."),
                   PROVOST_FIELD(tag_set, "Keys of the meta tags its courses have; none: all."),
                   PROVOST_FIELD(registration_types, "Registration types that the type allows; none: all.")),
    PROVOST_MEMBERS(settings), PROVOST_MEMBERS(assignments),
    PROVOST_FIELDS(PROVOST_FIELD(own, "Names of the settings said here; the others come from the type.")));

PROVOST_REQUEST_PARTS(
    provost::catalogue::DefineTemplate, "define_template", "Defines a course template, or makes a new version of it.",
    PROVOST_FIELDS(
        PROVOST_FIELD(course_type, "Key of the course type; needed for a new template."),
        PROVOST_FIELD(renew_type,
                      "Whether it goes to the current version of its type; absent: it stays with the one it has."),
        PROVOST_FIELD(external_id, "What users call it.").required().external_id(),
        PROVOST_FIELD(kind, "What is made from it; absent: a course."),
        PROVOST_FIELD(subject,
                      "Code of the subject; absent in a new template: the one whose code is the external id, if any."),
        PROVOST_FIELD(timing, "Timing that its courses may have, within that of the type."),
        PROVOST_FIELD(default_timing, "Timing of a course that says neither dates nor a duration."),
        PROVOST_FIELD(hidden, "Facilities to hide from its courses.").at_most(50),
        PROVOST_FIELD(shown, "Facilities hidden here before that shall be shown again.").at_most(50),
        PROVOST_FIELD(mandatory, "Names of the settings that its courses must have; metatag_<key> for a meta tag.")
            .at_most(500),
        PROVOST_FIELD(locked, "Names of the settings that its courses can not change; absent in a new template: mode.")
            .at_most(500),
        PROVOST_FIELD(tag_set, "Keys of the meta tags its courses have; absent in a new template: those of the type.")
            .at_most(500)),
    PROVOST_MEMBERS(settings), PROVOST_MEMBERS(assignments),
    PROVOST_FIELDS(
        PROVOST_FIELD(clear, "Names of settings that shall have no value here, whatever the type says.").at_most(500),
        PROVOST_FIELD(reset, "Names of settings that shall be those of the type again.").at_most(500)));

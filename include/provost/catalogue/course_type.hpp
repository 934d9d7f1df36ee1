// Course types: what courses of a type can do, and the defaults that their templates begin with.
#pragma once

#include <provost/catalogue/settings.hpp>

namespace provost::catalogue {

/// Which timing courses may have: narrowed from type to template. Since 0.1. [IMC-CT-06]
enum class Timing : std::uint8_t { either, dates, duration };

/// A tab of a course, or a function inside one, that a type, template or course can hide from all below it. Since 0.1.
/// [IMC-CT-02, IMC-CT-03]
enum class Facility : std::uint8_t {
    components,
    classifications,
    skills,
    social_media,
    library,
    tutors,
    resources,
    prerequisites,
    learning_logic,
    course_prerequisites,
    path_prerequisites,
    cancellation_rules,
    participant_list,
    template_prerequisites,
    course_group_prerequisites,
    group_prerequisites,
    skill_prerequisites,
    own_prerequisites,
};

/// A type of course. Its content is that of its current version. Since 0.1.
struct CourseType {
    Id<CourseType> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::int64_t number = 0;
    bool removed = false;
};

/// What a course type says, as of one version; never changed. Templates stay with the version they were made from.
/// Since 0.1. [IMC-CT-01]
struct TypeVersion {
    Id<TypeVersion> id;
    std::int64_t version = 0;
    Id<CourseType> course_type;
    std::int64_t number = 0;
    Timing timing = Timing::either;
    std::vector<std::string> hidden;
    std::vector<std::string> tag_set;
    std::vector<std::string> registration_types;
    Settings settings;
    std::vector<std::string> own;
};

/// Defines a course type, or makes a new version of it. Since 0.1.
struct DefineCourseType {
    Head head;
    std::string course_type;
    Timing timing = Timing::either;
    std::vector<std::string> hidden;
    std::vector<std::string> tag_set;
    std::vector<std::string> registration_types;
    Settings settings;
};

/// Whether it has not been deleted. Since 0.1.
[[nodiscard]] inline bool is_there(const CourseType& course_type) { return !course_type.removed; }

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Timing> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "either", "The course decides: with dates when it has dates."},
        {1, "dates", "Courses have a start and an end."},
        {2, "duration", "Courses last a while from each learner's start."},
    });
};

template <>
struct provost::Choices<provost::catalogue::Facility> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "components", "Tab: components, the syllabus."},
        {1, "classifications", "Tab: classifications."},
        {2, "skills", "Tab: skills."},
        {3, "social_media", "Tab: social media."},
        {4, "library", "Tab: library."},
        {5, "tutors", "Tab: tutors."},
        {6, "resources", "Tab: resources."},
        {7, "prerequisites", "Tab: prerequisites."},
        {8, "learning_logic", "Function: learning logic."},
        {9, "course_prerequisites", "Function: courses as prerequisites."},
        {10, "path_prerequisites", "Function: learning paths as prerequisites."},
        {11, "cancellation_rules", "Function: cancellation rules."},
        {12, "participant_list", "Function: participant list visible to learners."},
        {13, "template_prerequisites", "Function: templates as prerequisites."},
        {14, "course_group_prerequisites", "Function: groups of courses as prerequisites."},
        {15, "group_prerequisites", "Function: groups of people as prerequisites."},
        {16, "skill_prerequisites", "Function: skills and job profiles as prerequisites."},
        {17, "own_prerequisites", "Function: prerequisites of a course that are not those of its template."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::CourseType, record, "course_type", "A type of course.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What imports call it."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(number, "Number of its current version, from 1."),
                 PROVOST_FIELD(removed, "Deleted: nothing new can be made of it."));

PROVOST_DESCRIBE_PARTS(
    provost::catalogue::TypeVersion, record, "course_type_version", "What a course type says, as of one version.",
    PROVOST_INDEXES({"number", true, {"course_type", "number"}}),
    PROVOST_FIELDS(PROVOST_FIELD(id, "Identity in this store."),
                   PROVOST_FIELD(version, "Always 1: a version of a type never changes."),
                   PROVOST_FIELD(course_type, "The course type."),
                   PROVOST_FIELD(number, "Number of this version, from 1."),
                   PROVOST_FIELD(timing, "Timing that its courses may have."),
                   PROVOST_FIELD(hidden, "Facilities hidden from all below."),
                   PROVOST_FIELD(tag_set, "Keys of the meta tags its courses have; none: all."),
                   PROVOST_FIELD(registration_types, "Registration types that its courses may have; none: all.")),
    PROVOST_MEMBERS(settings), PROVOST_FIELDS(PROVOST_FIELD(own, "Names of the settings said here.")));

PROVOST_REQUEST_PARTS(
    provost::catalogue::DefineCourseType, "define_course_type", "Defines a course type, or makes a new version of it.",
    PROVOST_FIELDS(
        PROVOST_FIELD(course_type, "What imports call it.").required().key(),
        PROVOST_FIELD(timing, "Timing that its courses may have."),
        PROVOST_FIELD(hidden, "Facilities hidden from all below.").at_most(50),
        PROVOST_FIELD(tag_set, "Keys of the meta tags its courses have; none: all.").at_most(500),
        PROVOST_FIELD(registration_types, "Registration types that its courses may have; none: all.").at_most(6)),
    ::provost::detail::required("name", PROVOST_MEMBERS(settings)));

// What happens to a course as a whole: its settings with who says them, another template, a copy.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// Which value each setting of a course has, and which level says it. Since 0.1. [IMC-CT-08]
struct EffectiveSettings {
    Head head;
    Ref<Course> course;
    bool all = false;
};

/// Takes a course to another template, or to the current version of its own. Since 0.1. [IMC-CHT-01]
struct ChangeTemplate {
    Head head;
    Ref<Course> course;
    Ref<CourseTemplate> course_template;
    std::vector<std::string> adopt;
};

/// Makes a course with the settings of another one. Since 0.1. [IMC-DUP-01]
struct DuplicateCourse {
    Head head;
    Ref<Course> course;
    std::string external_id;
    std::string name;
    bool as_event = false;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
};

/// Makes a template with groups of settings of a course. Since 0.1. [IMC-TFC-01]
struct CreateTemplate {
    Head head;
    Ref<Course> course;
    std::string external_id;
    std::string name;
    std::vector<std::string> groups;
    bool auto_include = false;
    bool keep_all_relative = false;
};

/// Value of a meta tag that a change of the template took from a course; given back when a later template has the tag
/// again. Since 0.1. [IMC-CHT-07]
struct KeptTag {
    Id<KeptTag> id;
    std::int64_t version = 0;
    Id<Course> course;
    std::string tag;
    std::string value;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(provost::catalogue::KeptTag, record, "kept_tag", "Value of a meta tag that a course had before.",
                 PROVOST_INDEXES({"course_tag", true, {"course", "tag"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course, "The course."), PROVOST_FIELD(tag, "Key of the meta tag."),
                 PROVOST_FIELD(value, "The value; absent once it was given back."));

PROVOST_REQUEST(provost::catalogue::EffectiveSettings, "effective_settings",
                "Which value each setting of a course has, and which level says it.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(all, "Report settings without a value, too."));

PROVOST_REQUEST(
    provost::catalogue::ChangeTemplate, "change_template", "Takes a course to another template.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(course_template, "External id of the template.").required(),
    PROVOST_FIELD(adopt, "Groups of settings that become those of the template; absent: none.").at_most(50));

PROVOST_REQUEST(provost::catalogue::DuplicateCourse, "duplicate_course",
                "Makes a course with the settings of another one.",
                PROVOST_FIELD(course, "External id of the course to copy.").required(),
                PROVOST_FIELD(external_id, "What users call the new one.").required().external_id(),
                PROVOST_FIELD(name, "Name of the new one; absent: the same.").at_most(500),
                PROVOST_FIELD(as_event, "As another date of the same event: without learning logic and tutors."),
                PROVOST_FIELD(starts_at, "Start of the new one; absent: the same."),
                PROVOST_FIELD(ends_at, "End of the new one; absent: the same."));

PROVOST_REQUEST(provost::catalogue::CreateTemplate, "create_template",
                "Makes a template with groups of settings of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(external_id, "What users call the template.").required().external_id(),
                PROVOST_FIELD(name, "Name of the template; absent: that of the course.").at_most(500),
                PROVOST_FIELD(groups, "Groups of settings that it takes over; absent: all.").at_most(50),
                PROVOST_FIELD(auto_include, "Take over besides what these groups need."),
                PROVOST_FIELD(keep_all_relative, "Keep moments counted from the enrolment or from a component, too."));

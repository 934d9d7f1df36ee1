// Saying what is required of whoever enters a course.
#pragma once

#include <provost/catalogue/course_set.hpp>
#include <provost/people/group.hpp>

namespace provost::prerequisites {

/// One item: names one thing, or is a set of items. Exactly one of its members from `subject` to `items` is given.
/// Since 0.1. [IMC-PRE-01, IMC-PRE-07]
struct Item {
    std::string subject;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<catalogue::CourseGroup> course_group;
    Ref<catalogue::LearningPath> path;
    Ref<people::Group> group;
    std::string skill;
    std::string job_profile;
    std::vector<Item> items;
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> level;
    bool whole = false;
    std::optional<bool> required;
    std::optional<catalogue::Minimum> minimum;
};

/// Says what the prerequisites of a course, or of a template, are: all bundles are told, none of them means none.
/// Since 0.1. [IMC-PRE-06]
struct DefinePrerequisites {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    std::vector<Item> bundles;
};

/// Adds a subject to all bundles of a template. Since 0.1. [IMC-PRE-03]
struct RequireSubject {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    std::string subject;
};

}  // namespace provost::prerequisites

PROVOST_DESCRIBE(
    provost::prerequisites::Item, document, "prerequisite_item", "An item of prerequisites.", PROVOST_NO_INDEX,
    PROVOST_FIELD(subject, "Code of a subject that must be achieved.").at_most(40),
    PROVOST_FIELD(course, "External id of a course."), PROVOST_FIELD(course_template, "External id of a template."),
    PROVOST_FIELD(course_group, "Key of a group of courses."), PROVOST_FIELD(path, "Key of a learning path."),
    PROVOST_FIELD(group, "Key of a group of people."), PROVOST_FIELD(skill, "Key of a skill.").at_most(100),
    PROVOST_FIELD(job_profile, "Key of a job profile.").at_most(100),
    PROVOST_FIELD(items, "Items of a set.").at_most(200),
    PROVOST_FIELD(least, "Of a set: how many of its items must hold; absent: all.")
        .between(1, 200, "value.out-of-range"),
    PROVOST_FIELD(level, "Of a skill: the least level; absent: any.").between(0, 1'000'000, "value.out-of-range"),
    PROVOST_FIELD(whole, "Of a group of courses: all of them. Of a job profile: met, not only assigned."),
    PROVOST_FIELD(required,
                  "Of a bundle: what its items are that do not say it; of an item of a bundle: whether it must hold, "
                  "or is recommended. Absent: it must."),
    PROVOST_FIELD(
        minimum,
        "Of courses, templates and groups of courses: how far somebody must have come. Of a set: the same for "
        "the items that do not say it. Absent: as in the set around, else the course's or template's own."));

PROVOST_REQUEST(
    provost::prerequisites::DefinePrerequisites, "define_prerequisites",
    "Says what the prerequisites of a course or a template are.",
    PROVOST_FIELD(course, "External id of the course; or the template."),
    PROVOST_FIELD(course_template, "External id of the template; or the course."),
    PROVOST_FIELD(bundles, "Sets of items, any of which is enough; none: nothing is required.").at_most(50));

PROVOST_REQUEST(provost::prerequisites::RequireSubject, "require_subject",
                "Adds a subject to the prerequisites of a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(subject, "Code of the required subject.").required().at_most(40));

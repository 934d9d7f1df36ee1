// What is required of whoever enters a course: bundles of items, any of which is enough.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::catalogue {

struct Course;
struct CourseTemplate;
struct CourseGroup;
struct LearningPath;

/// How far somebody must have come in a course to satisfy an item. Since 0.1. [IMC-PRE-09, IMC-PRE-10]
enum class Minimum : std::uint8_t { completed, in_progress, enrolled, any };

/// What a node of prerequisites asks for. Since 0.1. [IMC-PRE-01]
enum class NodeKind : std::uint8_t {
    set,
    subject,
    course,
    course_template,
    course_group,
    path,
    group,
    skill,
    job_profile,
};

/// A node of a tree of prerequisites; its parts stand behind it. Since 0.1.
struct PrerequisiteNode {
    NodeKind kind = NodeKind::set;
    std::int64_t size = 1;
    std::int64_t least = 0;
    bool required = true;
    Minimum minimum = Minimum::completed;
    bool minimum_by_setting = false;
    std::int64_t target = 0;
    std::string key;
    std::string subject;
    std::int64_t level = 0;
    bool whole = false;
};

/// How far a node asks for, where the setting of whoever has the prerequisites says `usual`. Since 0.1. [IMC-PRE-09]
[[nodiscard]] inline Minimum minimum_of(const PrerequisiteNode& node, Minimum usual) {
    return node.minimum_by_setting ? usual : node.minimum;
}

/// Prerequisites as they are kept: compiled, and never changed. A course or a template names the ones that hold for it;
/// a new course those of its template. Other ones are other records, so that an edit of a template reaches no course
/// that was made before. Since 0.1. [IMC-PRE-06, IMC-TPL-01]
struct Prerequisites {
    Id<Prerequisites> id;
    std::int64_t version = 0;
    std::vector<PrerequisiteNode> nodes;
    std::vector<std::string> subjects;
    std::vector<std::int64_t> courses;
    std::vector<std::int64_t> course_templates;
    std::vector<std::int64_t> course_groups;
    std::vector<std::int64_t> paths;
    std::vector<std::int64_t> groups;
    std::vector<std::string> facts;
};

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Minimum> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "completed", "Passed, or completed."},
        {1, "in_progress", "Begun."},
        {2, "enrolled", "Registered."},
        {3, "any", "Any of these: the same as enrolled."},
    });
};

template <>
struct provost::Choices<provost::catalogue::NodeKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "set", "So many of its parts."},
        {1, "subject", "The achievement of a subject."},
        {2, "course", "A course."},
        {3, "course_template", "Any course of a template, or the achievement of its subject."},
        {4, "course_group", "A course of a group of courses, or all of them."},
        {5, "path", "All courses of a learning path."},
        {6, "group", "Being in a group of people."},
        {7, "skill", "A skill of a level."},
        {8, "job_profile", "A job profile."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::PrerequisiteNode, document, "prerequisite_node", "A node of prerequisites.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "What it asks for."),
                 PROVOST_FIELD(size, "How many nodes it has with all its parts; these stand behind it."),
                 PROVOST_FIELD(least, "Of a set: how many of its parts must hold."),
                 PROVOST_FIELD(required, "Whether it must hold; else it is recommended. Of the items of a bundle."),
                 PROVOST_FIELD(minimum, "How far somebody must have come."),
                 PROVOST_FIELD(minimum_by_setting,
                               "How far is not said: the setting minimum_status of the course or template that has the "
                               "prerequisites says it when they are asked."),
                 PROVOST_FIELD(target, "Id of the record that it names."),
                 PROVOST_FIELD(key, "What that was called when it was named; of a subject its code."),
                 PROVOST_FIELD(subject, "Of a subject its code. That of a template is looked up when it is asked."),
                 PROVOST_FIELD(level, "Of a skill: the least level."),
                 PROVOST_FIELD(whole, "Of a group of courses: all of them. Of a job profile: met, not only assigned."));

PROVOST_DESCRIBE(provost::catalogue::Prerequisites, record, "prerequisites", "What is required of whoever enters.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Always 1: prerequisites never change, others take their place."),
                 PROVOST_FIELD(nodes, "The bundles, each a set with its items; any bundle is enough."),
                 PROVOST_FIELD(subjects, "Codes of the subjects in them; not those of templates."),
                 PROVOST_FIELD(courses, "Ids of the courses in them."),
                 PROVOST_FIELD(course_templates, "Ids of the templates in them."),
                 PROVOST_FIELD(course_groups, "Ids of the groups of courses in them."),
                 PROVOST_FIELD(paths, "Ids of the learning paths in them."),
                 PROVOST_FIELD(groups, "Ids of the groups of people in them."),
                 PROVOST_FIELD(facts,
                               "What they ask of the host: skill:<key>, job_profile:<key>, course:<external id>."));

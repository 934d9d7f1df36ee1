// Courses put together: course sets of component courses inside a superordinate course, and learning paths.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// The component courses that participants of a course choose from. Since 0.1. [IMC-CC-02, IMC-CC-03]
struct CourseSet {
    Id<CourseSet> id;
    std::int64_t version = 0;
    Id<Course> course;
    std::string key;
    std::string name;
    std::vector<std::int64_t> members;
    std::int64_t choose_min = 1;
    std::int64_t choose_max = 1;
    std::vector<std::string> display;
};

/// Defines a course set, or brings it up to date: the whole set is told. Since 0.1.
struct DefineCourseSet {
    Head head;
    Ref<Course> course;
    std::string course_set;
    std::string name;
    std::vector<std::string> members;
    std::optional<std::int64_t> choose_min;
    std::optional<std::int64_t> choose_max;
    std::vector<std::string> display;
};

/// Courses that stand for each other in prerequisites. Since 0.1. [IMC-PRE-16]
struct CourseGroup {
    Id<CourseGroup> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::vector<std::int64_t> courses;
};

/// Defines a group of courses, or brings it up to date: all its courses are told. Since 0.1.
struct DefineCourseGroup {
    Head head;
    std::string course_group;
    std::string name;
    std::vector<std::string> courses;
};

/// Courses that learners take one after the other. Since 0.1. [IMC-CT-10]
struct LearningPath {
    Id<LearningPath> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::vector<std::int64_t> courses;
};

/// Defines a learning path, or brings it up to date: all its courses are told. Since 0.1.
struct DefinePath {
    Head head;
    std::string path;
    std::string name;
    std::vector<std::string> courses;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(provost::catalogue::CourseSet, record, "course_set", "Component courses to choose from.",
                 PROVOST_INDEXES({"course_key", true, {"course", "key"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course, "The superordinate course; absent once the set was taken away."),
                 PROVOST_FIELD(key, "What the course calls it; absent once it was taken away."),
                 PROVOST_FIELD(name, "Name that learners see."),
                 PROVOST_FIELD(members, "Ids of its component courses, in their order."),
                 PROVOST_FIELD(choose_min, "How many a learner chooses at least."),
                 PROVOST_FIELD(choose_max, "How many at most at a time."),
                 PROVOST_FIELD(display, "Settings of the component courses that are shown, in this order."));

PROVOST_REQUEST(
    provost::catalogue::DefineCourseSet, "define_course_set", "Defines a course set, or updates it.",
    PROVOST_FIELD(course, "External id of the superordinate course.").required(),
    PROVOST_FIELD(course_set, "What the course calls it.").required().key(),
    PROVOST_FIELD(name, "Name that learners see.").required().at_most(500).line(),
    PROVOST_FIELD(members, "External ids of its component courses, in their order.").at_most(1000),
    PROVOST_FIELD(choose_min, "How many a learner chooses at least; absent: 1.").between(0, 1000, "value.out-of-range"),
    PROVOST_FIELD(choose_max, "How many at most at a time; absent: 1.").between(0, 1000, "value.out-of-range"),
    PROVOST_FIELD(display, "Settings of the component courses that are shown; absent: the name.").at_most(50));

PROVOST_DESCRIBE(provost::catalogue::CourseGroup, record, "course_group", "Courses that stand for each other.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What users call it."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(courses, "Ids of its courses, in their order."));

PROVOST_REQUEST(provost::catalogue::DefineCourseGroup, "define_course_group",
                "Defines a group of courses, or updates it.",
                PROVOST_FIELD(course_group, "What users call it.").required().key(),
                PROVOST_FIELD(name, "Name.").required().at_most(500).line(),
                PROVOST_FIELD(courses, "External ids of its courses, in their order.").at_most(1000));

PROVOST_DESCRIBE(provost::catalogue::LearningPath, record, "learning_path", "Courses one after the other.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What users call it."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(courses, "Ids of its courses, in their order."));

PROVOST_REQUEST(provost::catalogue::DefinePath, "define_path", "Defines a learning path, or updates it.",
                PROVOST_FIELD(path, "What users call it.").required().key(),
                PROVOST_FIELD(name, "Name.").required().at_most(500).line(),
                PROVOST_FIELD(courses, "External ids of its courses, in their order.").at_most(1000));

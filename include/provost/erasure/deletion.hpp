// Deleting courses, their course sets, templates and course types. Nothing goes while something live depends on it;
// what has a history is kept for it.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::erasure {

/// Deletes a course: refused while something lives by it, archived when it has a history, else removed. Since 0.1.
/// [IMC-DUP-03]
struct DeleteCourse {
    Head head;
    Ref<catalogue::Course> course;
};

/// Brings an archived course back. Since 0.1. [IMC-CSV-30]
struct RestoreCourse {
    Head head;
    Ref<catalogue::Course> course;
};

/// Takes a course set away from its course; its members stay. Since 0.1. [IMC-CC-03]
struct DeleteCourseSet {
    Head head;
    Ref<catalogue::Course> course;
    std::string course_set;
};

/// Deletes a template of which no course and no open wish is left, and which no prerequisite names. Since 0.1.
struct DeleteTemplate {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
};

/// Deletes a course type. Since 0.1. [IMC-TPL-03]
struct DeleteCourseType {
    Head head;
    Ref<catalogue::CourseType> course_type;
};

}  // namespace provost::erasure

PROVOST_REQUEST(provost::erasure::DeleteCourse, "delete_course", "Deletes a course, or archives it.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::erasure::RestoreCourse, "restore_course", "Brings an archived course back.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::erasure::DeleteCourseSet, "delete_course_set", "Takes a course set away from its course.",
                PROVOST_FIELD(course, "External id of the superordinate course.").required(),
                PROVOST_FIELD(course_set, "What the course calls it.").required().at_most(40));

PROVOST_REQUEST(provost::erasure::DeleteTemplate, "delete_template", "Deletes a template that no course is made from.",
                PROVOST_FIELD(course_template, "External id of the template.").required());

PROVOST_REQUEST(provost::erasure::DeleteCourseType, "delete_course_type", "Deletes a type that no template is of.",
                PROVOST_FIELD(course_type, "Key of the type.").required());

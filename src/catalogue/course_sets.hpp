// catalogue.define_course_set, catalogue.define_path, catalogue.define_course_group: courses put together.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>

namespace provost::catalogue {

struct DefineCourseSetFacts {
    One<Course> course;
    Many<Course> members;
    One<CourseSet> existing;
    Many<Course> before;  // its members so far
    One<TemplateVersion> pinned;
    One<CourseTemplate> its_template;
    One<CourseType> its_type;
};

template <class Facts = DefineCourseSetFacts>
inline constexpr auto define_course_set_fetch = [] {
    return fetch_plan<DefineCourseSet>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(members, "external_id(request.members)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "course_key(course.id, request.course_set)"),
        PROVOST_SLOT(before, "id(existing.members)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
    }));
}();

void define_course_set(const DefineCourseSet& request, const DefineCourseSetFacts& facts, Context& context,
                       Decision& decision);

/// A published course has no set in which learners find too few courses: refuses otherwise, and answers false.
/// [IMC-CC-03]
[[nodiscard]] bool fits_publication(const Course& course, const CourseSet& set, Decision& decision);

/// Gives another course sets like these, with the same members. [IMC-DUP-01]
void give_sets(const Many<CourseSet>& from, const Many<Course>& members, Id<Course> to, Context& context,
               Decision& decision);

/// A line of the report for each set that does not come along; `why`: nothing, where the report as a whole says so.
void report_dropped(const Many<CourseSet>& sets, Code why, Decision& decision);

/// Takes sets away from their course, and their members, who are told, out of them. [IMC-CT-02]
void take_away(const Many<CourseSet>& sets, const Many<Course>& members, Decision& decision);

struct DefinePathFacts {
    Many<Course> courses;
    One<LearningPath> existing;
    Many<Course> before;  // its courses so far
};

template <class Facts = DefinePathFacts>
inline constexpr auto define_path_fetch = [] {
    return fetch_plan<DefinePath>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "key(request.path)"),
        PROVOST_SLOT(before, "id(existing.courses)", "record.missing"_code),
    }));
}();

struct DefineCourseGroupFacts {
    Many<Course> courses;
    One<CourseGroup> existing;
    Many<Course> before;
};

template <class Facts = DefineCourseGroupFacts>
inline constexpr auto define_course_group_fetch = [] {
    return fetch_plan<DefineCourseGroup>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "key(request.course_group)"),
        PROVOST_SLOT(before, "id(existing.courses)", Code{}, when<Course, is_there>),
    }));
}();

void define_course_group(const DefineCourseGroup& request, const DefineCourseGroupFacts& facts, Context& context,
                         Decision& decision);

void define_path(const DefinePath& request, const DefinePathFacts& facts, Context& context, Decision& decision);

}  // namespace provost::catalogue

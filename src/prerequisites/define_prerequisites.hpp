// prerequisites.define_prerequisites, prerequisites.require_subject: what whoever enters must have.
#pragma once

#include "catalogue/course_changes.hpp"
#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/code_lists.hpp>
#include <provost/prerequisites/prerequisite.hpp>

namespace provost::prerequisites {

struct DefinePrerequisitesFacts {
    One<catalogue::Course> course;
    One<catalogue::CourseTemplate> course_template;
    Many<catalogue::Course> courses;  // those that items name, and so on
    Many<catalogue::CourseTemplate> course_templates;
    Many<catalogue::CourseGroup> course_groups;
    Many<catalogue::LearningPath> paths;
    Many<people::Group> groups;
    Many<catalogue::Subject> subjects;  // those that are defined, of what items name
    One<catalogue::CourseTemplate> its_template;
    One<catalogue::TemplateVersion> pinned;   // of the course
    One<catalogue::TemplateVersion> current;  // of the template
    One<catalogue::CourseType> its_type;
    One<catalogue::CourseType> course_type;
    One<catalogue::Prerequisites> before;           // of the course
    One<catalogue::Prerequisites> template_before;  // of the template
};

template <class Facts = DefinePrerequisitesFacts>
inline constexpr auto define_prerequisites_fetch = [] {
    using namespace catalogue;
    return fetch_plan<DefinePrerequisites>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(courses, "external_id(request.bundles.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(course_templates, "external_id(request.bundles.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(course_groups, "key(request.bundles.course_group)", "course-group.unknown"_code),
        PROVOST_SLOT(paths, "key(request.bundles.path)", "path.unknown"_code),
        PROVOST_SLOT(groups, "key(request.bundles.group)", "group.unknown"_code),
        PROVOST_SLOT(subjects, "code(request.bundles.subject)"),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(course_type, "id(current.course_type)", "record.missing"_code),
        PROVOST_SLOT(before, "id(course.prerequisites)", "record.missing"_code),
        PROVOST_SLOT(template_before, "id(course_template.prerequisites)", "record.missing"_code),
    }));
}();

void define_prerequisites(const DefinePrerequisites& request, const DefinePrerequisitesFacts& facts, Context& context,
                          Decision& decision);

/// catalogue.change_template, which brings prerequisites along: with them somebody must be able to enter. [IMC-PRE-25]
void change_template(const catalogue::ChangeTemplate& request, const catalogue::ChangeTemplateFacts& facts,
                     Context& context, Decision& decision);

struct RequireSubjectFacts {
    One<catalogue::CourseTemplate> course_template;
    One<catalogue::Subject> subject;
    One<catalogue::Prerequisites> before;
    Many<catalogue::Course> courses;  // that it names
    Many<catalogue::CourseTemplate> course_templates;
    One<catalogue::TemplateVersion> current;
    One<catalogue::CourseType> course_type;
};

template <class Facts = RequireSubjectFacts>
inline constexpr auto require_subject_fetch = [] {
    return fetch_plan<RequireSubject>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<catalogue::CourseTemplate, catalogue::is_there>),
        PROVOST_SLOT(subject, "code(request.subject)"),
        PROVOST_SLOT(before, "id(course_template.prerequisites)", "record.missing"_code),
        PROVOST_SLOT(courses, "id(before.courses)", "record.missing"_code),
        PROVOST_SLOT(course_templates, "id(before.course_templates)", "record.missing"_code),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(course_type, "id(current.course_type)", "record.missing"_code),
    }));
}();

void require_subject(const RequireSubject& request, const RequireSubjectFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::prerequisites

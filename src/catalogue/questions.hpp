// catalogue.visible_tags, catalogue.texts, catalogue.courses_to_check: questions that a report answers.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/questions.hpp>

namespace provost::catalogue {

struct VisibleTagsFacts {
    One<Course> course;
    One<TemplateVersion> pinned;
    Many<MetaTag> tags;    // that have a value
    Many<MetaTag> in_set;  // of the template
};

template <class Facts = VisibleTagsFacts>
inline constexpr auto visible_tags_fetch = [] {
    return fetch_plan<VisibleTags>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(tags, "key(course.tags.tag)", "record.missing"_code),
        PROVOST_SLOT(in_set, "key(pinned.tag_set)"),
    }));
}();

void visible_tags(const VisibleTags& request, const VisibleTagsFacts& facts, Context& context, Decision& decision);

struct TextsFacts {
    One<Course> course;
    One<CourseTemplate> course_template;
    One<TemplateVersion> pinned;   // of the course
    One<TemplateVersion> current;  // of the template
};

template <class Facts = TextsFacts>
inline constexpr auto texts_fetch = [] {
    return fetch_plan<Texts>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
    }));
}();

void texts(const Texts& request, const TextsFacts& facts, Context& context, Decision& decision);

struct CoursesToCheckFacts {
    One<CourseTemplate> course_template;
    One<TemplateVersion> current;
    Many<Course> courses;
};

template <class Facts = CoursesToCheckFacts>
inline constexpr auto courses_to_check_fetch = [] {
    return fetch_plan<CoursesToCheck>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(courses, "course_template(course_template.id)"),
    }));
}();

void courses_to_check(const CoursesToCheck& request, const CoursesToCheckFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::catalogue

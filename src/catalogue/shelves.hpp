// catalogue.define_shelf, catalogue.tabs: social media and library.
#pragma once

#include "catalogue/syllabus.hpp"

#include <provost/catalogue/shelf.hpp>

namespace provost::catalogue {

struct DefineShelfFacts {
    One<Course> course;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    Many<Shelf> shelves;
    Many<Medium> media;
};

template <class Facts = DefineShelfFacts>
inline constexpr auto define_shelf_fetch = [] {
    return fetch_plan<DefineShelf>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(shelves, "owner(course.id)"),
        PROVOST_SLOT(media, "key(request.items.medium)", "medium.unknown"_code),
    }));
}();

void define_shelf(const DefineShelf& request, const DefineShelfFacts& facts, Context& context, Decision& decision);

struct TabsFacts {
    One<Course> course;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    Many<Shelf> shelves;
};

template <class Facts = TabsFacts>
inline constexpr auto tabs_fetch = [] {
    return fetch_plan<Tabs>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(shelves, "owner(course.id)"),
    }));
}();

void tabs(const Tabs& request, const TabsFacts& facts, Context& context, Decision& decision);

}  // namespace provost::catalogue

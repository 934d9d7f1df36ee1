// learning.define_logic: the rules of a course.
#pragma once

#include "catalogue/syllabus.hpp"

namespace provost::learning {

struct DefineLogicFacts {
    One<catalogue::Course> course;
    One<catalogue::Syllabus> syllabus;
    One<catalogue::Logic> before;
    One<catalogue::CourseTemplate> its_template;
    One<catalogue::TemplateVersion> pinned;
    One<catalogue::CourseType> its_type;
};

template <class Facts = DefineLogicFacts>
inline constexpr auto define_logic_fetch = [] {
    using namespace catalogue;
    return fetch_plan<DefineLogic>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(before, "id(syllabus.logic)", "record.missing"_code),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
    }));
}();

void define_logic(const catalogue::DefineLogic& request, const DefineLogicFacts& facts, Context& context,
                  Decision& decision);

}  // namespace provost::learning

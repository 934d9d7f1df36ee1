// catalogue.define_syllabus, and what of a syllabus goes from a course into a template and back.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/hold.hpp>
#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

struct DefineSyllabusFacts {
    One<Course> course;
    One<Syllabus> existing;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
};

inline constexpr auto define_syllabus_fetch = [] {
    using Facts = DefineSyllabusFacts;
    return fetch_plan<DefineSyllabus>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "owner(course.id)"),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
    }));
}();

void define_syllabus(const DefineSyllabus& request, const DefineSyllabusFacts& facts, Context& context,
                     Decision& decision);

/// The same components for another owner; nothing when there are none.
void give_syllabus(const One<Syllabus>& from, std::int64_t owner, Context& context, Decision& decision);

/// How the schedules of a course's components come into a template.
struct CarryOver {
    bool components = true;
    bool schedules = true;
    bool all_relative = false;
};

/// The components as a template has them, with a line of the report for each and for each moment that is lost.
[[nodiscard]] std::vector<Component> carried_over(const Syllabus& from, const CarryOver& wanted, Decision& decision);

}  // namespace provost::catalogue

// catalogue.hold_course: who holds a course.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/hold.hpp>

namespace provost::catalogue {

struct HoldCourseFacts {
    One<Course> course;
    One<CourseHold> existing;
};

template <class Facts = HoldCourseFacts>
inline constexpr auto hold_course_fetch = [] {
    return fetch_plan<HoldCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "course_kind(course.id, request.kind)"),
    }));
}();

void hold_course(const HoldCourse& request, const HoldCourseFacts& facts, Context& context, Decision& decision);

}  // namespace provost::catalogue

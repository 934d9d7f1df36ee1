// lms.note_course: a course as an LMS lists it, the copies on its links, and what of it a course takes over.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/lms/lms_course.hpp>
#include <provost/results/links.hpp>

namespace provost::lms {

struct NoteCourseFacts {
    One<LmsCourse> known;
    Many<results::LmsLink> links;
    Many<catalogue::Course> courses;
    Many<catalogue::TemplateVersion> pinned;  // of these
};

template <class Facts = NoteCourseFacts>
inline constexpr auto note_course_fetch = [] {
    return fetch_plan<NoteCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(known, "key(request.connection, request.course)"),
        PROVOST_SLOT(links, "lms_course(request.connection, request.course)"),
        PROVOST_SLOT(courses, "id(links.course)"),
        PROVOST_SLOT(pinned, "number(courses.course_template, courses.template_number)", "record.missing"_code),
    }));
}();

void note_course(const NoteCourse& request, const NoteCourseFacts& facts, Context& context, Decision& decision);

}  // namespace provost::lms

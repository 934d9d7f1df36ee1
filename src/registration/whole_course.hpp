// A course with everybody in it, and what its prerequisites are judged by: for verbs that look at all of them.
#pragma once

#include "registration/entry.hpp"

namespace provost::registration {

struct WholeCourse {
    One<catalogue::Course> course;
    One<catalogue::TemplateVersion> pinned;
    One<organisation::Location> location;
    Many<enrolment::Enrolment> places;
    One<catalogue::Prerequisites> prerequisites;
    Many<people::Learner> learner;  // of these places
    prerequisites::Evidence evidence;
};

/// For a request that names its `course`.
template <class Facts = WholeCourse>
inline constexpr auto whole_course_rows = [] {
    return detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                         when<catalogue::Course, catalogue::is_there>),
            PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
            PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
            PROVOST_SLOT(places, "course(course.id)"),
            PROVOST_SLOT(prerequisites, "id(course.prerequisites)", "record.missing"_code),
            PROVOST_SLOT(learner, "id(places.learner)", "record.missing"_code),
        }),
        PROVOST_PART(evidence, prerequisites::evidence_rows));
}();

}  // namespace provost::registration

// learning.send_component_notices: components that have opened.
#pragma once

#include "learning/student.hpp"

#include <provost/learning/component_notices.hpp>

namespace provost::learning {

struct ComponentNoticesFacts {
    One<catalogue::Course> course;
    One<organisation::Location> location;
    CourseFacts study;
    Many<enrolment::Enrolment> enrolments;
    Many<Progress> progress;
    Many<catalogue::Logic> logic;
    One<ComponentNotices> before;
};

template <class Facts = ComponentNoticesFacts>
inline constexpr auto component_notices_fetch = [] {
    return fetch_plan<SendComponentNotices>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
                     }),
                     PROVOST_PART(study, course_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(enrolments, "course(course.id)"),
                         PROVOST_SLOT(progress, "course(course.id)"),
                         PROVOST_SLOT(logic, "id(progress.logic)", "record.missing"_code),
                         PROVOST_SLOT(before, "course(course.id)"),
                     })));
}();

void send_component_notices(const SendComponentNotices& request, const ComponentNoticesFacts& facts, Context& context,
                            Decision& decision);

}  // namespace provost::learning

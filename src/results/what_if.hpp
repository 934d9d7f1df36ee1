// results.what_if_grades: the grades of a course under another rule, beside what stands.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/results/results.hpp>

namespace provost::results {

struct WhatIfGradesFacts {
    One<catalogue::Course> course;
    One<GradeRule> rule;
    One<organisation::Location> location;
    Many<enrolment::Enrolment> enrolments;
    One<catalogue::Seats> seats;
    Many<enrolment::Activity> activities;
    Many<ResultEvent> events;
    Many<LmsLink> links;  // by which they may have come
};

template <class Facts = WhatIfGradesFacts>
inline constexpr auto what_if_grades_fetch = [] {
    return fetch_plan<WhatIfGrades>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(rule, "key(request.rule)", "grade-rule.unknown"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(enrolments, "course(course.id)"),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
        PROVOST_SLOT(events, "enrolment(enrolments.id)"),
        PROVOST_SLOT(links, "course(course.id)"),
    }));
}();

void what_if_grades(const WhatIfGrades& request, const WhatIfGradesFacts& facts, Context& context, Decision& decision);

}  // namespace provost::results

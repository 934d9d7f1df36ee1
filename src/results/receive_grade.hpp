// results.receive_grade: a result arrives.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/results/results.hpp>

namespace provost::results {

struct ReceiveGradeFacts {
    One<people::Learner> learner;
    One<catalogue::Course> course;
    Many<enrolment::Enrolment> enrolments;
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    Many<enrolment::Activity> activities;
    Many<ResultEvent> events;
};

inline constexpr auto receive_grade_fetch = [] {
    using Facts = ReceiveGradeFacts;
    return fetch_plan<ReceiveGrade>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
        PROVOST_SLOT(events, "enrolment(enrolments.id)"),
    }));
}();

void receive_grade(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Context& context, Decision& decision);

}  // namespace provost::results

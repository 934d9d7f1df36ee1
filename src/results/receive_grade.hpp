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
    Many<LmsLink> links;
    Many<enrolment::Enrolment> linked_places;
    Many<catalogue::Course> linked_courses;
    One<catalogue::Subject> subject;
    Many<enrolment::Activity> unit_activities;
    Many<enrolment::Enrolment> unit_places;
    Many<catalogue::Course> unit_courses;
};

inline constexpr auto receive_grade_fetch = [] {
    using Facts = ReceiveGradeFacts;
    using catalogue::Course;
    return fetch_plan<ReceiveGrade>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, catalogue::is_there>),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
        PROVOST_SLOT(events, "enrolment(enrolments.id)"),
        PROVOST_SLOT(links, "lms_course(request.connection, request.lms_course)"),
        PROVOST_SLOT(linked_places, "learner_course(learner.id, links.course)"),
        PROVOST_SLOT(linked_courses, "id(linked_places.course)", {}, when<Course, catalogue::is_there>),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(unit_activities, "learner_subject(learner.id, subject.code)"),
        PROVOST_SLOT(unit_places, "id(unit_activities.enrolment)"),
        PROVOST_SLOT(unit_courses, "id(unit_places.course)", {}, when<Course, catalogue::is_there>),
    }));
}();

void receive_grade(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Context& context, Decision& decision);

}  // namespace provost::results

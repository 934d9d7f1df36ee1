// results.receive_grade: a result arrives.
#pragma once

#include "results/place_facts.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::results {

struct ReceiveGradeFacts {
    PlaceFacts at;  // of the course that it names
    Many<LmsLink> links;
    Many<enrolment::Enrolment> linked_places;
    Many<enrolment::Enrolment> open_there;  // of these
    Many<catalogue::Course> linked_courses;
    One<catalogue::Subject> subject;
    Many<enrolment::Activity> unit_activities;
    Many<enrolment::Enrolment> unit_places;
    Many<enrolment::Enrolment> open_of_unit;
    Many<catalogue::Course> unit_courses;
};

[[nodiscard]] inline bool is_open(const enrolment::Enrolment& place) { return enrolment::is_open(place.state); }

template <class Facts = ReceiveGradeFacts>
inline constexpr auto receive_grade_fetch = [] {
    using catalogue::Course;
    // What is over takes nothing in, and nobody needs a right on its course.
    constexpr auto open = when<enrolment::Enrolment, is_open>;
    return fetch_plan<ReceiveGrade>(
        detail::join(PROVOST_PART(at, place_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(links, "lms_course(request.connection, request.lms_course)"),
                         PROVOST_SLOT(linked_places, "learner_course(learner.id, links.course)"),
                         PROVOST_SLOT(open_there, "learner_course(learner.id, links.course)", {}, open),
                         PROVOST_SLOT(linked_courses, "id(open_there.course)", {}, when<Course, catalogue::is_there>),
                         PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
                         PROVOST_SLOT(unit_activities, "learner_subject(learner.id, subject.code)"),
                         PROVOST_SLOT(unit_places, "id(unit_activities.enrolment)"),
                         PROVOST_SLOT(open_of_unit, "id(unit_activities.enrolment)", {}, open),
                         PROVOST_SLOT(unit_courses, "id(open_of_unit.course)", {}, when<Course, catalogue::is_there>),
                     })));
}();

void receive_grade(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Context& context, Decision& decision);

}  // namespace provost::results

// staffing.open_tasks: what rules have left to a person, worked out from the records as they are.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/syllabus.hpp>
#include <provost/resources/booking.hpp>
#include <provost/tutoring/tutoring.hpp>

namespace provost::tutoring {

struct OpenTasksFacts {
    Many<catalogue::Course> courses;
    Many<catalogue::TemplateVersion> pinned;
    Many<staffing::Tutor> tutors;
    Many<staffing::TutorPosition> positions;
    Many<catalogue::Syllabus> syllabuses;
    Many<catalogue::Logic> logic;
    Many<resources::Resource> people;  // that the tutors are
    Many<resources::Resource> resources;
    Many<staffing::Tutor> behind;  // whom the resources stand for
    Many<organisation::Location> locations;
    Many<resources::Booking> bookings;
    Many<resources::Resource> booked;
};

template <class Facts = OpenTasksFacts>
inline constexpr auto open_tasks_fetch = [] {
    return fetch_plan<OpenTasks>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(pinned, "number(courses.course_template, courses.template_number)"),
        PROVOST_SLOT(tutors, "id(courses.tutors.tutor)", "record.missing"_code),
        PROVOST_SLOT(positions, "key(courses.tutors.position)"),
        PROVOST_SLOT(syllabuses, "owner(courses.id)"),
        PROVOST_SLOT(logic, "id(syllabuses.logic)", "record.missing"_code),
        PROVOST_SLOT(people, "tutor(courses.tutors.tutor)"),
        PROVOST_SLOT(resources, "id(courses.resources.resource)", "record.missing"_code),
        PROVOST_SLOT(behind, "id(resources.tutor)", "record.missing"_code),
        PROVOST_SLOT(locations, "id(courses.location)", "record.missing"_code),
        PROVOST_SLOT(bookings, "course(courses.id)"),
        PROVOST_SLOT(booked, "id(bookings.resource)", "record.missing"_code),
    }));
}();

void open_tasks(const OpenTasks& request, const OpenTasksFacts& facts, Context& context, Decision& decision);

}  // namespace provost::tutoring

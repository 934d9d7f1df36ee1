// learning.what_is_open, learning.overview, learning.preview: questions, which write nothing.
#pragma once

#include "learning/student.hpp"

#include <provost/catalogue/references.hpp>

namespace provost::learning {

struct WhatIsOpenFacts {
    StudentFacts student;
    One<catalogue::CourseRoom> room;
    One<organisation::Provider> provider;
};

template <class Facts = WhatIsOpenFacts>
inline constexpr auto what_is_open_fetch = [] {
    return fetch_plan<WhatIsOpen>(
        detail::join(PROVOST_PART(student, student_rows), std::to_array<FetchRow>({
                                                              PROVOST_SLOT(room, "key(course.course_room)"),
                                                              PROVOST_SLOT(provider, "id(course.provider)"),
                                                          })));
}();

void what_is_open(const WhatIsOpen& request, const WhatIsOpenFacts& facts, Context& context, Decision& decision);

struct OverviewFacts {
    One<catalogue::Course> course;
    Many<people::Learner> learners;
    One<organisation::Location> location;
    One<access::Administrator> administrator;
    Many<people::Group> groups;
    One<access::Clearances> of_course;
    CourseFacts study;
    Many<enrolment::Enrolment> enrolments;
    Many<enrolment::Enrolment> booked;
    Many<Progress> progress;
    Many<catalogue::Logic> logic;
    Many<enrolment::HeldBack> releases;  // of the course
};

template <class Facts = OverviewFacts>
inline constexpr auto overview_fetch = [] {
    return fetch_plan<Overview>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learners, "login(request.learners)", "learner.unknown"_code),
                         PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
                         PROVOST_SLOT(administrator, "login(request.actor)"),
                         PROVOST_SLOT(groups, "key(administrator.groups)"),
                         PROVOST_SLOT(of_course, "object(course.id)"),
                     }),
                     PROVOST_PART(study, course_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(enrolments, "learner_course(learners.id, course.id)"),
                         PROVOST_SLOT(booked, "learner_course(learners.id, sets.members)"),
                         PROVOST_SLOT(progress, "enrolment(enrolments.id)"),
                         PROVOST_SLOT(logic, "id(progress.logic)", "record.missing"_code),
                         PROVOST_SLOT(releases, "course(course.id)"),
                     })));
}();

void overview(const Overview& request, const OverviewFacts& facts, Context& context, Decision& decision);

struct PreviewFacts {
    One<catalogue::Course> course;
    One<organisation::Location> location;
    CourseFacts study;
};

template <class Facts = PreviewFacts>
inline constexpr auto preview_fetch = [] {
    return fetch_plan<Preview>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
                     }),
                     PROVOST_PART(study, course_rows)));
}();

void preview(const Preview& request, const PreviewFacts& facts, Context& context, Decision& decision);

}  // namespace provost::learning

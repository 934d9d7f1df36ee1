// catalogue.delete_course, catalogue.restore_course, catalogue.delete_course_set, catalogue.delete_template,
// catalogue.delete_course_type.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/catalogue/hold.hpp>
#include <provost/catalogue/syllabus.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/erasure/deletion.hpp>
#include <provost/resources/booking.hpp>
#include <provost/results/links.hpp>

namespace provost::erasure {

struct DeleteCourseFacts {
    One<catalogue::Course> course;
    One<catalogue::Seats> seats;
    Many<catalogue::CourseSet> sets;  // that the course is in
    Many<catalogue::Course> above;    // the courses of these sets
    Many<catalogue::CourseSet> own_sets;
    Many<catalogue::Course> members;  // of its own sets
    Many<catalogue::LearningPath> paths;
    Many<catalogue::CourseHold> holds;
    Many<results::LmsLink> links;
    Many<catalogue::Course> wanting;  // courses and templates that have it as a prerequisite
    Many<catalogue::CourseTemplate> templates_wanting;
    Many<resources::Booking> bookings;
    Many<resources::Occupancy> occupancies;  // of what it needs: nothing is booked for it meanwhile
};

template <class Facts = DeleteCourseFacts>
inline constexpr auto delete_course_fetch = [] {
    return fetch_plan<DeleteCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(sets, "id(course.in_sets)", "record.missing"_code),
        PROVOST_SLOT(above, "id(sets.course)", "record.missing"_code),
        PROVOST_SLOT(own_sets, "course(course.id)"),
        PROVOST_SLOT(members, "id(own_sets.members)", "record.missing"_code),
        PROVOST_SLOT(paths, "id(course.in_paths)", "record.missing"_code),
        PROVOST_SLOT(holds, "course(course.id)"),
        PROVOST_SLOT(links, "course(course.id)"),
        PROVOST_SLOT(wanting, "prerequisites(course.wanted_by)"),
        PROVOST_SLOT(templates_wanting, "prerequisites(course.wanted_by)"),
        PROVOST_SLOT(bookings, "course(course.id)"),
        PROVOST_SLOT(occupancies, "resource(course.resources.resource)", "record.missing"_code),
    }));
}();

void delete_course(const DeleteCourse& request, const DeleteCourseFacts& facts, Context& context, Decision& decision);

struct RestoreCourseFacts {
    One<catalogue::Course> course;
};

template <class Facts = RestoreCourseFacts>
inline constexpr auto restore_course_fetch = [] {
    return fetch_plan<RestoreCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
    }));
}();

void restore_course(const RestoreCourse& request, const RestoreCourseFacts& facts, Context& context,
                    Decision& decision);

struct DeleteCourseSetFacts {
    One<catalogue::Course> course;
    Many<catalogue::CourseSet> existing;
    Many<catalogue::Course> members;
    One<catalogue::Syllabus> syllabus;
};

template <class Facts = DeleteCourseSetFacts>
inline constexpr auto delete_course_set_fetch = [] {
    return fetch_plan<DeleteCourseSet>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(existing, "course_key(course.id, request.course_set)", "course-set.unknown"_code),
        PROVOST_SLOT(members, "id(existing.members)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
    }));
}();

void delete_course_set(const DeleteCourseSet& request, const DeleteCourseSetFacts& facts, Context& context,
                       Decision& decision);

struct DeleteTemplateFacts {
    One<catalogue::CourseTemplate> course_template;
    Many<catalogue::Course> courses;
    Many<enrolment::Prebooking> wishes;
    Many<people::Learner> wishers;
    Many<catalogue::Course> wanting;
    Many<catalogue::CourseTemplate> templates_wanting;
};

template <class Facts = DeleteTemplateFacts>
inline constexpr auto delete_template_fetch = [] {
    return fetch_plan<DeleteTemplate>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<catalogue::CourseTemplate, catalogue::is_there>),
        PROVOST_SLOT(courses, "course_template(course_template.id)"),
        PROVOST_SLOT(wishes, "course_template(course_template.id)"),
        PROVOST_SLOT(wishers, "id(wishes.learner)", "record.missing"_code),
        PROVOST_SLOT(wanting, "prerequisites(course_template.wanted_by)"),
        PROVOST_SLOT(templates_wanting, "prerequisites(course_template.wanted_by)"),
    }));
}();

void delete_template(const DeleteTemplate& request, const DeleteTemplateFacts& facts, Context& context,
                     Decision& decision);

struct DeleteCourseTypeFacts {
    One<catalogue::CourseType> course_type;
    Many<catalogue::CourseTemplate> templates;
};

template <class Facts = DeleteCourseTypeFacts>
inline constexpr auto delete_course_type_fetch = [] {
    return fetch_plan<DeleteCourseType>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_type, "key(request.course_type)", "course-type.unknown"_code,
                     when<catalogue::CourseType, catalogue::is_there>),
        PROVOST_SLOT(templates, "course_type(course_type.id)"),
    }));
}();

void delete_course_type(const DeleteCourseType& request, const DeleteCourseTypeFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::erasure

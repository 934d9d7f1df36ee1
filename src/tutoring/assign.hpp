// staffing.assign_tutor, staffing.change_tutor, staffing.replace_tutor, staffing.remove_tutor: single tutors of a
// course, or of a template.
#pragma once

#include "catalogue/course_changes.hpp"

#include <provost/tutoring/tutoring.hpp>

namespace provost::tutoring {

struct StaffFacts {
    One<catalogue::Course> course;
    One<catalogue::CourseTemplate> course_template;
    One<staffing::Tutor> tutor;
    One<catalogue::CourseTemplate> its_template;
    One<catalogue::TemplateVersion> pinned;  // of the course
    One<catalogue::CourseType> its_type;
    One<catalogue::TemplateVersion> current;  // of the template
    One<catalogue::CourseType> current_type;
    One<catalogue::Syllabus> syllabus;  // of that version
    Many<catalogue::Shelf> shelves;
};

template <class Facts = StaffFacts>
inline constexpr auto staff_rows = [] {
    using namespace catalogue;
    return std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(tutor, "login(request.tutor)", "tutor.unknown"_code),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(current_type, "id(current.course_type)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(current.id)"),
        PROVOST_SLOT(shelves, "owner(current.id)"),
    });
}();

template <class Request, class Facts = StaffFacts>
inline constexpr auto staff_fetch = fetch_plan<Request>(staff_rows<Facts>);

void assign_tutor(const AssignTutor& request, const StaffFacts& facts, Context& context, Decision& decision);
void change_tutor(const ChangeTutor& request, const StaffFacts& facts, Context& context, Decision& decision);
void remove_tutor(const RemoveTutor& request, const StaffFacts& facts, Context& context, Decision& decision);

struct ReplaceTutorFacts {
    StaffFacts staff;
    One<staffing::Tutor> by;
    Many<enrolment::Enrolment> places;  // of the course
};

template <class Facts = ReplaceTutorFacts>
inline constexpr auto replace_tutor_fetch = [] {
    return fetch_plan<ReplaceTutor>(
        detail::join(PROVOST_PART(staff, staff_rows), std::to_array<FetchRow>({
                                                          PROVOST_SLOT(by, "login(request.by)", "tutor.unknown"_code),
                                                          PROVOST_SLOT(places, "course(course.id)"),
                                                      })));
}();

void replace_tutor(const ReplaceTutor& request, const ReplaceTutorFacts& facts, Context& context, Decision& decision);

}  // namespace provost::tutoring

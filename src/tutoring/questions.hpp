// staffing.positions, staffing.may_use, staffing.may_edit_news, staffing.tutors_of, staffing.tutor_questions:
// questions about the tutors of a course, which write nothing.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/syllabus.hpp>
#include <provost/tutoring/tutoring.hpp>

namespace provost::tutoring {

struct PositionsFacts {
    One<staffing::TutorPosition> record;
};

template <class Facts = PositionsFacts>
inline constexpr auto positions_fetch =
    [] { return fetch_plan<Positions>(std::to_array<FetchRow>({PROVOST_SLOT(record, "key(request.position)")})); }();

void positions(const Positions& request, const PositionsFacts& facts, Context& context, Decision& decision);

struct OfCourse {
    One<catalogue::Course> course;
    One<catalogue::Syllabus> syllabus;
};

template <class Request, class Facts = OfCourse>
inline constexpr auto of_course_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
    }));
}();

void may_use(const MayUse& request, const OfCourse& facts, Context& context, Decision& decision);
void may_edit_news(const MayEditNews& request, const OfCourse& facts, Context& context, Decision& decision);
void tutors_of(const TutorsOf& request, const OfCourse& facts, Context& context, Decision& decision);
void feedback_questions(const FeedbackQuestions& request, const OfCourse& facts, Context& context, Decision& decision);

}  // namespace provost::tutoring

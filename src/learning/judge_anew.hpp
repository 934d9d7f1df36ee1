// learning.judge_anew: a participant's whole way by today's rules. learning.follow_sets: what the course sets of a
// place have become.
#pragma once

#include "learning/student.hpp"

#include <provost/enrolment/follow_sets.hpp>

namespace provost::learning {

struct JudgeAnewFacts {
    StudentFacts student;
    Many<LearningEvent> events;
};

template <class Facts = JudgeAnewFacts>
inline constexpr auto judge_anew_fetch = [] {
    return fetch_plan<JudgeAnew>(
        detail::join(PROVOST_PART(student, student_rows),
                     std::to_array<FetchRow>({PROVOST_SLOT(events, "enrolment(enrolments.id)")})));
}();

void judge_anew(const JudgeAnew& request, const JudgeAnewFacts& facts, Context& context, Decision& decision);

struct FollowSetsFacts {
    One<enrolment::Enrolment> enrolment;
    StudentFacts student;
};

// The student of a known enrolment.
template <class Facts = StudentFacts>
inline constexpr auto enrolled_student_rows = [] {
    return detail::join(std::to_array<FetchRow>({
                            PROVOST_SLOT(course, "id(enrolment.course)", "record.missing"_code),
                            PROVOST_SLOT(learner, "id(enrolment.learner)", "record.missing"_code),
                            PROVOST_SLOT(progress, "enrolment(enrolment.id)"),
                            PROVOST_SLOT(logic, "id(progress.logic)", "record.missing"_code),
                        }),
                        studying_rows<Facts>);
}();

template <class Facts = FollowSetsFacts>
inline constexpr auto follow_sets_fetch = [] {
    return fetch_plan<enrolment::FollowSets>(detail::join(
        std::to_array<FetchRow>({PROVOST_SLOT(enrolment, "id(request.enrolment)", "learner.not-enrolled"_code)}),
        PROVOST_PART(student, enrolled_student_rows)));
}();

void follow_sets(const enrolment::FollowSets& request, const FollowSetsFacts& facts, Context& context,
                 Decision& decision);

}  // namespace provost::learning

// people.inactivate_learner and people.reactivate_learner. They stand here because they ask enrolments.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/program_status.hpp>
#include <provost/finalise/learner_activity.hpp>
#include <provost/lms/lms.hpp>

namespace provost::finalise {

struct InactivateLearnerFacts {
    One<people::Learner> learner;
    Many<enrolment::Enrolment> places;
    Many<catalogue::Course> courses;
    Many<enrolment::ProgramEnrolment> enrolments;
    Many<catalogue::Program> programs;
    Many<enrolment::ProgramStatus> statuses;
    Many<lms::LmsEnrolment> access;
};

template <class Facts = InactivateLearnerFacts>
inline constexpr auto inactivate_learner_fetch = [] {
    return fetch_plan<InactivateLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(places, "learner(learner.id)"),
        PROVOST_SLOT(courses, "id(places.course)", "record.missing"_code),
        PROVOST_SLOT(enrolments, "learner(learner.id)"),
        PROVOST_SLOT(programs, "id(enrolments.program)", "record.missing"_code),
        PROVOST_SLOT(statuses, "key(enrolments.status)"),
        PROVOST_SLOT(access, "learner(learner.id)"),
    }));
}();

void inactivate_learner(const InactivateLearner& request, const InactivateLearnerFacts& facts, Context& context,
                        Decision& decision);

struct ReactivateLearnerFacts {
    One<people::Learner> learner;
    Many<enrolment::Enrolment> places;
};

template <class Facts = ReactivateLearnerFacts>
inline constexpr auto reactivate_learner_fetch = [] {
    return fetch_plan<ReactivateLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(places, "learner(learner.id)"),
    }));
}();

void reactivate_learner(const ReactivateLearner& request, const ReactivateLearnerFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::finalise

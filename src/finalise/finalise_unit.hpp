// finalise.finalise_unit: a unit enrolment ends.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/finalise/finalise.hpp>

namespace provost::finalise {

struct FinaliseUnitFacts {
    One<people::Learner> learner;
    One<catalogue::Course> course;
    Many<enrolment::Enrolment> enrolments;
    One<catalogue::Seats> seats;
    One<organisation::Location> location;
    Many<enrolment::Activity> activities;
    Many<enrolment::ProgramEnrolment> programs;
    Many<Finalisation> finalisations;
    Many<enrolment::ParticipantChange> changes;
};

/// For a request that names learner and course.
template <class Request, class Facts = FinaliseUnitFacts>
inline constexpr auto finalise_unit_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
        PROVOST_SLOT(programs, "id(activities.program_enrolment)", "record.missing"_code),
        PROVOST_SLOT(finalisations, "enrolment(enrolments.id)"),
        PROVOST_SLOT(changes, "enrolment(enrolments.id)"),
    }));
}();

void finalise_unit(const FinaliseUnit& request, const FinaliseUnitFacts& facts, Context& context, Decision& decision);

}  // namespace provost::finalise

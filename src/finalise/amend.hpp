// finalise.amend: what is told of a unit that is final waits, and is applied only with a reason. [FIN-ORD-14]
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/finalise/program.hpp>

namespace provost::finalise {

struct AmendFacts {
    One<people::Learner> learner;
    One<catalogue::Subject> subject;
    One<catalogue::Program> program;
    Many<enrolment::ProgramEnrolment> programs;
    Many<enrolment::Activity> activities;
    Many<enrolment::Enrolment> places;
    Many<enrolment::Amendment> amendments;
};

template <class Facts = AmendFacts>
inline constexpr auto amend_fetch = [] {
    return fetch_plan<Amend>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(programs, "learner(learner.id)"),
        PROVOST_SLOT(activities, "learner_subject(learner.id, subject.code)"),
        PROVOST_SLOT(places, "id(activities.enrolment)", "record.missing"_code),
        PROVOST_SLOT(amendments, "activity(activities.id)"),
    }));
}();

void amend(const Amend& request, const AmendFacts& facts, Context& context, Decision& decision);

}  // namespace provost::finalise

// finalise.credit_unit: a subject in two programs is trained in one and credited in the other. [FIN-ORD-18]
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/finalise/program.hpp>

namespace provost::finalise {

struct CreditFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    One<catalogue::Subject> subject;
    One<enrolment::ProgramEnrolment> program_enrolment;
    Many<enrolment::Activity> activities;
};

template <class Facts = CreditFacts>
inline constexpr auto credit_unit_fetch = [] {
    return fetch_plan<CreditUnit>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(program_enrolment, "learner_program(learner.id, program.id)", "program.not-enrolled"_code),
        PROVOST_SLOT(activities, "learner_subject(learner.id, subject.code)"),
    }));
}();

void credit_unit(const CreditUnit& request, const CreditFacts& facts, Context& context, Decision& decision);

/// What credits a subject in a program enrolment on a day. [FIN-TRN-04, FIN-ORD-18]
[[nodiscard]] enrolment::Activity make_credit(const enrolment::ProgramEnrolment& into, std::string_view subject,
                                              Day day, Context& context);

/// Whether that is what it is, as it was made.
[[nodiscard]] bool is_credit(const enrolment::Activity& activity);

/// Whether the two are training of one subject in two programs at the same time.
[[nodiscard]] bool overlap(const enrolment::Activity& one, const enrolment::Activity& other);

}  // namespace provost::finalise

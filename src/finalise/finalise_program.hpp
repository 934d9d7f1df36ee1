// finalise.finalise_program: a program enrolment gets another status, and its units what follows from that. And
// finalise.define_status, finalise.complete_item.
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

struct FinaliseProgramFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    One<enrolment::ProgramStatus> defined;
    ProgramFacts its;
};

template <class Facts = FinaliseProgramFacts>
inline constexpr auto finalise_program_fetch = [] {
    return fetch_plan<FinaliseProgram>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                         PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
                         PROVOST_SLOT(defined, "key(request.status)"),
                     }),
                     PROVOST_PART(its, program_rows)));
}();

void finalise_program(const FinaliseProgram& request, const FinaliseProgramFacts& facts, Context& context,
                      Decision& decision);

/// Whether a status may be defined so: one that ships keeps its meaning, another one needs a meaning that fits.
[[nodiscard]] Code check_status(const enrolment::ProgramStatus& status, const Context& context);

struct ProgramItemFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    One<enrolment::ProgramEnrolment> program_enrolment;
};

template <class Request, class Facts = ProgramItemFacts>
inline constexpr auto program_item_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(program_enrolment, "learner_program(learner.id, program.id)", "program.not-enrolled"_code),
    }));
}();

void complete_item(const CompleteItem& request, const ProgramItemFacts& facts, Context& context, Decision& decision);

}  // namespace provost::finalise

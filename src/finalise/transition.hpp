// finalise.transition_program: from a superseded program to the one that supersedes it. [FIN-TRN-04]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

struct TransitionFacts {
    One<people::Learner> learner;
    One<catalogue::Program> from;
    One<catalogue::Program> to;
    One<Transition> table;
    ProgramFacts its;
    Many<enrolment::ReportedActivity> reported;
};

template <class Facts = TransitionFacts>
inline constexpr auto transition_program_fetch = [] {
    return fetch_plan<TransitionProgram>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                         PROVOST_SLOT(from, "code(request.from)", "program.unknown"_code),
                         PROVOST_SLOT(to, "code(request.to)", "program.unknown"_code),
                         PROVOST_SLOT(table, "from_to(from.code, to.code)", "transition.no-table"_code),
                     }),
                     PROVOST_PART(its, program_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(reported, "program_enrolment(programs.id)"),
                     })));
}();

void transition_program(const TransitionProgram& request, const TransitionFacts& facts, Context& context,
                        Decision& decision);

/// Refuses a table in which a unit of the old program stands twice.
[[nodiscard]] Code check_transition(const Transition& transition, const Context& context);

}  // namespace provost::finalise

// finalise.reopen: what is final is open again. [FIN-ORD-14]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

struct ReopenFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    ProgramFacts its;
};

template <class Facts = ReopenFacts>
inline constexpr auto reopen_fetch = [] {
    return fetch_plan<Reopen>(detail::join(std::to_array<FetchRow>({
                                               PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                                               PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
                                           }),
                                           PROVOST_PART(its, program_rows)));
}();

void reopen(const Reopen& request, const ReopenFacts& facts, Context& context, Decision& decision);

}  // namespace provost::finalise

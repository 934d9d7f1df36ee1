// Opening a program enrolment again that was transitioned: what went to the other program comes back. [FIN-ORD-14]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

/// Takes back what a transition, told of by `last`, did to the other program: units that were taken along belong to the
/// old program again, credits go, and a program enrolment that it made ends unreported. False: refused, because the
/// other program has gone on by itself, or not known yet. [FIN-TRN-04, FIN-TRN-06]
[[nodiscard]] bool undo_transition(const ProgramFacts& facts, const enrolment::ProgramChange& last,
                                   const Reopen& request, Context& context, Decision& decision);

/// The latest change of the status of a program enrolment; null when there is none.
[[nodiscard]] const enrolment::ProgramChange* latest_change(const ProgramFacts& facts,
                                                            Id<enrolment::ProgramEnrolment> program);

}  // namespace provost::finalise

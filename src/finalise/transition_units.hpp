// What a transition does to the units of the old program. [FIN-TRN-04, FIN-TRN-05, FIN-TRN-06]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

/// By which table, into which program enrolment, on which day.
struct Crossing {
    const Transition& table;
    const enrolment::ProgramEnrolment& into;
    Day day;
    const std::vector<UnitDetail>& told;  // of single units
};

/// All units, with the seats that they free. False: refused, or to be asked again.
[[nodiscard]] bool transition_units(ProgramUnits& units, const Crossing& crossing, Context& context,
                                    Decision& decision);

/// Units that went on until training in their replacement began, once it has. [FIN-TRN-05]
void supersede_begun(ProgramUnits& units, const Crossing& crossing, Decision& decision);

}  // namespace provost::finalise

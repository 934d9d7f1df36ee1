// A unit comes back: from a pause, or because its program enrolment is opened again. [FIN-DEF-04, FIN-ORD-14]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

/// The unit goes on as before the pause; only a 00 that the pause set is taken away, and dates are as given. False: it
/// finds no seat, or is to be asked again. [FIN-DEF-04]
[[nodiscard]] bool resume(WorkedUnit& unit, const UnitDetail* told, Day day, ProgramUnits& units, Decision& decision);

/// The unit is as it was before it was finalised, by a correction. False: as above. [FIN-ORD-14]
[[nodiscard]] bool open_again(WorkedUnit& unit, Day day, ProgramUnits& units, Decision& decision);

}  // namespace provost::finalise

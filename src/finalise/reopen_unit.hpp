// finalise.reopen_unit: a unit that was finalised alone is open again. [FIN-ORD-14, FIN-DEF-04]
#pragma once

#include "finalise/finalise_unit.hpp"

#include <provost/finalise/program.hpp>

namespace provost::finalise {

void reopen_unit(const ReopenUnit& request, const FinaliseUnitFacts& facts, Context& context, Decision& decision);

}  // namespace provost::finalise

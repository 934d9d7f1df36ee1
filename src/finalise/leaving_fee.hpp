// What leaving a place of a program costs, and what is kept of it. [FIN-WDR-10]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

struct LeavingFee {
    const ProgramFacts& facts;
    const WorkedUnit& unit;
    const enrolment::ProgramStatus& status;
    Day day;
    std::string_view waiver;  // why it is waived; empty: it is not
    std::string_view reason;
};

/// Puts what was done to the place, with the fee of the cancellation rules where the status has a penalty: one for each
/// enrolment, as of the first moment of the day.
void charge_leaving(const LeavingFee& leaving, Context& context, Decision& decision);

}  // namespace provost::finalise

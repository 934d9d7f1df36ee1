// What leaving a place costs, and what is kept of it: for a unit alone and for those of a program. [FIN-WDR-10]
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/enrolment/program_status.hpp>

namespace provost::finalise {

/// A place that was left.
struct LeftPlace {
    const catalogue::Course& course;
    const Zone& zone;
    const enrolment::Enrolment& before;
    const enrolment::Enrolment& after;
    const Many<enrolment::ParticipantChange>& changes;  // what was done to it, among others
    enrolment::Penalty penalty;
    Day day;
    std::string_view waiver;  // why it is waived; empty: it is not
    std::string_view reason;
};

/// Puts what was done to the place, with the fee of the cancellation rules where there is a penalty: one for each
/// enrolment, as of the first moment of the day.
void charge_leaving(const LeftPlace& left, Context& context, Decision& decision);

}  // namespace provost::finalise

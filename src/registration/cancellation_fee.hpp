// What a cancellation costs. [IMC-CAN-01]
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::registration {

/// A cancellation of a place at a moment.
struct Cancellation {
    const catalogue::Course& course;
    const enrolment::Enrolment& place;
    Instant at;
    const Zone& zone;
};

/// Percent of the price. [IMC-CAN-02, IMC-CAN-04, IMC-CAN-05, IMC-CAN-07]
[[nodiscard]] Decimal fee_percent(const Cancellation& cancellation);

/// So many percent of a price, rounded once, half away from zero, to the smallest unit of the currency. [IMC-CAN-03]
[[nodiscard]] Decimal fee_of(Decimal price, Decimal percent, std::string_view currency);

/// What was charged for a place; null when nothing was. `changes`: what was done to it, among others.
[[nodiscard]] const enrolment::ParticipantChange* charged_before(const Many<enrolment::ParticipantChange>& changes,
                                                                 Id<enrolment::Enrolment> place);

/// Keeps what the cancellation costs with what was done to the place, and tells it. A place is charged once.
/// [FIN-WDR-10]
void charge(enrolment::ParticipantChange& change, const Cancellation& cancellation,
            const Many<enrolment::ParticipantChange>& earlier, Decision& decision);

}  // namespace provost::registration

// Seats follow places: whoever changes a place keeps the count of its course, and what the change frees goes on.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

/// The seats of a course after a place of it changed (`before` null: a new one). A seat that becomes free lets in the
/// next who waits. [IMC-WL-02, IMC-WL-04]
void keep_seats(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment* before,
                const Enrolment& after, Decision& decision);

}  // namespace provost::enrolment

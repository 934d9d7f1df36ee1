// Seats follow places: whoever changes a place keeps the count of its course, and what the change frees goes on.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

/// The seats of a course after a place of it changed (`before` null: a new one). A seat that becomes free lets in the
/// next who waits. [IMC-WL-02, IMC-WL-04]
void keep_seats(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment* before,
                const Enrolment& after, Decision& decision);

/// Who concluded or left a component course: the courses whose sets have it look at them. [IMC-CC-09]
void follow_above(const catalogue::Course& course, const Enrolment* before, const Enrolment& after, Decision& decision);

/// The course of a place looks at what its course sets are for the participant. [IMC-CC-09]
void follow_sets(Id<Enrolment> place, Decision& decision);

/// The same of seats that were followed through several places: what counts is what they free in the end, in the course
/// or in a quota.
void put_seats(const catalogue::Course& course, const catalogue::Seats& before, catalogue::Seats after,
               Decision& decision);

/// Why the course has no seat for a place that counts in these quotas as well; nothing when it has one. [IMC-WL-01]
[[nodiscard]] std::optional<Reason> lacks_seat(const catalogue::Course& course, const catalogue::Seats& seats,
                                               std::span<const std::string> quotas);

/// Refuses for want of a seat.
void refuse_full(const Reason& why, Decision& decision);

}  // namespace provost::enrolment

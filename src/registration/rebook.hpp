// Training that goes on in another course, by moving or by booking another one of a set.
#pragma once

#include "registration/entry.hpp"

namespace provost::registration {

/// Whether open training goes on in the course that is entered: it is of the same subject, and so the same attempt.
/// What is achieved, and what is of another subject, stays where it was; open training of it ends withdrawn.
/// [IMC-PART-05]
[[nodiscard]] bool goes_along(const enrolment::Activity& activity, const Entering& entering);

/// Whether a place has no training any more, but perhaps what was planned there and never began: it went along to
/// another one.
[[nodiscard]] bool went_along(const enrolment::Activity& activity);

/// The training as it goes on from one place to the other: with its evidence, and with its start once it had begun on
/// the day on which the one was left; all else is planned by the new course. [FIN-ORD-04]
[[nodiscard]] enrolment::Activity taken_along(enrolment::Activity activity, const enrolment::Enrolment& from,
                                              const enrolment::Enrolment& made, const Entering& entering, Day left_on);

/// Whoever comes in at that moment leaves the bookings whose place the new one takes, which says where it came from.
/// Training goes on here, unless some already does (`along`), of several that which has begun: it is answered, and is
/// that of `place`; what was planned for the place stays behind unreported. [IMC-CC-04, IMC-PART-05]
[[nodiscard]] std::optional<enrolment::Activity> leave_rebooked(const Entering& entering, enrolment::Enrolment& place,
                                                                Instant at, const Context& context, Decision& decision,
                                                                std::optional<enrolment::Activity> along = {});

/// Puts the training of a new place in a course that trains a unit: what goes on there, or else what is planned.
/// [FIN-ORD-17]
void put_training(std::optional<enrolment::Activity> along, const enrolment::Enrolment& place, const Entering& entering,
                  Context& context, Decision& decision);

}  // namespace provost::registration

// The waiting list of a course: who joins it stands last, who leaves it is passed by. [IMC-WL-03, IMC-WL-04]
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::registration {

/// The course's list, a new one when it has none; nothing while it is not known yet.
[[nodiscard]] std::optional<enrolment::WaitingList> waiting_list_of(const catalogue::Course& course,
                                                                    const Context& context);

/// Puts a place on the list, with a note of its position, from 1. False: decide nothing yet.
[[nodiscard]] bool join_waiting_list(const enrolment::Enrolment& place, const catalogue::Course& course,
                                     Context& context, Decision& decision);

/// Takes a place off it. False: decide nothing yet.
[[nodiscard]] bool leave_waiting_list(const enrolment::Enrolment& place, const catalogue::Course& course,
                                      const Context& context, Decision& decision);

/// Whoever waits no more leaves the list, and who waits again stands last. False: decide nothing yet.
[[nodiscard]] bool follow_waiting_list(const enrolment::Enrolment& was, const enrolment::Enrolment& is,
                                       const catalogue::Course& course, Context& context, Decision& decision);

/// Takes a place off a list.
void take_off(enrolment::WaitingList& list, std::int64_t enrolment);

}  // namespace provost::registration

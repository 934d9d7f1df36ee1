// What is kept of something that is done to a place, for whoever looks at its history.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::enrolment {

/// A line of the history: what was done to the place, by whom and when; states and reason are the caller's.
[[nodiscard]] ParticipantChange change_of(Id<Enrolment> place, Id<people::Learner> learner, Code what,
                                          Context& context);

/// The members that differ between two records of a type, each with its values, as two documents.
void tell_differences(ParticipantChange& change, const RecordType& type, const void* before, const void* after);

}  // namespace provost::enrolment

// What is kept of something that is done to a place or to a program enrolment, for whoever looks at its history.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/enrolment/program_change.hpp>

namespace provost::enrolment {

/// A line of the history: what was done to the place, by whom and when; states and reason are the caller's.
[[nodiscard]] ParticipantChange change_of(Id<Enrolment> place, Id<people::Learner> learner, Code what,
                                          Context& context);

/// A line of the history of a program enrolment; what it is about else is the caller's.
[[nodiscard]] ProgramChange change_of(Id<ProgramEnrolment> program, Id<people::Learner> learner, Code what,
                                      Context& context);

/// The members that differ between two objects of a type, each with its values, as two documents: for `before` and
/// `after` of a line.
void tell_differences(std::string& before, std::string& after, const RecordType& type, const void* was, const void* is);

}  // namespace provost::enrolment

// Which changes of records may change somebody's access to an LMS.
#pragma once

#include <provost/describe/record.hpp>
#include <provost/enrolment/enrolment.hpp>

namespace provost::lms {

/// Whether a place, an activity, a program enrolment or a course says the same about access after a change as before
/// it, whatever the rules.
[[nodiscard]] bool gives_the_same(const enrolment::Enrolment& before, const enrolment::Enrolment& after);
[[nodiscard]] bool gives_the_same(const enrolment::Activity& before, const enrolment::Activity& after);
[[nodiscard]] bool gives_the_same(const enrolment::ProgramEnrolment& before, const enrolment::ProgramEnrolment& after);
[[nodiscard]] bool gives_the_same(const catalogue::Course& before, const catalogue::Course& after);
[[nodiscard]] bool gives_the_same(const people::Learner& before, const people::Learner& after);
/// Whether a change of a connection or a location may change the access of anybody, whatever his courses.
[[nodiscard]] bool concerns_everybody(const Record& before, const Record& put);

}  // namespace provost::lms

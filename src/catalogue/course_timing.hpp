// The timing of a course: it begins and ends on dates, or lasts for a duration from a learner's enrolment on.
#pragma once

#include "catalogue/define.hpp"

namespace provost::catalogue {

/// What a request says of dates, over what the course has; once it has a participant its timing stays. A course with
/// dates has both; of one that is timed by its duration what is told of them, and of one with dates what is told of a
/// duration, is left out of the request, with a note. Refuses dates that do not fit, and answers false then.
/// [IMC-CSV-10, IMC-CSV-11, IMC-CT-06]
[[nodiscard]] bool set_dates(DefineCourse& request, const DefineCourseFacts& facts, const TemplateVersion& version,
                             Course& course, const Context& context, Decision& decision);

/// Whether the course as it would be fits its timing: one without dates has a duration, one with dates has none, and
/// what is fixed stays. Refuses otherwise, and answers false; false, too, while facts are missing. [IMC-CT-06,
/// IMC-CSV-12, IMC-CSV-13]
[[nodiscard]] bool fits_timing(const DefineCourseFacts& facts, Course& course, const Context& context,
                               Decision& decision);

}  // namespace provost::catalogue

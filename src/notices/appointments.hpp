// The dates of a course in the calendars of its tutors.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/notices/intent.hpp>

#include <vector>

namespace provost::notices {

/// What the calendars of tutors need when a course comes to be another: entries for who wants its dates, or has them
/// otherwise by now; removals for who no longer does. `before`: null for a new course. [IMC-TUT-09]
[[nodiscard]] std::vector<Intent> appointments(const catalogue::Course* before, const catalogue::Course& now);

}  // namespace provost::notices

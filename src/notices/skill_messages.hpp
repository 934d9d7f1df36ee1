// Skills that a participant who passes is granted, as messages.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/notices/intent.hpp>

#include <vector>

namespace provost::notices {

/// One message for each skill of the course, when the place comes to be passed. `before`: null for a new place.
[[nodiscard]] std::vector<Intent> skill_messages(const enrolment::Enrolment* before, const enrolment::Enrolment& after,
                                                 const catalogue::Course& course);

}  // namespace provost::notices

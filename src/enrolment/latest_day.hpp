// Which days have come.
#pragma once

#include <provost/base/time.hpp>

namespace provost::enrolment {

/// The latest day that it is anywhere at a moment: who tells of a day may be anywhere, and the first zone in which a
/// day begins is 14 hours ahead.
[[nodiscard]] inline Day latest_day(Instant moment) {
    return std::chrono::floor<std::chrono::days>(moment + std::chrono::hours{14});
}

}  // namespace provost::enrolment

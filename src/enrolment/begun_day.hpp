// Which days have begun.
#pragma once

#include <provost/base/time.hpp>

namespace provost::enrolment {

/// The latest day that has begun somewhere at a moment: who tells of a day may be anywhere, and the first zone in which
/// a day begins is 14 hours ahead.
[[nodiscard]] inline Day latest_begun_day(Instant moment) {
    return std::chrono::floor<std::chrono::days>(moment + std::chrono::hours{14});
}

}  // namespace provost::enrolment

// Which e-learning enrolments a resync chooses, and what it does to what the LMS agreed to.
#pragma once

#include <provost/lms/lms.hpp>

namespace provost::lms {

/// From the first moment of one day to the last of another.
struct ResyncRange {
    Instant from;
    Instant until;  // excluded

    [[nodiscard]] bool holds(const std::optional<Instant>& moment) const {
        return moment && *moment >= from && *moment < until;
    }
};

struct ResyncCheck {
    ResyncRange range{};
    Code wrong{};
    std::string_view member{};  // that is wrong
};

/// The range of days in a zone; since when must be said, and must have come. [WIS-RS-03, WIS-RS-05]
[[nodiscard]] ResyncCheck resync_range(const std::optional<Day>& since, const std::optional<Day>& until, Instant now,
                                       const Zone& zone);

/// The next run sends it, whatever it agreed to and however often it failed. [WIS-RS-01]
void send_again(LmsEnrolment& enrolment);

}  // namespace provost::lms

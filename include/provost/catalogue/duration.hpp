// How long a course may be used: a count of calendar months or of days.
#pragma once

#include <provost/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace provost::catalogue {

/// A count of calendar months or of days. Since 0.1.
struct Duration {
    std::int64_t count = 0;
    bool months = false;

    friend bool operator==(const Duration&, const Duration&) = default;
};

/// Reads a number from 1 to 9999, one blank, and M (months) or D (days): "6 M". Since 0.1. [IMC-CSV-12]
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

/// The day that lies a duration (up to 9999) after `day`; months clamp to the month's end, and all to
/// the last day that can be written. Since 0.1.
[[nodiscard]] Day add(Day day, Duration duration);

/// The moment so long before another one: an offset that is not negative, "24 H" or "2 W"; months are calendar months
/// in UTC. Since 0.1. [IMC-WL-06]
[[nodiscard]] Instant before(Instant moment, std::string_view offset);

}  // namespace provost::catalogue

// Days, moments and zones. A day is a civil date; a moment counts UTC milliseconds; a zone is always an argument.
//
// Written rules (tests/unit/base): a date-only bound holds for the whole day; adding months clamps to the month's end;
// a local time that occurs twice is the first of the two; a local time skipped by a clock change is read with the
// offset in force before the change, so it lands after the gap.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace provost {

using Day = std::chrono::sys_days;
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A civil time without a zone, counted like an Instant but meaning "what the clock on the wall shows". Since 0.1.
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

/// Offsets of one place over time, as a value: rules judge with it and read no time zone database. Since 0.1.
struct Zone {
    struct Change {
        Instant from;                 ///< the offset holds from this moment on
        std::chrono::seconds offset;  ///< local time minus UTC
    };
    std::string name;             ///< IANA name
    std::vector<Change> changes;  ///< ascending; the first one holds for all time before it, too

    [[nodiscard]] std::chrono::seconds offset_at(Instant moment) const;
};

/// Where rules find the zone that a record names. Implementations answer the same value for the same name during one
/// engine's life and may be called from any thread. Since 0.1.
class ZoneFinder {
public:
    virtual ~ZoneFinder() = default;
    /// The zone, owned by the finder and valid as long as it; null when the name is unknown.
    [[nodiscard]] virtual const Zone* find(std::string_view name) const = 0;
};

/// The civil day of a moment in a zone. Since 0.1.
[[nodiscard]] Day day_of(Instant moment, const Zone& zone);
/// The moment of a local time in a zone (rules above). Since 0.1.
[[nodiscard]] Instant instant_of(LocalTime local, const Zone& zone);
/// How often the clocks of a zone show a local time: never when a change skips it, twice when one repeats it.
/// Since 0.1.
enum class Occurrence : std::uint8_t { once, twice, never };
[[nodiscard]] Occurrence occurrence(LocalTime local, const Zone& zone);
/// The first moment of a day in a zone; where a clock change skips midnight, the moment of the change. Since 0.1.
[[nodiscard]] Instant start_of(Day day, const Zone& zone);
/// `day` plus calendar months, clamped to the month's end (31 January + 1 month is 28 or 29 February). Since 0.1.
[[nodiscard]] Day add_months(Day day, int months);

/// A moment as written: with an offset it is an instant, without one it waits for a zone. Since 0.1.
struct WrittenMoment {
    LocalTime local;
    std::optional<std::chrono::minutes> offset;

    /// The instant: by its own offset, else in `zone`.
    [[nodiscard]] Instant in(const Zone& zone) const;
};

/// Reads `YYYY-MM-DD` of a day that exists (years 0001 to 9999). Since 0.1.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// Reads `YYYY-MM-DDThh:mm[:ss[.fff]][Z|+hhmm|+hh:mm]` of a moment that exists. Since 0.1.
[[nodiscard]] std::optional<WrittenMoment> parse_moment(std::string_view text);
/// The last day that can be written. Since 0.1.
inline constexpr Day latest_day{std::chrono::year{9999} / std::chrono::December / 31};
/// Whether a moment, and its day in any zone, lies in the years 0001 to 9999, which can be written: from 0001-01-02 to
/// 9999-12-30. Since 0.1.
[[nodiscard]] bool can_be_written(Instant moment);
/// Whether a day lies in the years 1 to 9999. Since 0.1.
[[nodiscard]] bool can_be_written(Day day);
/// `YYYY-MM-DD`. Since 0.1.
[[nodiscard]] std::string to_text(Day day);
/// `YYYY-MM-DDThh:mm:ssZ`, with `.fff` only when the milliseconds are not zero. Since 0.1.
[[nodiscard]] std::string to_text(Instant moment);
/// Appends what `to_text` gives. Since 0.1.
void append_text(std::string& out, Day day);
void append_text(std::string& out, Instant moment);

}  // namespace provost

// Calendar intents as text of RFC 5545, for whoever sends them as mail or serves them as files.
#pragma once

#include <provost/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace provost::notices {

/// What a calendar is told of one entry. Since 0.1. [IMC-SCH-06]
struct CalendarEntry {
    std::string uid;
    std::int64_t sequence = 0;  ///< how often it was told before: the latest counts
    bool cancelled = false;     ///< METHOD:CANCEL; else METHOD:REQUEST
    Instant stamp{};            ///< when it was told
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::string summary;
    std::string attendee;   ///< email address of whom it is for; empty or unfit for a mailto address: none
    std::string organiser;  ///< the same of who invites; scheduling by mail (RFC 5546) asks for one
};

/// A calendar object with one VEVENT: moments in UTC, lines of at most 75 octets that break between characters, CRLF
/// behind each. Pure; any thread. Since 0.1. [IMC-SCH-06]
[[nodiscard]] std::string ical_text(const CalendarEntry& entry);

}  // namespace provost::notices

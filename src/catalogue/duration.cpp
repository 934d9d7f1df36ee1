// Durations of use.
#include <provost/catalogue/duration.hpp>

#include <algorithm>
#include <charconv>

namespace provost::catalogue {

// IMC-CSV-12: exactly one blank; neither sign nor leading zeros.
std::optional<Duration> parse_duration(std::string_view text) {
    constexpr std::size_t shortest = 3, longest = 6;  // "1 M" to "9999 D"
    if (text.size() < shortest || text.size() > longest) return std::nullopt;
    const char unit = text.back();
    const auto digits = text.substr(0, text.size() - 2);
    if (text[digits.size()] != ' ' || (unit != 'M' && unit != 'D')) return std::nullopt;
    if (digits[0] < '1' || digits[0] > '9') return std::nullopt;
    Duration duration{0, unit == 'M'};
    const auto* end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, duration.count).ptr == end ? std::optional(duration) : std::nullopt;
}

Day add(Day day, Duration duration) {
    if (!duration.months) return std::min(day + std::chrono::days{duration.count}, latest_day);
    return std::min(add_months(day, static_cast<int>(duration.count)), latest_day);
}

Instant before(Instant moment, std::string_view offset) {
    int count = 0;
    std::from_chars(offset.data(), offset.data() + offset.size(), count);
    switch (offset.back()) {
        case 'H': return moment - std::chrono::hours{count};
        case 'D': return moment - std::chrono::days{count};
        case 'W': return moment - std::chrono::weeks{count};
        default: break;
    }
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    return Instant{add_months(midnight, -count)} + (moment - midnight);
}

}  // namespace provost::catalogue

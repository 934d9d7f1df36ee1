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

}  // namespace provost::catalogue

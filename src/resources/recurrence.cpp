// Days by a rule, then their times.
#include "resources/recurrence.hpp"

#include <algorithm>

namespace provost::resources {

namespace {

using std::chrono::days;
using std::chrono::weekday;

// A day of the week, or with a number the so many-th of it in a month; negative: counted from its end.
struct ByDay {
    int number = 0;
    weekday day{};
};

std::optional<ByDay> parse_by_day(std::string_view text) {
    constexpr auto names = std::to_array<std::string_view>({"SU", "MO", "TU", "WE", "TH", "FR", "SA"});
    if (text.size() < 2) return std::nullopt;
    const auto name = std::ranges::find(names, text.substr(text.size() - 2));
    if (name == names.end()) return std::nullopt;
    ByDay by{0, weekday(static_cast<unsigned>(name - names.begin()))};
    auto number = text.substr(0, text.size() - 2);
    if (number.empty()) return by;
    const bool from_end = number.front() == '-';
    if (from_end) number.remove_prefix(1);
    if (number.size() != 1 || number.front() < '1' || number.front() > '5') return std::nullopt;
    by.number = (number.front() - '0') * (from_end ? -1 : 1);
    return by;
}

// What a recurrence asks for, read.
struct Rule {
    Frequency frequency;
    int interval;
    std::vector<ByDay> by_day;
    Day first;

    [[nodiscard]] bool has_weekday(Day day) const;
    [[nodiscard]] bool is_in_month(Day day) const;
    [[nodiscard]] bool has(Day day) const;
};

bool Rule::has_weekday(Day day) const {
    return std::ranges::any_of(by_day, [&](const ByDay& by) { return by.day == weekday(day); });
}

// As its month counts the day: a month that lacks the day of the first one has none.
bool Rule::is_in_month(Day day) const {
    const std::chrono::year_month_day date{day};
    if (by_day.empty()) return date.day() == std::chrono::year_month_day{first}.day();
    const Day end{date.year() / date.month() / std::chrono::last};
    const int before = (static_cast<int>(static_cast<unsigned>(date.day())) - 1) / 7 + 1;
    const int behind = static_cast<int>((end - day).count()) / 7 + 1;
    return std::ranges::any_of(by_day, [&](const ByDay& by) {
        return by.day == weekday(day) && (by.number == 0 || by.number == before || by.number == -behind);
    });
}

Day monday_of(Day day) { return day - (weekday(day) - std::chrono::Monday); }

int months_between(Day from, Day to) {
    const std::chrono::year_month_day a{from}, b{to};
    return (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12 +
           static_cast<int>(static_cast<unsigned>(b.month())) - static_cast<int>(static_cast<unsigned>(a.month()));
}

bool Rule::has(Day day) const {
    switch (frequency) {
        case Frequency::daily: return (day - first).count() % interval == 0 && (by_day.empty() || has_weekday(day));
        case Frequency::weekly:
            return (monday_of(day) - monday_of(first)).count() / 7 % interval == 0 &&
                   (by_day.empty() ? weekday(day) == weekday(first) : has_weekday(day));
        case Frequency::monthly: break;
    }
    return months_between(first, day) % interval == 0 && is_in_month(day);
}

// IMC-RES-05: the days on which one begins; a rule that goes on for too long has none.
Code days_of(const Rule& rule, const Recurrence& recurrence, std::vector<Day>& found) {
    const Day horizon = add_months(rule.first, 12 * most_years);
    const Day last = std::min(recurrence.until.value_or(latest_day), horizon);
    for (Day day = rule.first; day <= last; day += days{1}) {
        if (!rule.has(day)) continue;
        if (found.size() == most_occurrences) return "series.too-long"_code;
        found.push_back(day);
        if (recurrence.count && found.size() == static_cast<std::size_t>(*recurrence.count)) return {};
    }
    if (recurrence.count || *recurrence.until > horizon) return "series.too-long"_code;
    return found.empty() ? "series.empty"_code : Code{};
}

}  // namespace

Occurrences occurrences_of(const Span& first, const Recurrence& recurrence, const Zone& zone) {
    if (recurrence.count.has_value() == recurrence.until.has_value()) return {{}, "series.no-end"_code};
    const auto local = [&](Instant at) { return LocalTime{at.time_since_epoch() + zone.offset_at(at)}; };
    const LocalTime starts = local(first.starts_at);
    const auto length = local(first.ends_at) - starts;
    const auto midnight = std::chrono::floor<days>(starts);
    Rule rule{recurrence.frequency, static_cast<int>(recurrence.interval.value_or(1)), {},
              Day{midnight.time_since_epoch()}};
    for (const std::string& text : recurrence.by_day) {
        const auto by = parse_by_day(text);
        const bool fits = by && (by->number == 0 || rule.frequency == Frequency::monthly);
        if (!fits) return {{}, "series.by-day"_code};
        rule.by_day.push_back(*by);
    }
    std::vector<Day> found;
    if (const Code wrong = days_of(rule, recurrence, found)) return {{}, wrong};
    Occurrences all;
    for (const Day day : found) {
        const LocalTime at = LocalTime{day.time_since_epoch()} + (starts - midnight);
        all.spans.push_back(day == rule.first ? first : Span{instant_of(at, zone), instant_of(at + length, zone)});
    }
    return all;
}

}  // namespace provost::resources

// Days, moments and zones: reading, writing, converting. Calendar arithmetic is std::chrono's; the tables of zone
// changes come from adapters/system_zones.cpp, which asks the date library.
#include <provost/base/time.hpp>

#include <algorithm>
#include <array>

namespace provost {

namespace {

using namespace std::chrono;

// The number in text[at, at + width), or -1. Fixed width, digits only: locale plays no part.
int digits(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size()) return -1;
    int value = 0;
    for (auto i = at; i < at + width; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

void append(std::string& out, int value, int width) {
    std::array<char, 8> buffer{};
    for (int i = width - 1; i >= 0; --i, value /= 10) {
        buffer[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    }
    out.append(buffer.data(), static_cast<std::size_t>(width));
}

// "Z", "+hhmm" or "+hh:mm"; empty when it is none of them.
std::optional<minutes> parse_offset(std::string_view text) {
    if (text == "Z") return minutes{0};
    if (!has(text, 0, '+') && !has(text, 0, '-')) return std::nullopt;
    const std::size_t colon = has(text, 3, ':') ? 1 : 0;
    const int h = digits(text, 1, 2);
    const int m = digits(text, 3 + colon, 2);
    if (h < 0 || h > 23 || m < 0 || m > 59 || text.size() != 5 + colon) return std::nullopt;
    const minutes size = hours{h} + minutes{m};
    return text[0] == '-' ? -size : size;
}

}  // namespace

seconds Zone::offset_at(Instant moment) const {
    const auto next = std::upper_bound(changes.begin(), changes.end(), moment,
                                       [](Instant t, const Change& change) { return t < change.from; });
    if (changes.empty()) return seconds{0};
    return next == changes.begin() ? next->offset : std::prev(next)->offset;
}

Day day_of(Instant moment, const Zone& zone) { return floor<days>(moment + zone.offset_at(moment)); }

Instant instant_of(LocalTime local, const Zone& zone) {
    // Of the offsets around the local time the earlier one reads a doubled time as its first occurrence and a skipped
    // time as one after the gap; the later one holds once the change lies clearly behind.
    const Instant as_utc{local.time_since_epoch()};
    const auto before = zone.offset_at(as_utc - hours{26});
    const auto first = as_utc - before;
    if (zone.offset_at(first) == before) return first;
    const auto after = zone.offset_at(first);
    const auto second = as_utc - after;
    return zone.offset_at(second) == after ? second : first;
}

Occurrence occurrence(LocalTime local, const Zone& zone) {
    const Instant as_utc{local.time_since_epoch()};
    const auto before = zone.offset_at(as_utc - hours{26});
    const auto after = zone.offset_at(as_utc + hours{26});
    if (before == after) return Occurrence::once;
    const bool holds_before = zone.offset_at(as_utc - before) == before;
    const bool holds_after = zone.offset_at(as_utc - after) == after;
    if (holds_before && holds_after) return Occurrence::twice;
    return holds_before || holds_after ? Occurrence::once : Occurrence::never;
}

Instant start_of(Day day, const Zone& zone) { return instant_of(LocalTime{day.time_since_epoch()}, zone); }

Day add_months(Day day, int count) {
    const year_month_day date{day};
    const auto month = year_month{date.year(), date.month()} + months{count};
    const auto last = (month / std::chrono::last).day();
    return sys_days{month / std::min(date.day(), last)};
}

// Neither an offset nor a zone must carry a moment out of the years that can be written: the first and the last day
// that can are left out, because a moment in them has its own day in another year somewhere.
bool can_be_written(Instant moment) { return moment >= sys_days{year{1} / January / 2} && moment < latest_day; }

bool can_be_written(Day day) { return day >= sys_days{year{1} / January / 1} && day <= latest_day; }

Instant WrittenMoment::in(const Zone& zone) const {
    return offset ? Instant{local.time_since_epoch() - *offset} : instant_of(local, zone);
}

std::optional<Day> parse_day(std::string_view text) {
    const int y = digits(text, 0, 4);
    const int m = digits(text, 5, 2);
    const int d = digits(text, 8, 2);
    if (text.size() != 10 || !has(text, 4, '-') || !has(text, 7, '-') || y < 1 || m < 1 || d < 1) return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date};
}

std::optional<WrittenMoment> parse_moment(std::string_view text) {
    const auto date = parse_day(text.substr(0, 10));
    const int h = digits(text, 11, 2);
    const int m = digits(text, 14, 2);
    if (!date || !has(text, 10, 'T') || !has(text, 13, ':') || h < 0 || h > 23 || m < 0 || m > 59) return std::nullopt;
    std::size_t at = 16;
    milliseconds part{0};
    if (has(text, at, ':')) {
        const int s = digits(text, at + 1, 2);
        if (s < 0 || s > 59) return std::nullopt;
        part = seconds{s};
        at += 3;
        if (has(text, at, '.')) {
            const int f = digits(text, at + 1, 3);
            if (f < 0) return std::nullopt;
            part += milliseconds{f};
            at += 4;
        }
    }
    const local_days local_date{date->time_since_epoch()};
    WrittenMoment moment{local_date + hours{h} + minutes{m} + part, std::nullopt};
    if (at < text.size()) {
        moment.offset = parse_offset(text.substr(at));
        if (!moment.offset || !can_be_written(moment.in(Zone{}))) return std::nullopt;
    }
    return moment;
}

void append_text(std::string& out, Day day) {
    const year_month_day date{day};
    append(out, static_cast<int>(date.year()), 4);
    out += '-';
    append(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    out += '-';
    append(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

void append_text(std::string& out, Instant moment) {
    const auto date = floor<days>(moment);
    const hh_mm_ss clock{moment - date};
    append_text(out, date);
    out += 'T';
    append(out, static_cast<int>(clock.hours().count()), 2);
    out += ':';
    append(out, static_cast<int>(clock.minutes().count()), 2);
    out += ':';
    append(out, static_cast<int>(clock.seconds().count()), 2);
    if (const auto ms = clock.subseconds().count(); ms != 0) {
        out += '.';
        append(out, static_cast<int>(ms), 3);
    }
    out += 'Z';
}

std::string to_text(Day day) {
    std::string text;
    append_text(text, day);
    return text;
}

std::string to_text(Instant moment) {
    std::string text;
    append_text(text, moment);
    return text;
}

}  // namespace provost

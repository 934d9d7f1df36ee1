// Series, against looking at every day, and across changes of the clocks.
#include "effort.hpp"
#include "resources/recurrence.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace std::chrono_literals;
using provost::Day;
using provost::Instant;
using provost::Zone;
using provost::resources::Frequency;
using provost::resources::occurrences_of;
using provost::resources::Recurrence;
using provost::resources::Span;

constexpr Day series_day(int year, unsigned month, unsigned number) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

// Summer time ends on 5 April 2026 at 03:00 and begins on 4 October at 02:00.
Zone melbourne_clock() {
    return {"Australia/Melbourne",
            {{Instant{}, 11h}, {series_day(2026, 4, 4) + 16h, 10h}, {series_day(2026, 10, 3) + 16h, 11h}}};
}
const Zone utc_clock{"Etc/UTC", {{Instant{}, 0h}}};

std::string texts_of(const provost::resources::Occurrences& all) {
    std::string text;
    for (const Span& span : all.spans) {
        text += (text.empty() ? "" : " ") + provost::to_text(span.starts_at).substr(0, 16) + '/' +
                provost::to_text(span.ends_at).substr(11, 5);
    }
    return text;
}

TEST_CASE("IMC-RES-05 a series keeps its local times when the clocks change, and a time that is skipped lies after the gap") {
    const Zone zone = melbourne_clock();
    // 09:00 to 11:00 on Saturday and Sunday, the day of the change.
    const Span nine{series_day(2026, 4, 3) + 22h, series_day(2026, 4, 4)};
    CHECK(texts_of(occurrences_of(nine, {Frequency::daily, {}, {}, 2, {}}, zone)) ==
          "2026-04-03T22:00/00:00 2026-04-04T23:00/01:00");
    // 02:30 to 04:00: on 4 October the hour from two is skipped.
    const Span night{series_day(2026, 10, 2) + 16h + 30min, series_day(2026, 10, 2) + 18h};
    CHECK(texts_of(occurrences_of(night, {Frequency::daily, {}, {}, 3, {}}, zone)) ==
          "2026-10-02T16:30/18:00 2026-10-03T16:30/17:00 2026-10-04T15:30/17:00");
    // 02:30 to 04:00: on 5 April the hour from two comes twice; the first one is meant.
    const Span twice{series_day(2026, 4, 3) + 15h + 30min, series_day(2026, 4, 3) + 17h};
    CHECK(texts_of(occurrences_of(twice, {Frequency::daily, {}, {}, 2, {}}, zone)) ==
          "2026-04-03T15:30/17:00 2026-04-04T15:30/18:00");
    // Across midnight and the change: 22:00 to 06:00.
    const Span shift{series_day(2026, 4, 3) + 11h, series_day(2026, 4, 3) + 19h};
    CHECK(texts_of(occurrences_of(shift, {Frequency::daily, {}, {}, 2, {}}, zone)) ==
          "2026-04-03T11:00/19:00 2026-04-04T11:00/20:00");
}

TEST_CASE("IMC-RES-05 a month that lacks the day has none; a number counts weekdays from either end") {
    const Span last{series_day(2026, 1, 31) + 9h, series_day(2026, 1, 31) + 10h};
    CHECK(texts_of(occurrences_of(last, {Frequency::monthly, {}, {}, 3, {}}, utc_clock)) ==
          "2026-01-31T09:00/10:00 2026-03-31T09:00/10:00 2026-05-31T09:00/10:00");
    const Span first{series_day(2026, 1, 1) + 9h, series_day(2026, 1, 1) + 10h};
    CHECK(texts_of(occurrences_of(first, {Frequency::monthly, 2, {"2TU", "-1FR"}, 4, {}}, utc_clock)) ==
          "2026-01-13T09:00/10:00 2026-01-30T09:00/10:00 2026-03-10T09:00/10:00 2026-03-27T09:00/10:00");
    CHECK(texts_of(occurrences_of(first, {Frequency::monthly, {}, {"5TH"}, 2, {}}, utc_clock)) ==
          "2026-01-29T09:00/10:00 2026-04-30T09:00/10:00");
}

TEST_CASE("IMC-RES-05 a series has one end, days that there are, and a length") {
    const Span first{series_day(2026, 1, 1) + 9h, series_day(2026, 1, 1) + 10h};
    const auto refused = [&](const Recurrence& wanted) {
        return std::string(occurrences_of(first, wanted, utc_clock).refused.name());
    };
    CHECK(refused({Frequency::daily, {}, {}, {}, {}}) == "series.no-end");
    CHECK(refused({Frequency::daily, {}, {}, 1, series_day(2026, 2, 1)}) == "series.no-end");
    for (const auto* wrong : {"", "M", "XX", "0MO", "6MO", "-MO", "12MO", "MOX"}) {
        CAPTURE(wrong);
        CHECK(refused({Frequency::monthly, {}, {wrong}, 1, {}}) == "series.by-day");
    }
    CHECK(refused({Frequency::weekly, {}, {"1MO"}, 1, {}}) == "series.by-day");
    CHECK(refused({Frequency::daily, {}, {}, {}, series_day(2027, 1, 2)}) == "series.too-long");
    CHECK(occurrences_of(first, {Frequency::daily, {}, {}, {}, series_day(2027, 1, 1)}, utc_clock).spans.size() == 366);
    CHECK(refused({Frequency::monthly, 1000, {}, {}, series_day(2099, 1, 1)}) == "series.too-long");
    CHECK(refused({Frequency::daily, {}, {"MO"}, {}, series_day(2026, 1, 2)}) == "series.empty");
    CHECK(refused({Frequency::daily, 7, {"MO"}, 3, {}}) == "series.too-long");
}

// What a recurrence means, said of one day.
bool is_day_of(Day day, Day first, const Recurrence& wanted) {
    using std::chrono::weekday;
    constexpr std::array<const char*, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const std::string name = names[weekday(day).c_encoding()];
    const auto every = wanted.interval.value_or(1);
    const std::chrono::year_month_day date{day}, began{first};
    const auto has = [&](const std::string& text) { return std::ranges::find(wanted.by_day, text) != wanted.by_day.end(); };
    if (wanted.frequency == Frequency::daily) {
        return (day - first).count() % every == 0 && (wanted.by_day.empty() || has(name));
    }
    if (wanted.frequency == Frequency::weekly) {
        Day week = first;
        while (weekday(week) != std::chrono::Monday) week -= std::chrono::days{1};
        const bool right_week = (day - week).count() / 7 % every == 0;
        return right_week && (wanted.by_day.empty() ? weekday(day) == weekday(first) : has(name));
    }
    int months = 0;
    for (auto month = began.year() / began.month(); month < date.year() / date.month();
         month += std::chrono::months{1}) {
        ++months;
    }
    if (months % every != 0) return false;
    if (wanted.by_day.empty()) return date.day() == began.day();
    int before = 0, behind = 0;
    for (Day each = day; std::chrono::year_month_day{each}.month() == date.month(); each -= std::chrono::days{7}) ++before;
    for (Day each = day; std::chrono::year_month_day{each}.month() == date.month(); each += std::chrono::days{7}) ++behind;
    return has(name) || has(std::to_string(before) + name) || has("-" + std::to_string(behind) + name);
}

Recurrence random_recurrence(std::mt19937& dice, Day first) {
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    constexpr std::array<const char*, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    Recurrence wanted;
    wanted.frequency = static_cast<Frequency>(roll(3));
    if (roll(2) == 0) wanted.interval = 1 + roll(4);
    for (int i = roll(4); i > 0; --i) {
        std::string day = names[static_cast<std::size_t>(roll(7))];
        if (wanted.frequency == Frequency::monthly && roll(2) == 0) {
            day.insert(0, (roll(2) == 0 ? "-" : "") + std::to_string(1 + roll(5)));
        }
        wanted.by_day.push_back(day);
    }
    if (roll(2) == 0) {
        wanted.count = 1 + roll(12);
    } else {
        wanted.until = first + std::chrono::days{roll(300)};
    }
    return wanted;
}

TEST_CASE("IMC-RES-05 the days of a series are those that a look at every day finds") {
    std::mt19937 dice(5);
    int with_some = 0;
    for (int n = provost::effort("recurrences"); n > 0; --n) {
        const Day first = series_day(2026, 1, 1) + std::chrono::days{static_cast<int>(dice() % 800)};
        const Recurrence wanted = random_recurrence(dice, first);
        const auto found = occurrences_of({first + 9h, first + 10h}, wanted, utc_clock);
        std::vector<Day> days;
        const Day last = wanted.until.value_or(first + std::chrono::days{3651});
        for (Day day = first; day <= last && std::ssize(days) < wanted.count.value_or(1000); day += std::chrono::days{1}) {
            if (is_day_of(day, first, wanted)) days.push_back(day);
        }
        if (found.refused) {
            const bool never = wanted.count && std::ssize(days) < *wanted.count;
            CHECK((days.empty() || never));
            continue;
        }
        REQUIRE(found.spans.size() == days.size());
        for (std::size_t i = 0; i < days.size(); ++i) CHECK(found.spans[i] == Span{days[i] + 9h, days[i] + 10h});
        ++with_some;
    }
    CHECK(with_some > 0);
}

}  // namespace

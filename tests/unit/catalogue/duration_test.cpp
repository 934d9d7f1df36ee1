// Durations of use: how they are written, and where they end.
#include <provost/catalogue/duration.hpp>

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::catalogue;

TEST_CASE("IMC-CSV-12 a duration is a number from 1 to 9999, one blank, and M or D") {
    CHECK(parse_duration("6 M") == Duration{6, true});
    CHECK(parse_duration("1 D") == Duration{1, false});
    CHECK(parse_duration("9999 D") == Duration{9999, false});
    for (const auto* text : {"", "6", "6M", "6  M", " 6 M", "6 M ", "0 M", "06 M", "+6 M", "-6 M", "10000 D", "6 m",
                             "6 Y", "6.5 M", "1 2 M", "six M", "6\tM", " M", "6 "}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
}

TEST_CASE("months end at the month's end, days are days") {
    const auto day = [](const char* text) { return *parse_day(text); };
    CHECK(add(day("2024-01-31"), {1, true}) == day("2024-02-29"));
    CHECK(add(day("2023-01-31"), {1, true}) == day("2023-02-28"));
    CHECK(add(day("2023-11-30"), {3, true}) == day("2024-02-29"));
    CHECK(add(day("2024-02-29"), {12, true}) == day("2025-02-28"));
    CHECK(add(day("2024-02-29"), {366, false}) == day("2025-03-01"));
    CHECK(add(day("2000-01-01"), {9999, true}) == day("2833-04-01"));
}

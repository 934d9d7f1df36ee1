// Days, moments and zones: every written form, what is refused, month ends, and the written rules for clock changes.
// The zones are made by hand, so that no time zone database plays a part.
#include <provost/base/time.hpp>

#include <doctest/doctest.h>

namespace {

using namespace std::chrono_literals;
using provost::Day;
using provost::day_of;
using provost::Instant;
using provost::instant_of;
using provost::parse_day;
using provost::parse_moment;
using provost::to_text;
using provost::Zone;

Instant utc(std::string_view text) { return parse_moment(text)->in(Zone{}); }
Instant local(std::string_view text, const Zone& zone) { return parse_moment(text)->in(zone); }

// Clock changes of 2026: back to +10 on 5 April 03:00, on to +11 on 4 October 02:00.
const Zone melbourne{
    "Australia/Melbourne",
    {{utc("2025-10-04T16:00Z"), 11h}, {utc("2026-04-04T16:00Z"), 10h}, {utc("2026-10-03T16:00Z"), 11h}}};
// Half an hour: back to +10:30 on 5 April 02:00, on to +11 on 4 October 02:00.
const Zone lord_howe{
    "Australia/Lord_Howe",
    {{utc("2025-10-04T15:30Z"), 11h}, {utc("2026-04-04T15:00Z"), 10h + 30min}, {utc("2026-10-03T15:30Z"), 11h}}};
// Skipped the whole of 30 December 2011.
const Zone apia{"Pacific/Apia", {{utc("2011-09-24T14:00Z"), -10h}, {utc("2011-12-30T10:00Z"), 14h}}};

}  // namespace

TEST_CASE("days that exist are read and come back") {
    for (const std::string_view text :
         {"0001-01-01", "1970-01-01", "2024-02-29", "2000-02-29", "2026-04-05", "9999-12-31"}) {
        CAPTURE(text);
        REQUIRE(parse_day(text));
        CHECK(to_text(*parse_day(text)) == text);
    }
    CHECK(parse_day("1970-01-02")->time_since_epoch() == std::chrono::days{1});
}

TEST_CASE("what is no day is refused") {
    for (const std::string_view text : {"",           "2026",        "2026-04",     "2026-4-05",        "2026-04-5",
                                        "26-04-05",   "2026-04-05 ", " 2026-04-05", "2026/04/05",       "2026-02-29",
                                        "1900-02-29", "2026-04-31",  "2026-13-01",  "2026-00-01",       "2026-01-00",
                                        "0000-01-01", "+2026-04-05", "-026-04-05",  "2026-04-05T00:00", "20260405",
                                        "2026-04-0x", "10000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("every written form of a moment means the same instant") {
    for (const std::string_view text :
         {"2026-04-05T01:02Z", "2026-04-05T01:02:00Z", "2026-04-05T01:02:00.000Z", "2026-04-05T11:02+1000",
          "2026-04-05T11:02+10:00", "2026-04-05T11:02:00+10:00", "2026-04-05T11:32:00.000+1030",
          "2026-04-04T15:32:00-09:30", "2026-04-05T01:02-00:00"}) {
        CAPTURE(text);
        REQUIRE(parse_moment(text));
        CHECK(parse_moment(text)->offset.has_value());
        CHECK(to_text(parse_moment(text)->in(melbourne)) == "2026-04-05T01:02:00Z");
    }
    REQUIRE(parse_moment("2026-06-01T12:00"));
    CHECK_FALSE(parse_moment("2026-06-01T12:00")->offset);
    CHECK(to_text(local("2026-06-01T12:00:05.250", melbourne)) == "2026-06-01T02:00:05.250Z");
}

TEST_CASE("what is no moment is refused") {
    for (const std::string_view text : {"",
                                        "2026-04-05",
                                        "2026-04-05T",
                                        "2026-04-05T01",
                                        "2026-04-05T1:02Z",
                                        "2026-04-05 01:02Z",
                                        "2026-04-05t01:02z",
                                        "2026-04-05T24:00Z",
                                        "2026-04-05T01:60Z",
                                        "2026-04-05T01:02:60Z",
                                        "2026-04-05T01:02:Z",
                                        "2026-04-05T01:02:0Z",
                                        "2026-04-05T01:02:00.Z",
                                        "2026-04-05T01:02:00.1Z",
                                        "2026-04-05T01:02:00.1234Z",
                                        "2026-04-05T01:02+",
                                        "2026-04-05T01:02+10",
                                        "2026-04-05T01:02+10:0",
                                        "2026-04-05T01:02+24:00",
                                        "2026-04-05T01:02+10:60",
                                        "2026-04-05T01:02+10:000",
                                        "2026-04-05T01:02ZZ",
                                        "2026-04-05T01:02Z ",
                                        "2026-02-30T01:02Z",
                                        "2026-04-05T-1:02Z",
                                        "0000-12-31T23:59Z",
                                        "0001-01-01T23:59:59.999Z",
                                        "0001-01-02T00:00+00:01",
                                        "9999-12-31T00:00Z",
                                        "9999-12-30T23:59:59.999-00:01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text));
    }
}

TEST_CASE("MIS-06 moments come back from their text, to the millisecond, also before 1970") {
    std::mt19937_64 random(7);
    const auto first = utc("0001-01-02T00:00Z").time_since_epoch().count();
    const auto last = utc("9999-12-30T23:59:59.999Z").time_since_epoch().count();
    std::uniform_int_distribution<std::int64_t> any(first, last);
    for (int i = 0; i < 20'000; ++i) {
        const Instant moment{std::chrono::milliseconds{i == 0 ? first : i == 1 ? last : any(random)}};
        const auto text = to_text(moment);
        REQUIRE_MESSAGE(parse_moment(text).has_value(), text);
        REQUIRE_MESSAGE(parse_moment(text)->in(Zone{}) == moment, text);
    }
    CHECK(to_text(Instant{std::chrono::milliseconds{-1}}) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("adding months clamps to the month's end") {
    const auto plus = [](std::string_view day, int months) {
        return to_text(provost::add_months(*parse_day(day), months));
    };
    CHECK(plus("2026-01-31", 1) == "2026-02-28");
    CHECK(plus("2024-01-31", 1) == "2024-02-29");
    CHECK(plus("2024-02-29", 12) == "2025-02-28");
    CHECK(plus("2024-02-29", 48) == "2028-02-29");
    CHECK(plus("2026-03-31", -1) == "2026-02-28");
    CHECK(plus("2026-01-15", -13) == "2024-12-15");
    CHECK(plus("2026-11-30", 3) == "2027-02-28");
    CHECK(plus("2026-04-05", 0) == "2026-04-05");
}

TEST_CASE("a local time that occurs twice is the first of the two (Melbourne, 5 April 2026)") {
    CHECK(to_text(local("2026-04-05T01:59:59", melbourne)) == "2026-04-04T14:59:59Z");
    CHECK(to_text(local("2026-04-05T02:00", melbourne)) == "2026-04-04T15:00:00Z");
    CHECK(to_text(local("2026-04-05T02:30", melbourne)) == "2026-04-04T15:30:00Z");
    CHECK(to_text(local("2026-04-05T02:59:59.999", melbourne)) == "2026-04-04T15:59:59.999Z");
    CHECK(to_text(local("2026-04-05T03:00", melbourne)) == "2026-04-04T17:00:00Z");
}

TEST_CASE("a skipped local time lands after the gap (Melbourne, 4 October 2026)") {
    CHECK(to_text(local("2026-10-04T01:59:59", melbourne)) == "2026-10-03T15:59:59Z");
    CHECK(to_text(local("2026-10-04T02:00", melbourne)) == "2026-10-03T16:00:00Z");
    CHECK(to_text(local("2026-10-04T02:30", melbourne)) == "2026-10-03T16:30:00Z");
    CHECK(to_text(local("2026-10-04T03:00", melbourne)) == "2026-10-03T16:00:00Z");
    CHECK(to_text(local("2026-10-04T03:30", melbourne)) == "2026-10-03T16:30:00Z");
    CHECK(to_text(local("2026-10-05T12:00", melbourne)) == "2026-10-05T01:00:00Z");
}

TEST_CASE("half-hour changes follow the same rules (Lord Howe)") {
    CHECK(to_text(local("2026-04-05T01:29", lord_howe)) == "2026-04-04T14:29:00Z");
    CHECK(to_text(local("2026-04-05T01:45", lord_howe)) == "2026-04-04T14:45:00Z");
    CHECK(to_text(local("2026-04-05T02:00", lord_howe)) == "2026-04-04T15:30:00Z");
    CHECK(to_text(local("2026-10-04T02:15", lord_howe)) == "2026-10-03T15:45:00Z");
    CHECK(to_text(local("2026-10-04T02:30", lord_howe)) == "2026-10-03T15:30:00Z");
}

TEST_CASE("a day that a zone skipped is read as the time after it (Apia, 30 December 2011)") {
    CHECK(to_text(local("2011-12-29T23:59", apia)) == "2011-12-30T09:59:00Z");
    CHECK(to_text(local("2011-12-30T12:00", apia)) == "2011-12-30T22:00:00Z");
    CHECK(to_text(local("2011-12-31T00:00", apia)) == "2011-12-30T10:00:00Z");
    CHECK(to_text(day_of(utc("2011-12-30T10:00Z"), apia)) == "2011-12-31");
}

TEST_CASE("every moment outside a doubled hour comes back from its local time") {
    for (const Zone* zone : {&melbourne, &lord_howe}) {
        for (Instant moment = utc("2026-03-20T00:00Z"); moment < utc("2026-10-20T00:00Z"); moment += 15min) {
            const auto offset = zone->offset_at(moment);
            const provost::LocalTime wall{moment.time_since_epoch() + offset};
            const auto back = instant_of(wall, *zone);
            const bool second_time = back != moment;
            REQUIRE_MESSAGE((!second_time || (back < moment && moment - back <= 1h)), to_text(moment));
        }
    }
}

TEST_CASE("the civil day of a moment is the day in its zone") {
    CHECK(to_text(day_of(utc("2026-06-30T13:59:59.999Z"), melbourne)) == "2026-06-30");
    CHECK(to_text(day_of(utc("2026-06-30T14:00Z"), melbourne)) == "2026-07-01");
    CHECK(to_text(day_of(utc("1969-12-31T12:59Z"), Zone{"x", {{utc("1960-01-01T00:00Z"), 11h}}})) == "1969-12-31");
    CHECK(to_text(day_of(utc("2026-01-01T00:00Z"), Zone{})) == "2026-01-01");
}

TEST_CASE("the first known offset holds for all time before it") {
    CHECK(melbourne.offset_at(utc("1900-01-01T00:00Z")) == 11h);
    CHECK(melbourne.offset_at(utc("2026-04-04T15:59:59.999Z")) == 11h);
    CHECK(melbourne.offset_at(utc("2026-04-04T16:00Z")) == 10h);
    CHECK(Zone{}.offset_at(utc("2026-04-04T16:00Z")) == 0h);
}

// Moments of components: calendar arithmetic across clock changes and month ends.
#include "learning/windows.hpp"

#include <doctest/doctest.h>

namespace {

using namespace std::chrono_literals;
using provost::Instant;
using provost::Zone;

constexpr std::chrono::sys_days day(int year, unsigned month, unsigned number) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

// Melbourne in 2026: summer time ends on 5 April at 03:00 and begins on 4 October at 02:00.
Zone melbourne() {
    return {"Australia/Melbourne", {{Instant{}, 11h}, {day(2026, 4, 4) + 16h, 10h}, {day(2026, 10, 3) + 16h, 11h}}};
}

std::string shifted(Instant from, std::string_view offset) {
    return provost::to_text(provost::learning::shifted(from, offset, melbourne()));
}

TEST_CASE("IMC-SCH-09: days and weeks keep the time of the clock, hours do not") {
    const Instant nine = day(2026, 4, 3) + 22h;  // 4 April, 09:00
    CHECK(shifted(nine, "1 D") == "2026-04-04T23:00:00Z");
    CHECK(shifted(nine, "24 H") == "2026-04-04T22:00:00Z");
    CHECK(shifted(nine, "1 W") == "2026-04-10T23:00:00Z");
    CHECK(shifted(day(2026, 4, 4) + 23h, "-1 D") == "2026-04-03T22:00:00Z");
    CHECK(shifted(nine, "") == "2026-04-03T22:00:00Z");
}

TEST_CASE("IMC-SCH-09: months end where they end") {
    const Instant last = day(2026, 1, 30) + 22h;  // 31 January, 09:00
    CHECK(shifted(last, "1 M") == "2026-02-27T22:00:00Z");
    CHECK(shifted(last, "25 M") == "2028-02-28T22:00:00Z");
    CHECK(shifted(day(2026, 3, 30) + 22h, "-1 M") == "2026-02-27T22:00:00Z");
}

TEST_CASE("IMC-SCH-09: a time that is skipped lies after the gap, one that is repeated is the first") {
    const Instant half_past_two = day(2026, 10, 2) + 16h + 30min;  // 3 October, 02:30
    CHECK(shifted(half_past_two, "1 D") == "2026-10-03T16:30:00Z");
    const Instant twice = day(2026, 4, 3) + 15h + 30min;  // 4 April, 02:30
    CHECK(shifted(twice, "1 D") == "2026-04-04T15:30:00Z");
}

TEST_CASE("IMC-SCH-04: what is counted from nothing known is not known") {
    const auto zone = melbourne();
    provost::catalogue::Course course;
    const auto anchors = provost::learning::anchors_of(course, zone, std::nullopt, std::nullopt);
    using enum provost::catalogue::Anchor;
    for (const auto anchor : {course_start, course_end, participant_start, enrolment, component_processed}) {
        const auto moment = provost::learning::moment_of({anchor, {}, "1 D", {}}, anchors, std::nullopt);
        CHECK(moment.unknown);
        CHECK_FALSE(moment.at);
    }
    const auto none_set = provost::learning::moment_of({none, {}, {}, {}}, anchors, std::nullopt);
    CHECK_FALSE(none_set.unknown);
    CHECK_FALSE(none_set.at);
}

}  // namespace

// When learncycles are due.
#include "finalise/learncycle.hpp"

#include <doctest/doctest.h>

namespace provost::finalise {

namespace {

Day day(const char* text) { return *parse_day(text); }

std::optional<Day> due_after(Learncycle cycle, const char* today) {
    enrolment::ProgramEnrolment program;
    program.id = {9};
    program.commenced_on = day("2026-03-06");  // a Friday
    cycle.date = CycleDate::commenced_on;
    const auto occasion = occasion_of(cycle, program, day(today));
    return occasion ? std::optional(Day{std::chrono::days{*occasion}}) : std::nullopt;
}

Learncycle counted(CycleTiming timing, std::int64_t count, CycleUnit unit) {
    Learncycle cycle;
    cycle.timing = timing;
    cycle.count = count;
    cycle.unit = unit;
    return cycle;
}

}  // namespace

TEST_CASE("a distance from a date is counted in days, business days, weeks and months [FIN-ACC-04]") {
    using enum CycleUnit;
    using enum CycleTiming;
    constexpr const char* late = "2027-01-01";
    CHECK(due_after(counted(after, 3, days), late) == day("2026-03-09"));
    CHECK(due_after(counted(after, 3, business_days), late) == day("2026-03-11"));
    CHECK(due_after(counted(before, 5, business_days), late) == day("2026-02-27"));
    CHECK(due_after(counted(before, 1, weeks), late) == day("2026-02-27"));
    CHECK(due_after(counted(after, 1, months), late) == day("2026-04-06"));
    CHECK(due_after(counted(after, 0, days), "2026-03-06") == day("2026-03-06"));
    CHECK_FALSE(due_after(counted(after, 1, days), "2026-03-06"));
    Learncycle young = counted(after, 3, days);
    young.since = day("2026-03-10");
    CHECK_FALSE(due_after(young, late));
    young.since = day("2026-03-09");
    CHECK(due_after(young, late));
    young.disabled = true;
    CHECK_FALSE(due_after(young, late));
}

TEST_CASE("what was made before a learncycle is not made anew, and each update is an occasion of its own") {
    Learncycle cycle;
    cycle.id = {5};
    enrolment::Enrolment place;
    place.id = {4};
    place.version = 3;
    CHECK_FALSE(occasion_of(cycle, place, latest_day));
    place.id = {6};
    CHECK(occasion_of(cycle, place, latest_day) == 0);
    cycle.timing = CycleTiming::on_update;
    CHECK(occasion_of(cycle, place, latest_day) == 3);
    place.version = 1;
    CHECK_FALSE(occasion_of(cycle, place, latest_day));
}

}  // namespace provost::finalise

// Windows of access: month ends, clock changes, missing dates.
#include "lms/window.hpp"
#include "lms/key.hpp"
#include "unit/lms/access_world.hpp"

#include <doctest/doctest.h>

namespace access_tests {

TEST_CASE("WIS-ER-04: an edge is counted on the calendar, and a month clamps to its end") {
    const EnrolmentDates dates{d("2026-01-31"), d("2024-02-29"), {}};
    CHECK(day_of({Direction::after, 1, Unit::months, Anchor::enrolment_start}, dates) == d("2026-02-28"));
    CHECK(day_of({Direction::after, 25, Unit::months, Anchor::enrolment_start}, dates) == d("2028-02-29"));
    CHECK(day_of({Direction::before, 11, Unit::months, Anchor::enrolment_start}, dates) == d("2025-02-28"));
    CHECK(day_of({Direction::after, 12, Unit::months, Anchor::enrolment_end}, dates) == d("2025-02-28"));
    CHECK(day_of({Direction::before, 2, Unit::weeks, Anchor::enrolment_start}, dates) == d("2026-01-17"));
    CHECK(day_of({Direction::after, 1, Unit::days, Anchor::enrolment_end}, dates) == d("2024-03-01"));
    CHECK(day_of({Direction::on, 5, Unit::days, Anchor::enrolment_start}, dates) == d("2026-01-31"));
    CHECK_FALSE(day_of({Direction::on, 0, Unit::days, Anchor::enrolment_end}, {d("2026-01-31"), {}, {}}));
    CHECK(day_of({Direction::after, 10'000, Unit::months, Anchor::enrolment_start}, {d("9990-01-31"), {}, {}}) <
          latest_day);
}

TEST_CASE("WIS-ER-04: days of a window begin and end at midnight in the zone, whatever its clocks do") {
    World world;
    world.place.planned_start_at = at("2026-04-04T00:00Z");
    world.place.planned_end_at = at("2026-04-05T10:00Z");  // 5 April, on which the clocks go back
    auto desired = world.ask("2026-04-04T12:00Z");
    CHECK(desired.places[0].from == at("2026-04-03T13:00Z"));
    CHECK(desired.places[0].until == at("2026-04-05T14:00Z"));  // a day of 25 hours
    CHECK(world.is_on("2026-04-05T13:59Z"));
    CHECK_FALSE(world.is_on("2026-04-05T14:00Z"));
    world.place.planned_start_at = at("2025-10-05T00:00Z");  // a day of 23 hours
    world.place.planned_end_at = at("2025-10-05T05:00Z");
    desired = world.ask("2025-10-05T00:00Z");
    CHECK(desired.places[0].from == at("2025-10-04T14:00Z"));
    CHECK(desired.places[0].until == at("2025-10-05T13:00Z"));
}

TEST_CASE("WIS-ER-04: where a clock change skips midnight, a day begins after it") {
    World world;
    world.connection.zone = "America/Havana";
    world.place.started_on = d("2026-03-08");
    CHECK(world.ask("2026-03-08T04:59Z").next_change_at == at("2026-03-08T05:00Z"));
    CHECK(world.is_on("2026-03-08T05:00Z"));
}

TEST_CASE("WIS-ER-04: the zone is that of the course, else of the connection, else UTC") {
    World world;
    LinkedPlace place = world.linked();
    place.zone = "America/Havana";
    const auto from = [&] {
        return desired_access({&world.connection, &world.learner, {&place, 1}, {}, world.now, &world.zones})
            .places[0]
            .from;
    };
    CHECK(from() == at("2026-03-01T05:00Z"));  // 22:00 UTC is still the 1st there
    place.zone = {};
    CHECK(from() == at("2026-03-01T13:00Z"));
    world.connection.zone.clear();
    CHECK(from() == at("2026-03-01T00:00Z"));
}

TEST_CASE("WIS-ER-04, WIS-ER-05: a window that ends before it begins, or has no start, never opens") {
    World world;
    world.rule.end = {Direction::before, 1, Unit::days, Anchor::enrolment_start};
    CHECK(world.cause("2026-03-10T00:00Z") == Cause::no_window);
    CHECK_FALSE(world.ask().next_change_at);
    world.rule.end = {Direction::on, 0, Unit::days, Anchor::enrolment_end};
    world.course.starts_at.reset();
    world.place.enrolled_on.reset();
    CHECK(world.cause("2026-03-10T00:00Z") == Cause::no_window);
    world.place.enrolled_on = d("2026-03-10");
    CHECK(world.is_on("2026-03-10T00:00Z"));
}

TEST_CASE("WIS-ER-05: its own dates come before those of the course, and without an end it is open") {
    World world;
    const Zone* zone = world.zones.find("Australia/Melbourne");
    CHECK(dates_of(world.linked(), *zone).start == d("2026-03-02"));
    CHECK(dates_of(world.linked(), *zone).end == d("2026-03-31"));
    world.activity.start_on = d("2026-03-04");
    world.activity.end_on = d("2026-03-29");
    CHECK(dates_of(world.linked(), *zone).start == d("2026-03-04"));
    CHECK(dates_of(world.linked(), *zone).end == d("2026-03-29"));
    world.place.planned_start_at = at("2026-03-05T02:00Z");
    world.place.planned_end_at = at("2026-03-27T13:00Z");  // midnight ends the 27th
    CHECK(dates_of(world.linked(), *zone).start == d("2026-03-05"));
    CHECK(dates_of(world.linked(), *zone).end == d("2026-03-27"));
    world.place.started_on = d("2026-03-06");
    CHECK(dates_of(world.linked(), *zone).start == d("2026-03-06"));
    world.place.planned_end_at.reset();
    world.activity.end_on.reset();
    world.course.starts_at.reset();
    world.course.ends_at.reset();
    CHECK_FALSE(dates_of(world.linked(), *zone).end);
    world.course.settings.duration = "1 M";
    CHECK(dates_of(world.linked(), *zone).end == d("2026-04-05"));
    world.course.settings.duration.clear();
    CHECK(world.is_on("2031-01-01T00:00Z"));
    CHECK_FALSE(world.ask().next_change_at);
}

TEST_CASE("WIS-ER-05, WIS-ER-12: off, on and off again, and each time when that changes") {
    World world;
    world.rule.start = {Direction::before, 1, Unit::weeks, Anchor::enrolment_start};
    world.rule.end = {Direction::after, 2, Unit::weeks, Anchor::enrolment_end};
    auto desired = world.ask("2026-02-01T00:00Z");
    CHECK(desired.access == Access::absent);
    CHECK(desired.cause == Cause::before_window);
    CHECK(desired.next_change_at == at("2026-02-22T13:00Z"));
    desired = world.ask("2026-02-22T13:00Z");
    CHECK(desired.access == Access::active);
    CHECK(desired.cause == Cause::in_window);
    CHECK(desired.next_change_at == at("2026-04-14T14:00Z"));
    CHECK(desired.until == at("2026-04-14T14:00Z"));
    world.agreed = Access::active;
    desired = world.ask("2026-04-14T14:00Z");
    CHECK(desired.access == Access::suspended);
    CHECK(desired.cause == Cause::after_window);
    CHECK_FALSE(desired.next_change_at);
}

TEST_CASE("WIS-ER-12 beyond what was looked through no change is known to be the first") {
    const auto now = at("2026-03-01T00:00Z");
    provost::lms::LmsStanding standing;
    standing.looked_day = provost::lms::day_number(now);
    provost::lms::note_next_change(standing, {}, at("2027-09-01T00:00Z"), now);
    CHECK_FALSE(standing.next_change_at);
    provost::lms::note_next_change(standing, {}, at("2026-09-01T00:00Z"), now);
    CHECK(standing.next_change_at == at("2026-09-01T00:00Z"));
    provost::lms::note_next_change(standing, {}, at("2027-09-01T00:00Z"), now);
    CHECK(standing.next_change_at == at("2026-09-01T00:00Z"));
}

}  // namespace access_tests

// The columns say of each place what the one question says of it.
#include "lms/access_columns.hpp"
#include "unit/lms/access_world.hpp"

#include <doctest/doctest.h>
#include <random>

namespace access_tests {

namespace {

struct Columns {
    std::vector<std::int32_t> first, last, today;
    std::vector<State> states;
    std::vector<std::uint8_t> commenced;
};

std::int32_t number_of(const std::optional<Day>& day) {
    return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : no_day;
}

Edge random_edge(std::mt19937& dice) {
    return {static_cast<Direction>(dice() % 3), static_cast<std::int64_t>(dice() % 40), static_cast<Unit>(dice() % 3),
            static_cast<Anchor>(dice() % 2)};
}

}  // namespace

TEST_CASE("WIS-ER-04: an access rule over columns says what it says of each place") {
    std::mt19937 dice(7);
    World world;
    world.connection.zone.clear();
    world.course.starts_at.reset();
    world.course.ends_at.reset();
    world.place.enrolled_on.reset();
    int on_in_all = 0;
    for (int turn = 0; turn < 60; ++turn) {
        world.rule.start = random_edge(dice);
        world.rule.end = random_edge(dice);
        world.rule.commenced_check = turn % 2 == 0;
        Columns columns;
        std::vector<std::uint8_t> expected;
        for (int n = 0; n < 50; ++n) {
            const Day base = d("2026-01-31") + std::chrono::days{dice() % 400};
            world.place.started_on = dice() % 10 == 0 ? std::nullopt : std::optional(base);
            world.activity.end_on =
                dice() % 5 == 0 ? std::nullopt : std::optional(base + std::chrono::days{dice() % 90});
            world.place.state = dice() % 2 == 0   ? State::registered
                                : dice() % 3 == 0 ? State::waiting
                                                  : State::in_progress;
            world.activity.outcome = dice() % 4 == 0 ? "85" : "70";
            const Day today = base + std::chrono::days{static_cast<int>(dice() % 400) - 200};
            world.now = Instant{today} + std::chrono::hours{dice() % 24};
            expected.push_back(world.ask().access == Access::active ? 1 : 0);
            columns.first.push_back(number_of(world.place.started_on));
            columns.last.push_back(number_of(world.activity.end_on));
            columns.today.push_back(number_of(today));
            columns.states.push_back(world.place.state);
            columns.commenced.push_back(world.activity.outcome == "85" ? 0 : 1);
            on_in_all += expected.back();
        }
        std::vector<std::uint8_t> on(expected.size());
        AccessColumns(world.rule)
            .judge({columns.first, columns.last, columns.today, columns.states, columns.commenced}, on);
        CHECK(on == expected);
    }
    CHECK(on_in_all > 100);
}

}  // namespace access_tests

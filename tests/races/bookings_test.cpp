// Of two who want the same resource at the same time one gets it: in every order of the calls of a few engines on one
// store, and between two processes with eight threads on one SQLite file.
#include "races/bookings.hpp"
#include "effort.hpp"
#include "races/contest.hpp"
#include "races/file.hpp"

#include <provost/audit/audit.hpp>
#include <provost/open.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <random>
#include <utility>

namespace provost::races {

namespace {

using enum Wish::Act;

void check_all(const char* what, BookingRace race, Guard guard, Orders orders) {
    const Explored explored = explore(BookingScene(std::move(race)), guard, orders);
    std::printf("%s: %lld interleavings of up to %zu calls, %lld commits came too late\n", what,
                static_cast<long long>(explored.runs), explored.most_calls, static_cast<long long>(explored.stale));
    INFO(std::string(what) << ", order " << explored.order);
    for (const auto& problem : explored.first) FAIL_CHECK(problem);
    CHECK(explored.wrong == 0);
    CHECK(explored.stale > 0);
}

const BookingRace same_time{"r", 1, {{book, 1, 3}, {book, 2, 4}}};

// A race by its number, the same one on every machine.
BookingRace make_race(int number) {
    std::mt19937 dice(static_cast<std::uint32_t>(number));
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<std::uint32_t>(sides)); };
    BookingRace race{"r" + std::to_string(number), 1 + roll(2)};
    for (int i = 0; i < contenders_per_race; ++i) {
        Wish wish;
        wish.from = roll(6);
        wish.until = wish.from + 1 + roll(3);
        // What is there before lies apart from each other.
        const int act = roll(8);
        wish.act = act < 4 ? book : act == 4 ? prebook : act == 5 ? move : act == 6 ? settle : cancel;
        if (wish.act == move || wish.act == cancel) {
            wish.before_from = 10 + i;
            wish.before_until = 11 + i;
        }
        if (wish.act == settle) {
            wish.before_from = wish.from;
            wish.before_until = wish.until;
        }
        race.wishes.push_back(wish);
    }
    return race;
}

struct Tally {
    std::int64_t accepted = 0, refused = 0, too_late = 0;
};

void check_file(const std::string& path, const std::vector<BookingRace>& races, const Contested& contested,
                Tally& tally) {
    const auto store = open_store(path);
    for (std::size_t i = 0; i < races.size(); ++i) {
        for (const auto& problem : problems_of_wishes(*store, races[i], contested.replies[i])) FAIL_CHECK(problem);
        for (const Reply& reply : contested.replies[i])
            ++(reply.told == Told::accepted ? tally.accepted : tally.refused);
    }
    const auto report = audit::verify(*store, {});
    REQUIRE(report);
    CHECK(report->clean());
    tally.too_late += contested.too_late;
}

Tally run_races(int first, int count, int engines) {
    Tally tally;
    bool waits = false;
    for (int done = 0; done < count;) {
        const File file;
        std::vector<BookingRace> races;
        for (; done < count && races.size() < most_races; ++done) races.push_back(make_race(first + done));
        {
            EngineOptions options;
            options.now = race_moment();
            const auto engine = open(file.path(), options);
            REQUIRE(engine);
            set_up_courses(**engine, contenders_per_race);
            for (BookingRace& race : races) prepare(**engine, race);
        }
        const auto asks = [&](Engine& engine, std::size_t race, std::size_t contender) {
            return ask(engine, races[race], contender);
        };
        const Contested contested =
            run(Contest{file.path(), engines, std::exchange(waits, !waits), races.size(), asks});
        REQUIRE(contested.whole);
        check_file(file.path(), races, contested, tally);
    }
    std::printf("%d races, %d engines in each process: %lld accepted, %lld refused, %lld commits came too late\n",
                count, engines, static_cast<long long>(tally.accepted), static_cast<long long>(tally.refused),
                static_cast<long long>(tally.too_late));
    return tally;
}

}  // namespace

TEST_CASE("IMC-RES-07 of two who want the same time exactly one gets it, in every order") {
    const Explored explored = explore(BookingScene(same_time), Guard::all, Orders::every);
    for (const auto& problem : explored.first) FAIL_CHECK(problem);
    CHECK(explored.endings == std::set<std::string>{"c0 booked 1", "c1 booked 2"});
}

TEST_CASE("IMC-RES-07 contenders for a resource in every order of their calls, whether a journal is kept or not") {
    for (const Guard guard : {Guard::all, Guard::without_journal}) {
        check_all("two at one time", same_time, guard, Orders::that_differ);
        check_all("two at other times", {"r", 1, {{book, 1, 2}, {book, 2, 3}}}, guard, Orders::that_differ);
        check_all("one books, one prebooks", {"r", 1, {{book, 1, 3}, {prebook, 2, 4}}}, guard, Orders::that_differ);
        check_all("one moves there, one books", {"r", 1, {{move, 1, 3, 5, 6}, {book, 2, 4}}}, guard,
                  Orders::that_differ);
        check_all("two that were prebooked", {"r", 1, {{settle, 1, 3, 1, 3}, {settle, 2, 4, 2, 4}}}, guard,
                  Orders::that_differ);
        check_all("one goes, one comes", {"r", 1, {{cancel, 1, 3, 1, 3}, {book, 2, 4}}}, guard, Orders::that_differ);
        check_all("three where there is room for two", {"r", 2, {{book, 1, 3}, {book, 2, 4}, {book, 2, 3}}}, guard,
                  Orders::that_differ);
    }
}

// Of two whose commits are checked by what they write alone, both write the guard: that is enough.
TEST_CASE("IMC-RES-07 the guard of a resource alone keeps it from being booked twice") {
    check_all("by what is written", same_time, Guard::writes_only, Orders::that_differ);
    CHECK(explore(BookingScene(same_time), Guard::nothing, Orders::that_differ).wrong > 0);
}

TEST_CASE("IMC-RES-07 no resource is booked twice by processes and threads on one file") {
    const int races = effort("booking-races-of-processes");
    int first = 0;
    for (const int engines : {4, 1}) {
        const int count = engines == 4 ? races - races / 4 : races / 4;
        CHECK(run_races(first, count, engines).too_late > 0);
        first += count;
    }
}

}  // namespace provost::races

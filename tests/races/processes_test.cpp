// Two processes, eight threads, one SQLite file: however the calls of the contenders fall together, the records of
// every course are right in the end. Nothing here depends on how fast the machine is.
#include "effort.hpp"
#include "races/checks.hpp"
#include "races/contest.hpp"
#include "races/file.hpp"

#include <provost/open.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <utility>

namespace provost::races {

namespace {

constexpr int learners = 16;

// A race by its number, the same one on every machine.
class Maker {
public:
    explicit Maker(int number) : dice_(static_cast<std::uint32_t>(number)) {
        race_.course = "c" + std::to_string(number);
        race_.seats = 1 + roll(3);
        race_.may_wait = roll(3) > 0;
    }
    Race make() {
        fill();
        cancel_some();
        if (roll(3) == 0) add(Act::raise, {});
        if (roll(3) == 0) add(Act::move_in, next());
        // Somebody may ask for himself while he is being registered.
        if (race_.contenders.size() < 4 && roll(4) == 0) add(Act::ask_for_place, learner(next_));
        while (race_.contenders.size() < contenders_per_race) {
            add(roll(2) == 0 ? Act::be_registered : Act::ask_for_place, next());
        }
        for (std::size_t i = contenders_per_race - 1; i > 0; --i) {
            std::swap(race_.contenders[i], race_.contenders[static_cast<std::size_t>(roll(static_cast<int>(i) + 1))]);
        }
        return race_;
    }

private:
    // Half of the courses are full before the race; of these some have people who wait.
    void fill() {
        const auto seats = static_cast<int>(race_.seats);
        int inside = roll(2) == 0 ? seats : roll(seats + 1);
        if (inside == seats && race_.may_wait) inside += roll(3);
        for (; inside > 0; --inside) race_.inside.push_back(next());
    }
    // Up to two who stand next to each other: they have seats, or wait.
    void cancel_some() {
        const auto inside = static_cast<int>(race_.inside.size());
        const int leave = std::min(roll(3), inside);
        const int first = roll(inside - leave + 1);
        for (int n = first; n < first + leave; ++n) add(Act::cancel, race_.inside[static_cast<std::size_t>(n)]);
    }
    void add(Act act, std::string who) { race_.contenders.push_back({act, std::move(who)}); }
    int roll(int sides) { return static_cast<int>(dice_() % static_cast<std::uint32_t>(sides)); }
    std::string next() { return learner(next_++); }

    std::mt19937 dice_;
    Race race_{};
    int next_ = 0;
};

// What became of the contenders of all races.
struct Tally {
    std::int64_t races = 0, accepted = 0, unchanged = 0, full = 0, exists = 0, asked_again = 0, too_late = 0;

    void add(const Reply& reply) {
        accepted += reply.told == Told::accepted ? 1 : 0;
        unchanged += reply.told == Told::unchanged ? 1 : 0;
        full += reply.told == Told::full ? 1 : 0;
        exists += reply.told == Told::exists ? 1 : 0;
        asked_again += reply.asked_again;
    }
    void print(int engines) const {
        const auto tell = [](std::int64_t count, const char* what) {
            std::printf("%lld %s", static_cast<long long>(count), what);
        };
        tell(races, "races, ");
        tell(engines, "engines in each process: ");
        tell(accepted, "accepted, ");
        tell(unchanged, "unchanged, ");
        tell(full, "found the course full, ");
        tell(exists, "were in already; ");
        tell(too_late, "commits came too late, ");
        tell(asked_again, "requests were asked again\n");
    }
};

void prepare_file(const Contest& contest, const std::vector<Race>& races) {
    EngineOptions options;
    options.now = race_moment();
    const auto engine = open(contest.path, options);
    REQUIRE(engine);
    set_up(**engine, learners);
    for (const Race& race : races) prepare(**engine, race);
}

void check_file(const Contest& contest, const std::vector<Race>& races, const Contested& contested, Tally& tally) {
    const auto store = open_store(contest.path);
    const Joined order = joined(*store);
    for (std::size_t i = 0; i < races.size(); ++i) {
        const Race& race = races[i];
        const std::span<const Reply> replies(contested.replies[i]);
        for (const auto& problem : problems_of_seats(*store, race.course, &order)) FAIL_CHECK(problem);
        for (const auto& problem : problems_of_replies(*store, race, replies)) FAIL_CHECK(problem);
        for (const Reply& reply : replies) tally.add(reply);
        ++tally.races;
    }
    const auto report = audit::verify(*store, {});
    REQUIRE(report);
    CHECK(report->clean());
    tally.too_late += contested.too_late;
}

// Races in contests on a file each, since a file grows slower with every race.
Tally run_races(int first, int count, int engines) {
    Tally tally;
    bool waits = false;
    for (int done = 0; done < count;) {
        const File file;
        std::vector<Race> races;
        for (; done < count && races.size() < most_races; ++done) races.push_back(Maker(first + done).make());
        const auto asks = [&](Engine& engine, std::size_t race, std::size_t contender) {
            return ask(engine, races[race], races[race].contenders[contender]);
        };
        const Contest contest{file.path(), engines, std::exchange(waits, !waits), races.size(), asks};
        prepare_file(contest, races);
        const Contested contested = run(contest);
        REQUIRE(contested.whole);
        check_file(contest, races, contested, tally);
    }
    tally.print(engines);
    return tally;
}

}  // namespace

TEST_CASE("IMC-WL-08 seats are never oversold by processes and threads on one file") {
    const int races = effort("seat-races-of-processes");
    int first = 0;
    for (const int engines : {4, 2, 1}) {
        // Most with an engine for each thread; the others share one by twos and fours.
        const int count = engines == 4 ? races - 2 * (races / 4) : races / 4;
        const Tally tally = run_races(first, count, engines);
        CHECK(tally.too_late > 0);
        first += count;
    }
}

}  // namespace provost::races

// What judging prerequisites is measured beside: the same question answered by hand, in C++ over sorted rows and in SQL
// over indexed ones. Every course asks for three courses with a minimum, for (D and E, or F and G), and for 2 of 4.
#pragma once

#include "sqlite_floor.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <vector>

namespace bench {

inline constexpr std::size_t items = 11;

/// 3 passed, 2 in progress, 1 registered, 0 nothing that counts.
struct Wanted {
    std::array<std::uint32_t, items> course;
    std::array<std::uint8_t, items> least;
};
struct Place {
    std::uint32_t learner, course;
    std::uint8_t status;
};
struct Pair {
    std::uint32_t learner, course;
};

/// Programs of 20 courses; a learner follows three of them and holds most of their courses.
struct World {
    std::uint32_t learners, courses;
    std::vector<Wanted> wanted{};        // by each course
    std::vector<Place> places{};         // by learner, then course
    std::vector<std::uint32_t> first{};  // of each learner
    std::vector<Pair> pairs{};
};

inline World make_world(std::uint32_t learners, std::uint32_t courses, std::uint32_t pairs) {
    World world{learners, courses};
    std::mt19937_64 dice(11);
    const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(dice() % n); };
    for (std::uint32_t course = 0; course < courses; ++course) {
        std::array<std::uint32_t, 20> program;
        for (std::uint32_t i = 0; i < 20; ++i) program[i] = course / 20 * 20 + i;
        std::ranges::shuffle(program, dice);
        static_cast<void>(std::remove(program.begin(), program.end(), course));
        Wanted wanted;
        std::copy_n(program.begin(), items, wanted.course.begin());
        for (auto& least : wanted.least) least = static_cast<std::uint8_t>(2 + below(2));
        world.wanted.push_back(wanted);
    }
    std::vector<std::array<std::uint32_t, 3>> followed(learners);
    for (std::uint32_t learner = 0; learner < learners; ++learner) {
        auto& programs = followed[learner];
        do {
            for (auto& program : programs) program = below(courses / 20);
            std::ranges::sort(programs);
        } while (std::ranges::adjacent_find(programs) != programs.end());
        world.first.push_back(static_cast<std::uint32_t>(world.places.size()));
        for (const auto program : programs) {
            for (std::uint32_t i = 0; i < 20; ++i) {
                if (below(100) >= 92) continue;
                const auto status = static_cast<std::uint8_t>(below(100) < 92 ? 3 : below(3));
                world.places.push_back({learner, program * 20 + i, status});
            }
        }
    }
    world.first.push_back(static_cast<std::uint32_t>(world.places.size()));
    for (std::uint32_t i = 0; i < pairs; ++i) {
        const auto learner = below(learners);
        world.pairs.push_back({learner, followed[learner][below(3)] * 20 + below(20)});
    }
    return world;
}

/// Course and status in four bytes a place, searched without branches. Learners and courses are small numbers already.
class SortedRows {
public:
    explicit SortedRows(const World& world) : world_(world) {
        for (const Place& place : world.places) rows_.push_back(place.course << 8U | place.status);
    }
    [[nodiscard]] bool may_enter(Pair pair) const {
        const std::uint32_t* from = rows_.data() + world_.first[pair.learner];
        const std::size_t count = world_.first[pair.learner + 1] - world_.first[pair.learner];
        const Wanted& wanted = world_.wanted[pair.course];
        const auto has = [&](std::size_t i) {
            const std::uint32_t* row = from;
            for (std::size_t left = count; left > 1;) {
                const std::size_t half = left / 2;
                row += row[half] >> 8U <= wanted.course[i] ? half : 0;
                left -= half;
            }
            return count != 0 && *row >> 8U == wanted.course[i] && (*row & 255U) >= wanted.least[i];
        };
        if (!(has(0) && has(1) && has(2))) return false;
        if (!((has(3) && has(4)) || (has(5) && has(6)))) return false;
        return has(7) + has(8) + has(9) + has(10) >= 2;
    }
    /// The same for all pairs, with the memory of later ones fetched meanwhile.
    void may_enter(std::vector<std::uint8_t>& answers) const {
        const auto& pairs = world_.pairs;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i + 24 < pairs.size()) {
                __builtin_prefetch(&world_.first[pairs[i + 24].learner]);
                fetch(&world_.wanted[pairs[i + 24].course], &world_.wanted[pairs[i + 24].course] + 1);
            }
            if (i + 12 < pairs.size()) {
                const auto learner = pairs[i + 12].learner;
                fetch(rows_.data() + world_.first[learner], rows_.data() + world_.first[learner + 1]);
            }
            answers[i] = may_enter(pairs[i]);
        }
    }

private:
    static void fetch(const void* from, const void* to) {
        for (const char* at = static_cast<const char*>(from); at < to; at += 64) __builtin_prefetch(at);
    }

    const World& world_;
    std::vector<std::uint32_t> rows_;
};

/// One statement of eleven indexed probes, over ids as users see them.
class Probes {
public:
    explicit Probes(const World& world)
        : world_(world),
          learners_(names("learner", world.learners)),
          courses_(names("course", world.courses)),
          bare_(":memory:") {
        bare_.run(
            "CREATE TABLE place(learner TEXT,course TEXT,status INT,PRIMARY KEY(learner,course)) WITHOUT ROWID;BEGIN");
        sqlite3_stmt* insert = bare_.prepare("INSERT INTO place VALUES(?,?,?)");
        for (const Place& place : world.places) {
            bind(insert, 1, learners_[place.learner]);
            bind(insert, 2, courses_[place.course]);
            sqlite3_bind_int(insert, 3, place.status);
            bare_.check(sqlite3_step(insert));
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        bare_.run("COMMIT;ANALYZE");
        const auto has = [](int i) {
            return "EXISTS(SELECT 1 FROM place WHERE learner=?1 AND course=?" + std::to_string(2 + 2 * i) +
                   " AND status>=?" + std::to_string(3 + 2 * i) + ")";
        };
        probe_ = bare_.prepare("SELECT " + has(0) + " AND " + has(1) + " AND " + has(2) + " AND ((" + has(3) + " AND " +
                               has(4) + ") OR (" + has(5) + " AND " + has(6) + ")) AND (" + has(7) + "+" + has(8) +
                               "+" + has(9) + "+" + has(10) + ")>=2");
    }
    Probes(const Probes&) = delete;
    Probes& operator=(const Probes&) = delete;
    ~Probes() { sqlite3_finalize(probe_); }

    [[nodiscard]] bool may_enter(Pair pair) {
        const Wanted& wanted = world_.wanted[pair.course];
        bind(probe_, 1, learners_[pair.learner]);
        for (int i = 0; i < static_cast<int>(items); ++i) {
            bind(probe_, 2 + 2 * i, courses_[wanted.course[static_cast<std::size_t>(i)]]);
            sqlite3_bind_int(probe_, 3 + 2 * i, wanted.least[static_cast<std::size_t>(i)]);
        }
        bare_.check(sqlite3_step(probe_));
        const bool answer = sqlite3_column_int(probe_, 0) != 0;
        sqlite3_reset(probe_);
        return answer;
    }

private:
    static std::vector<std::string> names(const std::string& what, std::uint32_t count) {
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < count; ++i) names.push_back(what + std::to_string(1'000'000 + i));
        return names;
    }
    static void bind(sqlite3_stmt* statement, int at, const std::string& name) {
        sqlite3_bind_text(statement, at, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    }

    const World& world_;
    std::vector<std::string> learners_, courses_;
    Bare bare_;
    sqlite3_stmt* probe_ = nullptr;
};

}  // namespace bench

// Races on one SQLite file: two processes with four threads each, one thread for each contender. What is raced for,
// seats or resources, is not known here.
#pragma once

#include "races/race.hpp"

#include <functional>

namespace provost::races {

inline constexpr int processes = 2;
inline constexpr int threads_per_process = 4;
inline constexpr int contenders_per_race = processes * threads_per_process;

inline constexpr std::size_t most_races = 50;  ///< of a contest

struct Contest {
    std::string path;
    int engines = 1;    ///< of each process: its threads share them evenly; 1, 2 or 4
    bool waits = true;  ///< for another writer; else store.busy is the answer at once
    std::size_t races = 0;
    std::function<Reply(Engine&, std::size_t race, std::size_t contender)> ask{};
};

struct Contested {
    std::vector<std::array<Reply, contenders_per_race>> replies{};  ///< race by race
    std::int64_t too_late = 0;                                      ///< commits that others had overtaken
    bool whole = false;                                             ///< both processes came to their end
};

/// The file, with every kind of record. Throws when it can not be opened.
[[nodiscard]] std::unique_ptr<Store> open_store(const std::string& path, bool waits = true);

/// Runs the races one after the other. All contenders of a race start together; in every second one no engine commits
/// before each has decided, so that at most one decision can stand as it was made.
[[nodiscard]] Contested run(const Contest& contest);

}  // namespace provost::races

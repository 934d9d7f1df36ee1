// How a history is kept. A learner's rows lie together, ascending by the number of what they are about. Searching and,
// nearly always, answering reads one word of four bytes for a row; its days are read only when something happens to it
// about or after the day that is asked for.
#pragma once

#include "prerequisites/key_index.hpp"
#include "prerequisites/reached.hpp"

#include <algorithm>
#include <compare>
#include <vector>

namespace provost::prerequisites {

/// From which day on a row has come how far, as ranks: how many days of the calendar have begun.
using RankSteps = Steps<std::uint16_t>;

/// What rows can be about. A skill or job profile of each level is a thing of its own.
enum class Sort : std::uint8_t { course, course_cover, template_cover, subject, group, skill, job_profile };

/// Things in this order have ascending numbers, so that the courses of a template, and the levels of a skill, are
/// neighbours.
struct Thing {
    Sort sort = Sort::course;
    std::int64_t of = 0;   // the template of a course; the skill or job profile of a level
    std::int64_t key = 0;  // else the level

    static constexpr std::int64_t lacking = -1;  // the level of what does not hold
    friend auto operator<=>(const Thing&, const Thing&) = default;
};

/// Numbers from `first` to before `end`.
struct Numbers {
    std::uint32_t first = 0, end = 0;
    [[nodiscard]] bool empty() const { return first == end; }
};

/// A row's word: 22 bits of number, 8 bits of the stretch of days in which something last happens to it, 2 bits of how
/// far it has come then. Rows of one learner about one thing have the same word, which tells of all of them together.
struct Word {
    static constexpr unsigned settled_bits = 10;
    static constexpr std::uint32_t settled_mask = (1U << settled_bits) - 1;
    static constexpr std::uint32_t most_numbers = (1U << 22U) - 1;  // the last one stands for no row at all
    static constexpr std::uint32_t stretches = 256;
    static constexpr std::uint32_t nothing = UINT32_MAX;

    [[nodiscard]] static constexpr std::uint32_t of(std::uint32_t number, std::uint32_t stretch, Reached then) {
        return number << settled_bits | stretch << 2U | static_cast<std::uint32_t>(then);
    }
    /// The largest word of a number: what a search looks for.
    [[nodiscard]] static constexpr std::uint32_t last_of(std::uint32_t number) {
        return number << settled_bits | settled_mask;
    }
    [[nodiscard]] static constexpr std::uint32_t number(std::uint32_t word) { return word >> settled_bits; }
};

struct Rows {
    KeyIndex learners;
    std::vector<std::uint32_t> first;    // of each learner the place of its first row; of nobody; the end
    std::vector<std::uint32_t> words;    // of each row
    std::vector<RankSteps> days;         // of each row
    std::vector<std::int32_t> calendar;  // ascending: all days on which something happens
    std::uint32_t stretch = 1;           // days of the calendar that a word tells no difference of
    std::vector<Thing> things;           // ascending: their places are their numbers
    std::vector<std::pair<std::int64_t, std::uint32_t>> courses;  // key and number; ascending
    bool closed = false;                                          // nobody else exists

    [[nodiscard]] std::uint16_t rank(std::int32_t day) const {
        return static_cast<std::uint16_t>(std::ranges::upper_bound(calendar, day) - calendar.begin());
    }
    /// The numbers of all things from `low` to `high`.
    [[nodiscard]] Numbers between(const Thing& low, const Thing& high) const {
        return {static_cast<std::uint32_t>(std::ranges::lower_bound(things, low) - things.begin()),
                static_cast<std::uint32_t>(std::ranges::upper_bound(things, high) - things.begin())};
    }
};

}  // namespace provost::prerequisites

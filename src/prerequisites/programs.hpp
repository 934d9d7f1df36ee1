// How rules are kept: one list of nodes for all of them (condition/condition.hpp). The value of a leaf is a question.
#pragma once

#include "condition/condition.hpp"
#include "prerequisites/rows.hpp"

#include <provost/prerequisites/bulk.hpp>

namespace provost::prerequisites {

/// What a leaf asks, in one number: nearly always about one thing, which stands in it with the least that is enough;
/// else the place of a Question.
struct Asked {
    static constexpr std::uint32_t simple = 1;

    [[nodiscard]] static constexpr std::uint32_t about(std::uint32_t number, Reached least) {
        return number << 3U | static_cast<std::uint32_t>(least) << 1U | simple;
    }
    [[nodiscard]] static constexpr std::uint32_t question(std::size_t place) {
        return static_cast<std::uint32_t>(place) << 1U;
    }
};

/// A leaf about several things.
struct Question {
    enum class Kind : std::uint8_t {
        best,   // of some numbers
        worst,  // of other questions
        fact,   // whether it is told, and of which level
    };
    Kind kind = Kind::best;
    Reached least = Reached::completed;
    std::uint32_t first = 0, count = 0;  // in `numbers`, or of `worst` in `questions`
    std::uint32_t enough = 0;            // of a fact: the first number whose level is
};

struct Programs {
    KeyIndex keys;
    std::vector<std::uint32_t> first;  // node of each rule; the end
    std::vector<Condition::Node> nodes;
    std::vector<Question> questions;
    std::vector<Numbers> numbers;
    std::size_t most_parts = 0;
};

}  // namespace provost::prerequisites

// Conditions: the four values, and the nearest change beside brute force over all sets of leaves.
#include "condition/condition.hpp"
#include "effort.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <random>

namespace provost {

namespace {

constexpr auto met = Mark::met;
constexpr auto partly = Mark::partly_met;
constexpr auto unknown = Mark::unknown;
constexpr auto not_met = Mark::not_met;

Mark mark_of(const Condition& condition, std::vector<Mark> leaves) { return evaluate(condition, leaves); }

// A random tree over `leaves` leaves, some of which stand in it more than once or not at all.
Condition random_condition(std::mt19937& dice, std::size_t leaves, int depth) {
    const auto roll = [&](std::size_t n) { return static_cast<std::size_t>(dice() % n); };
    if (depth == 0 || roll(3) == 0) return Condition::of(roll(leaves));
    std::vector<Condition> parts;
    for (auto n = 1 + roll(4); n > 0; --n) parts.push_back(random_condition(dice, leaves, depth - 1));
    const auto size = parts.size();
    switch (roll(4)) {
        case 0: return Condition::all(std::move(parts));
        case 1: return Condition::any(std::move(parts));
        case 2: return Condition::none(std::move(parts));
        default: return Condition::at_least(1 + roll(size), std::move(parts));
    }
}

// The size of the smallest set of leaves that admits when met; -1 when there is none.
int smallest_by_trying(const Condition& condition, const std::vector<Mark>& leaves) {
    int best = -1;
    for (unsigned set = 0; set < (1U << leaves.size()); ++set) {
        auto tried = leaves;
        int added = 0;
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if ((set >> i & 1U) == 0) continue;
            added += admits(leaves[i]) ? 0 : 1;
            tried[i] = met;
        }
        if (admits(evaluate(condition, tried)) && (best < 0 || added < best)) best = added;
    }
    return best;
}

// Every leaf stands once, and nothing is denied.
Condition condition_apart(std::mt19937& dice, std::size_t& used, int depth) {
    if (depth == 0 || used > 8 || dice() % 3 == 0) return Condition::of(used++);
    std::vector<Condition> parts;
    for (auto count = 1 + dice() % 3; count > 0; --count) parts.push_back(condition_apart(dice, used, depth - 1));
    switch (dice() % 3) {
        case 0: return Condition::all(std::move(parts));
        case 1: return Condition::any(std::move(parts));
        default: return Condition::at_least(dice() % 4, std::move(parts));
    }
}

}  // namespace

TEST_CASE("IMC-PRE-03 all: the worst part decides") {
    const auto both = Condition::all({Condition::of(0), Condition::of(1)});
    CHECK(mark_of(both, {met, met}) == met);
    CHECK(mark_of(both, {met, partly}) == partly);
    CHECK(mark_of(both, {partly, unknown}) == unknown);
    CHECK(mark_of(both, {met, not_met}) == not_met);
    CHECK(mark_of(Condition::all({}), {}) == met);
}

TEST_CASE("any, at least and none over four values") {
    const auto three = std::vector<Condition>{Condition::of(0), Condition::of(1), Condition::of(2)};
    CHECK(mark_of(Condition::any(three), {not_met, partly, unknown}) == partly);
    CHECK(mark_of(Condition::any({}), {}) == not_met);
    CHECK(mark_of(Condition::at_least(2, three), {met, not_met, partly}) == partly);
    CHECK(mark_of(Condition::at_least(2, three), {met, not_met, unknown}) == unknown);
    CHECK(mark_of(Condition::at_least(4, three), {met, met, met}) == not_met);
    CHECK(mark_of(Condition::none(three), {not_met, not_met, not_met}) == met);
    CHECK(mark_of(Condition::none(three), {not_met, unknown, not_met}) == unknown);
    CHECK(mark_of(Condition::none(three), {not_met, partly, not_met}) == not_met);
}

TEST_CASE("the reason tree has the marks of its parts") {
    const auto tree = Condition::all({Condition::of(0), Condition::any({Condition::of(1), Condition::of(2)})});
    const std::vector<Mark> leaves{met, not_met, partly};
    const auto reason = explain(tree, leaves, [&](std::size_t i) { return Reason{Code{}, leaves[i], {}, {}, {}}; });
    REQUIRE(reason.parts.size() == 2);
    CHECK(reason.mark == partly);
    CHECK(reason.parts[1].mark == partly);
    CHECK(reason.parts[1].code.name() == "condition.any");
    CHECK(reason.parts[1].parts[0].mark == not_met);
}

TEST_CASE("the nearest change is as small as brute force finds it") {
    std::mt19937 dice(20260701);
    for (int n = effort("condition-nearest"); n > 0; --n) {
        const auto size = 1 + dice() % 7;
        const auto condition = random_condition(dice, size, 3);
        std::vector<Mark> leaves;
        for (std::size_t i = 0; i < size; ++i) leaves.push_back(static_cast<Mark>(dice() % 4));
        const auto nearest = nearest_change(condition, leaves);
        const int smallest = smallest_by_trying(condition, leaves);
        REQUIRE(nearest.possible == (smallest >= 0));
        if (smallest < 0) continue;
        REQUIRE(nearest.minimum);
        REQUIRE(static_cast<int>(nearest.leaves.size()) == smallest);
        auto tried = leaves;
        for (const auto leaf : nearest.leaves) tried[leaf] = met;
        REQUIRE(admits(evaluate(condition, tried)));
    }
}

TEST_CASE("the nearest change of a condition whose leaves stand apart is the smallest, and the first of its size") {
    std::mt19937 dice(20260702);
    for (int n = effort("condition-nearest"); n > 0; --n) {
        std::size_t used = 0;
        const auto condition = condition_apart(dice, used, 3);
        std::vector<Mark> leaves;
        for (std::size_t i = 0; i < used; ++i) leaves.push_back(static_cast<Mark>(dice() % 4));
        const auto nearest = nearest_change(condition, leaves);
        const int smallest = smallest_by_trying(condition, leaves);
        REQUIRE(nearest.possible == (smallest >= 0));
        REQUIRE(nearest.minimum);
        if (smallest >= 0) REQUIRE(static_cast<int>(nearest.leaves.size()) == smallest);
        auto tried = leaves;
        for (const auto leaf : nearest.leaves) tried[leaf] = met;
        REQUIRE(nearest.possible == admits(evaluate(condition, tried)));
    }
    std::vector<Condition> many;
    for (std::size_t i = 0; i < 30; ++i) many.push_back(Condition::of(i));
    const std::vector<Mark> none_met(30, not_met);
    const auto nearest = nearest_change(Condition::at_least(3, many), none_met);
    CHECK(nearest.leaves == std::vector<std::size_t>{0, 1, 2});
    CHECK(nearest.minimum);
}

TEST_CASE("with many open leaves the nearest change is minimal and says that it may not be the smallest") {
    std::vector<Condition> parts;
    for (std::size_t i = 0; i < 30; ++i)
        parts.push_back(Condition::any({Condition::of(i), Condition::of((i + 1) % 30)}));
    const std::vector<Mark> leaves(30, not_met);
    const auto nearest = nearest_change(Condition::all(parts), leaves);
    CHECK(nearest.leaves.size() >= 15);
    CHECK(nearest.leaves.size() < 30);
    CHECK_FALSE(nearest.minimum);
}

}  // namespace provost

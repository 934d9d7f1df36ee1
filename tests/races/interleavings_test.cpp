// A few contenders on a small course in every order of their calls to the store: whatever comes between loading,
// deciding and committing, the seats are right after each commit, and everybody has what he was told.
#include "races/interleavings.hpp"

#include <doctest/doctest.h>

#include <cstdio>

namespace provost::races {

namespace {

struct Case {
    const char* what;
    Race race;
};

Contender registers(int n) { return {Act::be_registered, learner(n)}; }
Contender asks(int n) { return {Act::ask_for_place, learner(n)}; }
Contender cancels(int n) { return {Act::cancel, learner(n)}; }
Contender moves(int n) { return {Act::move_in, learner(n)}; }

Explored check_all(const Case& each, Guard guard, Orders orders) {
    const Explored explored = explore(each.race, guard, orders);
    std::printf("%s: %lld interleavings of up to %zu calls, %lld commits came too late\n", each.what,
                static_cast<long long>(explored.runs), explored.most_calls, static_cast<long long>(explored.stale));
    INFO(std::string(each.what) << ", order " << explored.order);
    for (const auto& problem : explored.first) FAIL_CHECK(problem);
    CHECK(explored.wrong == 0);
    CHECK(explored.stale > 0);
    return explored;
}

const Race last_seat{"c1", 1, true, {}, {registers(1), registers(2)}};

// So few calls that they can be tried in every order.
std::vector<Case> small() {
    return {
        {"two for the last seat", last_seat},
        {"one is registered, one asks himself", {"c1", 1, true, {}, {registers(1), asks(2)}}},
        {"two for the last seat where nobody may wait", {"c1", 1, false, {}, {registers(1), registers(2)}}},
        {"the same learner twice", {"c1", 2, true, {}, {registers(1), asks(1)}}},
        {"two who are the first to wait", {"c1", 1, true, {learner(0)}, {registers(1), registers(2)}}},
        {"one leaves, one comes", {"c1", 1, true, {learner(0)}, {cancels(0), registers(1)}}},
        {"one seat more, one comes", {"c1", 1, true, {learner(0)}, {{Act::raise}, registers(1)}}},
        {"one moves in, one registers", {"c1", 1, true, {}, {moves(1), registers(2)}}},
    };
}

std::vector<Case> with_a_list() {
    return {
        {"one leaves, one comes, one waits", {"c1", 1, true, {learner(0), learner(3)}, {cancels(0), registers(1)}}},
        {"who has the seat leaves, and who waits", {"c1", 1, true, {learner(0), learner(3)}, {cancels(0), cancels(3)}}},
        {"one seat more, one leaves, two wait",
         {"c1", 1, true, {learner(0), learner(3), learner(4)}, {{Act::raise}, cancels(0)}}},
        {"two leave, one waits", {"c1", 2, true, {learner(0), learner(3), learner(4)}, {cancels(0), cancels(3)}}},
    };
}

std::vector<Case> of_three() {
    return {
        {"three for the last seat where nobody may wait",
         {"c1", 1, false, {}, {registers(1), registers(2), registers(3)}}},
        {"one leaves, two come", {"c1", 1, true, {learner(0)}, {cancels(0), registers(1), registers(2)}}},
        {"one leaves, two come, one waits",
         {"c1", 1, true, {learner(0), learner(3)}, {cancels(0), registers(1), registers(2)}}},
    };
}

}  // namespace

TEST_CASE("IMC-WL-08 of two requests for the last seat exactly one is registered and the other waits, in every order") {
    const auto explored = check_all({"the last seat", last_seat}, Guard::all, Orders::every);
    const std::set<std::string> both{"learner1 registered, learner2 waiting", "learner1 waiting, learner2 registered"};
    CHECK(explored.endings == both);
}

TEST_CASE("IMC-WL-08 two contenders in every order of their calls") {
    for (const Case& each : small()) {
        const auto every = check_all(each, Guard::all, Orders::every);
        // That the orders left out elsewhere bring nothing new is seen here.
        CHECK(every.endings == explore(each.race, Guard::all, Orders::that_differ).endings);
    }
}

TEST_CASE("IMC-WL-08 two contenders and a waiting list in every order that makes a difference") {
    for (const Case& each : with_a_list()) check_all(each, Guard::all, Orders::that_differ);
}

TEST_CASE("IMC-WL-08 three contenders in every order that makes a difference") {
    for (const Case& each : of_three()) check_all(each, Guard::all, Orders::that_differ);
}

// Every commit moves the head of the journal, which would hide that something else is not checked.
TEST_CASE("IMC-WL-08 the versions of what a decision read are enough, without the head of the journal") {
    for (const auto& cases : {small(), with_a_list()}) {
        for (const Case& each : cases) check_all(each, Guard::without_journal, Orders::that_differ);
    }
}

TEST_CASE("a store that checks no versions oversells, and the checks see it") {
    const auto oversold = explore(last_seat, Guard::nothing, Orders::that_differ);
    CHECK(oversold.wrong > 0);
    REQUIRE_FALSE(oversold.first.empty());
    CHECK(oversold.first.front() == "c1: seats counted as taken: 1, not 2");

    const Race more{"c1", 1, true, {learner(0)}, {{Act::raise}, registers(1)}};
    const auto free = explore(more, Guard::writes_only, Orders::that_differ);
    CHECK(free.wrong > 0);
    REQUIRE_FALSE(free.first.empty());
    CHECK(free.first.front() == "c1: somebody waits although a seat is free");
}

}  // namespace provost::races

// The memory store keeps the contract, also behind a store of faults that has none planned; and the faults do what
// they say.
#include "faulty_store.hpp"
#include "store_contract.hpp"

#include <provost/adapters/memory_store.hpp>

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::contract;

TEST_CASE("the memory store keeps the contract") { check_store({.fresh = &make_memory_store}); }

TEST_CASE("a faulty store does what was planned, and then nothing more") {
    const auto inner = make_memory_store();
    FaultyStore store(*inner);
    const auto unit = [](std::int64_t id) { return Unit{0, {}, {write_of(Line{{id}, 0, "line"})}}; };
    const auto commit = [&](std::int64_t id) { return store.commit(std::vector{unit(id)}); };
    store.commits = {Fault::stale, Fault::failed, Fault::busy, Fault::lost_answer, Fault::slow};
    store.meanwhile = [&] { put(*inner, {write_of(Line{{99}, 0, "another writer"})}); };
    const auto stale = commit(1);
    REQUIRE(stale);
    CHECK(stale->front().state == Outcome::State::stale);
    CHECK(commit(1).error().code.name() == "store.failed");
    CHECK(commit(1).error().status == Status::busy);
    CHECK(version_in(*inner, type_of<Line>(), 1) == 0);
    CHECK(commit(1).error().code.name() == "store.unknown-outcome");
    CHECK(version_in(*inner, type_of<Line>(), 1) == 1);
    CHECK(commit(2)->front().state == Outcome::State::applied);
    CHECK(version_in(*inner, type_of<Line>(), 99) == 1);
    CHECK(commit(3)->front().state == Outcome::State::applied);
    store.loads = {Fault::busy};
    CHECK_FALSE(store.load({}));
    CHECK(store.load({}));
    CHECK(store.commit_calls == 6);
    CHECK(store.load_calls == 2);
}

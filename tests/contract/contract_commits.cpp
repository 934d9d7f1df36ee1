// The contract of commit: all or nothing, versions, unique indexes, several units in one call, and what is refused.
#include "store_contract.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace provost::contract {

namespace {

using State = Outcome::State;
using Ids = std::vector<std::int64_t>;

Person person(std::int64_t id, std::int64_t version, std::string login) {
    return {{id}, version, std::move(login), {}, {}, {}};
}

Expectation expect_person(std::int64_t id, std::int64_t version) { return {&type_of<Person>(), id, version}; }

Ids by_login(Store& store, std::string login) {
    return ids_under(store, {&type_of<Person>(), 0, {text_part(std::move(login))}});
}

std::vector<State> states(const std::vector<Outcome>& outcomes) {
    std::vector<State> list;
    for (const Outcome& outcome : outcomes) list.push_back(outcome.state);
    return list;
}

State one(Store& store, Unit unit) { return outcome_of(store, std::move(unit)).state; }

}  // namespace

void check_commit(Store& store) {
    CHECK(outcomes_of(store, {}).empty());
    const std::int64_t before = revision_of(store);
    const Outcome made = outcome_of(store, {before, {}, {write_of(person(1, 0, "anna"))}});
    CHECK(made.state == State::applied);
    CHECK(made.revision > before);
    CHECK(made.revision == revision_of(store));
    CHECK(one(store, {made.revision, {expect_person(1, 1)}, {write_of(person(1, 1, "anne"))}}) == State::applied);
    CHECK(version_in(store, type_of<Person>(), 1) == 2);
    CHECK(by_login(store, "anna").empty());
    CHECK(by_login(store, "anne") == Ids{1});
    // one record twice in a unit, and the same id in two kinds
    put(store, {write_of(person(2, 0, "b")), write_of(person(2, 1, "c")), write_of(Line{{2}, 0, "line"})});
    CHECK(version_in(store, type_of<Person>(), 2) == 2);
    CHECK(by_login(store, "b").empty());
    CHECK(version_in(store, type_of<Line>(), 2) == 1);
    // members in no index move alone, too
    Person noted = person(1, 2, "anne");
    noted.note = "noted";
    put(store, {write_of(noted)});
    const Key key = id_key(type_of<Person>(), 1);
    const auto loaded = store.load({&key, 1});
    REQUIRE(loaded);
    CHECK(loaded->found.front().front().get<Person>()->note == "noted");
    CHECK(by_login(store, "anne") == Ids{1});
    // a unit that only checks
    CHECK(one(store, {0, {expect_person(1, 3)}, {}}) == State::applied);
}

void check_stale(Store& store) {
    put(store, {write_of(person(1, 0, "anna"))});
    const std::int64_t early = revision_of(store);
    put(store, {write_of(person(1, 1, "anna")), write_of(person(2, 0, "bert"))});
    const std::int64_t now = revision_of(store);
    // what is written moved, is there already, or is not there
    CHECK(one(store, {early, {}, {write_of(person(1, 1, "x"))}}) == State::stale);
    CHECK(one(store, {now, {}, {write_of(person(1, 1, "x"))}}) == State::stale);
    CHECK(one(store, {now, {}, {write_of(person(2, 0, "x"))}}) == State::stale);
    CHECK(one(store, {now, {}, {write_of(person(3, 1, "x"))}}) == State::stale);
    // what was read moved, appeared, or is missing
    CHECK(one(store, {early, {expect_person(1, 1)}, {write_of(person(5, 0, "x"))}}) == State::stale);
    CHECK(one(store, {early, {expect_person(2, 0)}, {write_of(person(5, 0, "x"))}}) == State::stale);
    CHECK(one(store, {early, {expect_person(4, 1)}, {write_of(person(5, 0, "x"))}}) == State::stale);
    // nothing of it is left: also not the writes before the one that failed
    CHECK(one(store, {now, {}, {write_of(person(5, 0, "x")), write_of(person(1, 1, "y"))}}) == State::stale);
    CHECK(one(store, {now, {}, {write_of(person(2, 1, "x")), write_of(person(6, 0, "anna"))}}) == State::stale);
    CHECK(by_login(store, "x").empty());
    CHECK(by_login(store, "bert") == Ids{2});
    CHECK(version_in(store, type_of<Person>(), 2) == 1);
    CHECK(revision_of(store) == now);
    CHECK(one(store, {early, {expect_person(1, 2)}, {write_of(person(1, 2, "x"))}}) == State::applied);
}

void check_unique(Store& store) {
    const auto unit = [&](std::vector<Write> writes) { return Unit{revision_of(store), {}, std::move(writes)}; };
    put(store, {write_of(person(1, 0, "anna")), write_of(person(2, 0, "")), write_of(person(3, 0, ""))});
    CHECK(one(store, unit({write_of(person(4, 0, "anna"))})) == State::stale);
    CHECK(one(store, unit({write_of(person(2, 1, "anna"))})) == State::stale);
    CHECK(one(store, unit({write_of(person(4, 0, ""))})) == State::applied);
    CHECK(one(store, unit({write_of(person(1, 1, "anna"))})) == State::applied);  // its own key
    // the key is free again after its holder has left it, in one unit, too
    CHECK(one(store, unit({write_of(person(1, 2, "anne")), write_of(person(2, 1, "anna"))})) == State::applied);
    CHECK(by_login(store, "anna") == Ids{2});
    // an absent member of several is a value like another; a key that is absent as a whole is none
    put(store, {write_of(Seat{{11}, 0, 1, {2}, {}, {}}), write_of(Seat{{12}, 0, 1, {2}, {11}, {}})});
    CHECK(one(store, unit({write_of(Seat{{13}, 0, 1, {2}, {}, {}})})) == State::stale);
    CHECK(one(store, unit({write_of(Seat{{13}, 0, 1, {2}, {11}, {}})})) == State::stale);
    CHECK(one(store, unit({write_of(Seat{{13}, 0, 1, {2}, {12}, 0})})) == State::applied);
    CHECK(one(store, unit({write_of(Seat{{14}, 0, 1, {3}, {}, 0})})) == State::stale);
    CHECK(one(store, unit({write_of(Seat{{14}, 0, 1, {3}, {}, 7})})) == State::applied);
    CHECK(one(store, unit({write_of(Seat{{15}, 0, 1, {4}, {}, {}})})) == State::applied);
}

void check_units_together(Store& store) {
    put(store, {write_of(person(1, 0, "anna"))});
    const std::int64_t now = revision_of(store);
    const auto outcomes = outcomes_of(
        store, {
                   {now, {}, {write_of(person(2, 0, "bert"))}},
                   {now, {expect_person(1, 9)}, {write_of(person(1, 9, "x"))}},                  // never held
                   {now, {}, {write_of(person(3, 0, "cleo")), write_of(person(4, 0, "bert"))}},  // login taken
                   {now, {expect_person(2, 1)}, {write_of(person(2, 1, "bert"))}},               // rests on the 1st
                   {now, {expect_person(3, 1)}, {write_of(person(5, 0, "dora"))}},               // on a stale one
                   {now, {expect_person(5, 1)}, {write_of(person(6, 0, "emil"))}},               // and so on
                   {now, {expect_person(2, 1)}, {write_of(person(7, 0, "fritz"))}},              // moved by the 4th
                   {now, {expect_person(2, 2), expect_person(1, 1)}, {write_of(person(8, 0, "gert"))}},
               });
    CHECK(states(outcomes) == std::vector{State::applied, State::stale, State::stale, State::applied, State::stale,
                                          State::stale, State::stale, State::applied});
    CHECK(ids_in(store, {&type_of<Person>(), Key::by_id, {}, 0, 100}) == Ids{1, 2, 8});
    CHECK(version_in(store, type_of<Person>(), 2) == 2);
    CHECK(outcomes.back().revision == revision_of(store));
    CHECK(revision_of(store) > now);
    // many small ones that want one of 101 logins: whoever comes first has it
    std::vector<Unit> many;
    for (std::int64_t id = 100; id < 400; ++id) {
        many.push_back({now, {}, {write_of(person(id, 0, "p" + std::to_string(id / 3)))}});
    }
    CHECK(std::ranges::count(states(outcomes_of(store, many)), State::applied) == 101);
    CHECK(by_login(store, "p40") == Ids{120});
}

void check_as_of(Store& store) {
    put(store, {write_of(person(1, 0, "anna")), write_of(person(2, 0, "bert"))});
    const std::int64_t now = revision_of(store);
    CHECK(one(store, {now, {expect_person(1, 1)}, {write_of(person(3, 0, "cleo"))}}) == State::applied);
    // the store moved, but not what these rest on
    CHECK(one(store, {now, {expect_person(1, 1)}, {write_of(person(1, 1, "anna"))}}) == State::applied);
    CHECK(one(store, {now, {expect_person(2, 1)}, {write_of(person(4, 0, "dora"))}}) == State::applied);
    // and now what this one rests on
    CHECK(one(store, {now, {expect_person(1, 1)}, {write_of(person(5, 0, "emil"))}}) == State::stale);
    CHECK(one(store, {now + 1000, {expect_person(1, 1)}, {write_of(person(5, 0, "emil"))}}) == State::stale);
    // within a call, too: the second unit did not know of the first
    const std::int64_t later = revision_of(store);
    const auto outcomes = outcomes_of(store, {{later, {expect_person(2, 1)}, {write_of(person(2, 1, "bert"))}},
                                              {later, {expect_person(2, 1)}, {write_of(person(6, 0, "fritz"))}}});
    CHECK(states(outcomes) == std::vector{State::applied, State::stale});
}

void check_refusals(Store& store) {
    const auto outcomes = outcomes_of(store, {{0, {}, {write_of(person(0, 0, "nobody"))}},
                                              {0, {}, {write_of(person(id_limit + 1, 0, "too far"))}},
                                              {0, {}, {write_of(person(1, 0, "anna"))}}});
    CHECK(states(outcomes) == std::vector{State::failed, State::failed, State::applied});
    CHECK(outcomes[0].error.code);
    const std::vector<Key> wrong{{&type_of<Person>(), 99, {number_part(1)}},
                                 {&type_of<Person>(), -2, {number_part(1)}},
                                 {&type_of<Person>(), 0, {}},
                                 {&type_of<Person>(), 2, {number_part(1)}},
                                 {&type_of<Person>(), Key::by_id, {}}};
    for (const Key& key : wrong) CHECK_FALSE(store.load({&key, 1}));
    CHECK_FALSE(store.find({&type_of<Person>(), 99, {number_part(1)}, 0, 10}));
    CHECK_FALSE(store.find({&type_of<Person>(), 1, {number_part(1), number_part(2)}, 0, 10}));
    CHECK(by_login(store, "anna") == Ids{1});
}

void check_reopened(const StoreMaker& maker) {
    if (!maker.reopen) return;
    auto store = maker.fresh();
    const auto first = store->reserve(10);
    REQUIRE(first);
    put(*store, {write_of(person(*first + 4, 0, "anna")), write_of(Line{{77'000}, 0, "line"})});
    const std::int64_t revision = revision_of(*store);
    store.reset();
    store = maker.reopen();
    REQUIRE(store != nullptr);
    CHECK(revision_of(*store) == revision);
    CHECK(by_login(*store, "anna") == Ids{*first + 4});
    const auto next = store->reserve(1);
    REQUIRE(next);
    CHECK(*next > *first + 4);
    CHECK(*next < 77'000);
    CHECK(one(*store, {revision, {expect_person(*first + 4, 1)}, {write_of(person(*next, 0, "bert"))}}) ==
          State::applied);
}

void check_forget(Store& store) {
    put(store, {write_of(person(1, 0, "anna")), write_of(Line{{2}, 0, "line"})});
    put(store, {write_of(person(1, 1, "anne"))});
    const std::int64_t revision = revision_of(store);
    REQUIRE(store.forget());
    CHECK(revision_of(store) == revision);
    CHECK(by_login(store, "anna").empty());
    CHECK(by_login(store, "anne") == Ids{1});
    CHECK(version_in(store, type_of<Person>(), 1) == 2);
    CHECK(version_in(store, type_of<Line>(), 2) == 1);
    CHECK(*store.reserve(1) > 1);
    CHECK(one(store, {revision, {expect_person(1, 2)}, {write_of(person(1, 2, "ann"))}}) == State::applied);
}

}  // namespace provost::contract

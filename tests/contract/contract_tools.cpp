// What the parts of the contract are written with, and the list of the parts.
#include "store_contract.hpp"

#include <doctest/doctest.h>

PROVOST_DESCRIBED(provost::contract::Part);
PROVOST_DESCRIBED(provost::contract::Sample);
PROVOST_DESCRIBED(provost::contract::Person);
PROVOST_DESCRIBED(provost::contract::Seat);
PROVOST_DESCRIBED(provost::contract::Line);

namespace provost::contract {

std::vector<const RecordType*> contract_kinds() {
    return {&type_of<Sample>(), &type_of<Person>(), &type_of<Seat>(), &type_of<Line>()};
}

std::vector<Outcome> outcomes_of(Store& store, const std::vector<Unit>& units) {
    auto outcomes = store.commit(units);
    REQUIRE(outcomes);
    REQUIRE(outcomes->size() == units.size());
    return *outcomes;
}

Outcome outcome_of(Store& store, Unit unit) { return outcomes_of(store, {std::move(unit)}).front(); }

void put(Store& store, std::vector<Write> writes) {
    const Outcome outcome = outcome_of(store, {revision_of(store), {}, std::move(writes)});
    REQUIRE(outcome.state == Outcome::State::applied);
}

std::int64_t revision_of(Store& store) {
    const auto loaded = store.load({});
    REQUIRE(loaded);
    return loaded->revision;
}

std::vector<std::int64_t> ids_of(const std::vector<Record>& records) {
    std::vector<std::int64_t> ids;
    for (const Record& record : records) ids.push_back(record.id());
    return ids;
}

std::vector<std::int64_t> ids_under(Store& store, const Key& key) {
    const auto loaded = store.load({&key, 1});
    REQUIRE(loaded);
    REQUIRE(loaded->found.size() == 1);
    return ids_of(loaded->found.front());
}

std::vector<std::int64_t> ids_in(Store& store, const Query& query) {
    const auto found = store.find(query);
    REQUIRE(found);
    return ids_of(*found);
}

std::int64_t version_in(Store& store, const RecordType& type, std::int64_t id) {
    const Key key = id_key(type, id);
    const auto loaded = store.load({&key, 1});
    REQUIRE(loaded);
    return loaded->found.front().empty() ? 0 : loaded->found.front().front().version();
}

KeyPart number_part(std::int64_t number) { return {number, {}, false}; }
KeyPart text_part(std::string text) { return {0, std::move(text), true}; }

void check_store(const StoreMaker& maker) {
    const auto part = [&maker](void (*check)(Store&)) {
        const auto store = maker.fresh();
        REQUIRE(store != nullptr);
        check(*store);
    };
    SUBCASE("ids are handed out once") { part(check_reserve); }
    SUBCASE("records are found by id and by index") { part(check_reads); }
    SUBCASE("pages follow each other") { part(check_pages); }
    SUBCASE("absent members have keys, too") { part(check_keys); }
    SUBCASE("every kind of member comes back as it was") { part(check_round_trip); }
    SUBCASE("a unit is applied") { part(check_commit); }
    SUBCASE("a unit that rests on something moved is stale") { part(check_stale); }
    SUBCASE("unique indexes hold") { part(check_unique); }
    SUBCASE("units of one call") { part(check_units_together); }
    SUBCASE("as_of spares checks only while nothing moved") { part(check_as_of); }
    SUBCASE("nonsense is refused") { part(check_refusals); }
    SUBCASE("forgetting loses nothing that is held") { part(check_forget); }
    SUBCASE("a store that is opened again remembers") { check_reopened(maker); }
}

}  // namespace provost::contract

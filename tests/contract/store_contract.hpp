// What every Store must do, as doctest checks. To run it on a store of your own: add the contract_*.cpp files to your
// test program, make tables for `contract_kinds`, and call from a TEST_CASE
//     provost::contract::check_store({.fresh = [] { return my_empty_store(); }});
#pragma once

#include "contract_records.hpp"

#include <provost/ports/store.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace provost::contract {

/// The store under test.
struct StoreMaker {
    std::function<std::unique_ptr<Store>()> fresh;        ///< a new, empty one
    std::function<std::unique_ptr<Store>()> reopen = {};  ///< opens the last one again; none when it forgets
};

/// The kinds of the suite.
[[nodiscard]] std::vector<const RecordType*> contract_kinds();

/// Runs all parts; each in a SUBCASE of its own with a fresh store.
void check_store(const StoreMaker& maker);

// The parts, for those who want one alone.
void check_reserve(Store& store);
void check_reads(Store& store);
void check_pages(Store& store);
void check_keys(Store& store);
void check_round_trip(Store& store);
void check_commit(Store& store);
void check_stale(Store& store);
void check_unique(Store& store);
void check_units_together(Store& store);
void check_as_of(Store& store);
void check_refusals(Store& store);
void check_forget(Store& store);
void check_reopened(const StoreMaker& maker);

// What the parts are written with.

/// A write of a new record, or of the next version of one.
template <class T>
[[nodiscard]] Write write_of(T value) {
    const std::int64_t expected = value.version++;
    return {Record::of(std::move(value)), expected};
}

/// Commits and answers the outcomes; checks that there is one per unit.
[[nodiscard]] std::vector<Outcome> outcomes_of(Store& store, const std::vector<Unit>& units);
/// Commits one unit of writes that must be applied.
void put(Store& store, std::vector<Write> writes);
/// The one outcome of one unit.
[[nodiscard]] Outcome outcome_of(Store& store, Unit unit);
[[nodiscard]] std::int64_t revision_of(Store& store);
/// Ids of the records under a key, and of a page.
[[nodiscard]] std::vector<std::int64_t> ids_of(const std::vector<Record>& records);
[[nodiscard]] std::vector<std::int64_t> ids_under(Store& store, const Key& key);
[[nodiscard]] std::vector<std::int64_t> ids_in(Store& store, const Query& query);
/// Version of a record; 0 when it is not there.
[[nodiscard]] std::int64_t version_in(Store& store, const RecordType& type, std::int64_t id);

[[nodiscard]] KeyPart number_part(std::int64_t number);
[[nodiscard]] KeyPart text_part(std::string text);

}  // namespace provost::contract

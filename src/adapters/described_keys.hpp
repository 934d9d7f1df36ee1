// What adapters ask of descriptions: whether a key or a query fits its index, and which members a stored record may
// lack.
#pragma once

#include <provost/describe/record.hpp>
#include <provost/ports/store.hpp>

#include <algorithm>
#include <cstddef>

namespace provost {

/// Whether the index exists and has at least so many members (exactly so many, when `whole`).
[[nodiscard]] inline bool fits_index(const RecordType& type, int index, std::size_t parts, bool whole) {
    if (index == Key::by_id) return parts == 1 || !whole;
    if (index < 0 || static_cast<std::size_t>(index) >= type.indexes.size()) return false;
    const std::size_t members = type.indexes[static_cast<std::size_t>(index)].size;
    return whole ? parts == members : parts <= members;
}

/// Whether a stored member may be absent. Required ids, texts and codes never are: their empty value is a value like
/// any other to a store, which leaves it to `validate` to refuse it.
[[nodiscard]] inline bool may_be_absent(const Field& field) {
    const Kind kind = field.access->kind;
    const bool empty_is_a_value = kind == Kind::id || kind == Kind::text || kind == Kind::code;
    return field.access->optional && !(field.is_required && empty_is_a_value);
}

/// Whether a unique index holds the record: those that leave all of its members out it does not.
[[nodiscard]] inline bool is_keyed(const Record& record, const Index& index) {
    const auto places = std::span(index.positions).first(index.size);
    return std::ranges::any_of(places, [&](std::uint16_t position) {
        const Field& field = record.type().fields[position];
        return !may_be_absent(field) || field.access->present(field.in(record.data()));
    });
}

/// Whether any store could hold what the unit writes.
[[nodiscard]] inline bool is_storable(const Unit& unit) {
    return std::ranges::all_of(
        unit.writes, [](const Write& write) { return 0 < write.record.id() && write.record.id() <= id_limit; });
}

/// Whether records of the kind take their ids from the store's one sequence; bookkeeping numbers itself.
[[nodiscard]] inline bool takes_id(const RecordType& type) { return type.role == Role::record; }

}  // namespace provost

// What tables of NAT layouts are written with, one file of tables per release: shorthands for fields, and the check,
// while compiling, that the fields of a record follow each other without a gap and end where the stated lengths say.
#pragma once

#include "reporting/layout.hpp"

#include <array>

namespace provost::reporting::tables {

using Type = LayoutField::Type;

// A code, A text, N, D.
constexpr LayoutField code(std::string_view name, std::uint16_t start, std::uint16_t length) {
    return {name, start, length, Type::code};
}
constexpr LayoutField text(std::string_view name, std::uint16_t start, std::uint16_t length) {
    return {name, start, length, Type::text};
}
constexpr LayoutField number(std::string_view name, std::uint16_t start, std::uint16_t length) {
    return {name, start, length, Type::number};
}
constexpr LayoutField day(std::string_view name, std::uint16_t start) { return {name, start, 8, Type::day}; }

consteval LayoutField state(LayoutField field) {
    field.scope = LayoutField::Scope::state;
    return field;
}

// Fields follow each other from position 1, the national ones first; both lengths are the ends of a field, and so is
// the shortest one.
consteval bool well_formed(const Layout& layout) {
    std::size_t end = 0;
    std::size_t national_end = 0;
    bool ends_shortest = false;
    for (const LayoutField& field : layout.fields) {
        const bool is_national = field.scope == LayoutField::Scope::national;
        if (field.start != end + 1 || field.length == 0 || (is_national && national_end != end)) return false;
        if (layout.find(field.name) != static_cast<std::size_t>(&field - layout.fields.data())) return false;
        end = field.end();
        if (is_national) national_end = end;
        ends_shortest = ends_shortest || end == layout.shortest;
    }
    return ends_shortest && national_end == layout.national_length && end == layout.full_length;
}

template <std::size_t n>
consteval bool all_well_formed(const std::array<Layout, n>& all) {
    for (const Layout& layout : all) {
        if (!well_formed(layout)) return false;
    }
    return true;
}

/// The rows of release 7.0. Those of 8.0 and what finds a row stand in nat_layouts.cpp.
[[nodiscard]] std::span<const Layout> release_7();

}  // namespace provost::reporting::tables

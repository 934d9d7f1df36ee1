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

// The fields of a state behind others.
template <std::size_t n, std::size_t m>
consteval std::array<LayoutField, n + m> appended(const std::array<LayoutField, n>& fields,
                                                  const std::array<LayoutField, m>& own) {
    std::array<LayoutField, n + m> all{};
    for (std::size_t i = 0; i < n; ++i) all[i] = fields[i];
    for (std::size_t i = 0; i < m; ++i) all[n + i] = state(own[i]);
    return all;
}

template <std::size_t count, std::size_t n>
consteval std::array<LayoutField, count> leading(const std::array<LayoutField, n>& fields) {
    std::array<LayoutField, count> some{};
    for (std::size_t i = 0; i < count; ++i) some[i] = fields[i];
    return some;
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

// What both releases have alike. Release 8.0 calls the details of a program NAT00030A, and has one field more to reach
// a client.

inline constexpr auto delivery_location = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("delivery_location_identifier", 11, 10),
    text("delivery_location_name", 21, 100),
    code("postcode", 121, 4),
    number("state_identifier", 125, 2),
    text("suburb", 127, 50),
    code("country_identifier", 177, 4),
});

inline constexpr auto program_with_details = std::to_array<LayoutField>({
    code("program_identifier", 1, 10),
    text("program_name", 11, 100),
    number("nominal_hours", 111, 4),
    number("program_recognition_identifier", 115, 2),
    number("program_level_of_education_identifier", 117, 3),
    number("program_field_of_education_identifier", 120, 4),
    code("anzsco_identifier", 124, 6),
    code("vet_flag", 130, 1),
});

inline constexpr auto client_contact = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    text("client_title", 11, 4),
    text("client_first_given_name", 15, 40),
    text("client_family_name", 55, 40),
    text("building_name", 95, 50),
    text("unit_details", 145, 30),
    text("street_number", 175, 15),
    text("street_name", 190, 70),
    text("postal_delivery_box", 260, 22),
    text("suburb", 282, 50),
    code("postcode", 332, 4),
    number("state_identifier", 336, 2),
    text("telephone_number_home", 338, 20),
    text("telephone_number_work", 358, 20),
    text("telephone_number_mobile", 378, 20),
    text("email_address", 398, 80),
    text("email_address_alternative", 478, 80),
});

inline constexpr auto disability = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    number("disability_type_identifier", 11, 2),
});

inline constexpr auto prior_achievement = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    number("prior_educational_achievement_identifier", 11, 3),
});

/// The rows of release 7.0. Those of 8.0 and what finds a row stand in nat_layouts.cpp.
[[nodiscard]] std::span<const Layout> release_7();

}  // namespace provost::reporting::tables

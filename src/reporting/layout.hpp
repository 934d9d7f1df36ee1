// Layouts of statutory files with fixed-width records. A layout is data (data/nat_layouts.cpp): which field stands
// where, of what type, and whether the national record holds it or only the part that states ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace provost::reporting {

/// A field of a record. Positions count bytes from 1, as the standard prints them.
struct LayoutField {
    enum class Type : std::uint8_t {
        code,    ///< A: an identifier or a code; never cut, since a part of it would mean something else
        text,    ///< A: names and addresses; cut at the end when too long
        number,  ///< N: digits, right-justified, filled with zeros
        day,     ///< D: DDMMYYYY
    };
    enum class Scope : std::uint8_t { national, state };

    std::string_view name;
    std::uint16_t start = 0;
    std::uint16_t length = 0;
    Type type = Type::code;
    Scope scope = Scope::national;

    [[nodiscard]] constexpr std::size_t end() const { return std::size_t{start} + length - 1; }
};

/// A file of a release. Lengths leave out the line end.
struct Layout {
    std::string_view release;  ///< "8.0"
    std::string_view file;     ///< "NAT00120"
    std::span<const LayoutField> fields;
    std::uint16_t shortest = 0;  ///< least length that readers accept: some tools drop a blank block at the end
    std::uint16_t national_length = 0;
    std::uint16_t full_length = 0;  ///< with the state fields
    std::string_view target{};      ///< whose: of a state that appends fields of its own; empty: what all have

    /// Position of a field in `fields`, or their number when there is none of that name.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
        std::size_t i = 0;
        while (i < fields.size() && fields[i].name != name) ++i;
        return i;
    }
};

/// A length that records of a file have besides those of its layouts: fields that no layout names follow.
struct LongerRecord {
    std::string_view release;
    std::string_view file;
    std::uint16_t length = 0;
    std::string_view
        target;  ///< first word of the targets that ask for it: "nsw" stands for nsw-smart-and-skilled; empty: any
};

/// The layouts of a release, "8.0" or "7.0"; none when there is no such release.
[[nodiscard]] std::span<const Layout> layouts(std::string_view release);
/// The layout of a file; null when the release has none of that name.
/// A target that appends fields of its own has a layout of its own.
[[nodiscard]] const Layout* find_layout(std::string_view release, std::string_view file, std::string_view target = {});
/// The layouts of targets that append fields of their own.
[[nodiscard]] std::span<const Layout> layouts_of_states();
[[nodiscard]] std::span<const LongerRecord> longer_records();

}  // namespace provost::reporting

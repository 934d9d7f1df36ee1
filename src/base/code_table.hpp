// The one table of codes: errors and refusals. Its rows stand in code_table.cpp and the codes_of_*.inc files beside it;
// docs/codes.md is made from them. A rule writes "course.unknown"_code; tests/house/codes.py fails for a name that is
// in no row. What uses a code sees its name only, so that a new row compiles one file.
#pragma once

#include <provost/base/result.hpp>

#include <span>
#include <string_view>

namespace provost {

/// What a code is about, in the order in which the checks of an imported row are reported: a row's first problem wins.
enum class Stage : std::uint8_t { none, kind, mandatory, length, reference, format, dates, duplicate, rule, capacity };

struct CodeRow {
    std::string_view name;
    Status status;  // of the error; refusals of a verb carry it too, for doors that need one
    Stage stage;
    std::string_view meaning;  // one sentence; {name} stands for a parameter
    std::string_view fix;      // what to do about it
    std::string_view rows;     // behaviours of the specification it belongs to
};

/// All rows; the first is that of the empty code.
[[nodiscard]] std::span<const CodeRow> code_table();

/// The row of a code.
[[nodiscard]] const CodeRow& row_of(Code code);

/// The key of a name: FNV-1a over its bytes. That no two names share one is checked where the rows are compiled.
[[nodiscard]] constexpr std::uint32_t code_key(std::string_view name) {
    std::uint32_t key = 2'166'136'261;
    for (const char letter : name) key = (key ^ static_cast<unsigned char>(letter)) * 16'777'619;
    return key;
}

/// A code by its name. Not consteval: clang 14 does not evaluate such calls in templates and in conditional
/// expressions.
constexpr Code operator""_code(const char* text, std::size_t size) { return Code(code_key({text, size})); }

}  // namespace provost

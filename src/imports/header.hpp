// The header of a file against the columns of a preset.
#pragma once

#include "imports/csv.hpp"
#include "imports/preset.hpp"

#include <provost/condition/reason.hpp>

namespace provost::imports {

/// A column that the file does not have, with the value that all its rows are given.
struct Default {
    std::string column;
    std::string value;
};

/// A code of a column in the file, and the preset's own that it stands for.
struct ToldCode {
    std::string column;
    std::string code;
    std::string stands_for;
};

/// The headings as the preset spells them, then the defaults' columns; and what a person should know.
struct Header {
    std::vector<std::string> columns;
    std::vector<Reason> notes;
};

/// How many headings the preset knows, in whatever case: for recognising the separator.
[[nodiscard]] std::size_t known_headings(const Preset& preset, std::span<const std::string_view> headings);

/// Reads a header. Names are matched exactly, capitals included, unless the preset folds them; a name that differs in
/// case alone is an error, as is one that stands twice; an unknown one is noted. IMC-CSV-01
[[nodiscard]] Result<Header> read_header(const Preset& preset, const Row& row, std::span<const Default> defaults,
                                         bool updates);

/// Whether rows must have a value in the column; `updates`: they may bring records up to date.
[[nodiscard]] inline bool is_mandatory(const Column& column, bool updates) {
    return column.need == Need::always || (column.need == Need::of_new && !updates);
}

/// Whether a default may be given for that column.
[[nodiscard]] bool has_column(const Preset& preset, std::string_view column);

/// The preset's own codes of a column, of the rows of every type.
[[nodiscard]] std::vector<std::string_view> codes_of(const Preset& preset, std::string_view column);

/// Text with the ASCII letters in lower case.
[[nodiscard]] std::string folded(std::string_view text);
/// Whether two codes of a file are one: `folds` as of its preset.
[[nodiscard]] inline bool is_same_code(std::string_view a, std::string_view b, bool folds) {
    return a == b || (folds && folded(a) == folded(b));
}
/// Text without the blanks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace provost::imports

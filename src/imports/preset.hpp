// What a file of separated values looks like and what its rows ask for. Presets are data (data/import_presets.cpp);
// reading a row by one is the same for all files: imports/rows.
#pragma once

#include <provost/describe/field.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace provost::imports {

/// A word of a column and the value it stands for.
struct Word {
    std::string_view text;
    std::uint8_t value = 0;      // of a choice
    std::string_view kept = {};  // of a text field; empty: the word itself
    std::string_view own = {};   // of a code that was told: the preset's own, for which it stands
};

/// What the cells of a column must look like besides being values of their field.
enum class Cell : std::uint8_t {
    plain,
    until,        ///< a moment up to which something holds: a day alone is its end
    external_id,  ///< letters, digits, _, - and blanks, unless the import is lenient
    internal_id,  ///< the number of a record instead of its external id
    line,         ///< printable text
    text,         ///< printable text with line breaks and tabs
};

/// Whether a row must have a value.
enum class Need : std::uint8_t { never, always, of_new };  // of_new: unless rows may bring records up to date

struct Column {
    std::string_view name;   // in the file's header
    std::string_view field;  // of the request; empty: the words are all that may stand there
    Need need = Need::never;
    std::span<const Word> words{};  // when given, the only right values
    Cell cell = Cell::plain;
    std::uint32_t most = 0;    // characters; 0: what the field says
    Code wrong{};              // of a word that is none of `words`, of an end before its start; empty: the usual one
    std::string_view start{};  // of an end: the column in which its start stands
};

/// The cells of a row by the name of their column.
class Cells {
public:
    Cells(const std::vector<std::string>& header, std::span<const std::string_view> cells)
        : header_(header), cells_(cells) {}
    [[nodiscard]] std::string_view operator[](std::string_view column) const {
        for (std::size_t i = 0; i < header_.size() && i < cells_.size(); ++i) {
            if (header_[i] == column) return cells_[i];
        }
        return {};
    }

private:
    const std::vector<std::string>& header_;
    std::span<const std::string_view> cells_;
};

/// What rows of one import type ask for.
struct Variant {
    std::string_view type;  // value of the type column; empty: no value, or no such column
    const RecordType* request = nullptr;
    std::span<const Column> columns;
    std::string_view (*missing)(const Cells&) = nullptr;  // a column that this row needs and lacks, else empty
    std::string_view key{};                               // column whose value says which record the row is about
};

struct Preset {
    std::string_view name;
    char separator = ',';
    std::string_view type_column{};  // empty: all rows are alike
    std::span<const Variant> variants;
    std::string_view first_type{};               // rows of this type are decided before the others
    bool folds = false;                          // headings and words in any case, blanks around cells passed over
    std::span<const std::string_view> unused{};  // further columns of such files, to which nothing corresponds
};

/// Columns named metatag_<key> give values of meta tags.
inline constexpr std::string_view tag_prefix = "metatag_";

}  // namespace provost::imports

// What a file of separated values looks like and what its rows ask for. Presets are data (data/import_presets.cpp);
// reading a row by one is the same for all files: imports/rows.
#pragma once

#include <provost/describe/field.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace provost::imports {

/// A word of a column and the value it stands for (of a choice; a text field keeps the word itself).
struct Word {
    std::string_view text;
    std::uint8_t value = 0;
};

struct Column {
    std::string_view name;   // in the file's header
    std::string_view field;  // of the request; empty: known, but not used
    bool mandatory = false;
    std::span<const Word> words{};  // when given, the only right values
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
};

struct Preset {
    std::string_view name;
    char separator = ',';
    std::string_view type_column{};  // empty: all rows are alike
    std::span<const Variant> variants;
};

/// Columns named metatag_<key> give values of meta tags.
inline constexpr std::string_view tag_prefix = "metatag_";

}  // namespace provost::imports

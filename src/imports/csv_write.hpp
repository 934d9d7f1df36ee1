// Writes separated values so that imports/csv.hpp and every other reader of RFC 4180 read the same cells back.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace provost::imports {

/// Appends one record. A cell is quoted only where it must be: it holds the separator, a quote or a line end, it begins
/// or ends with a space, or it is empty and stands alone (a blank line is no record).
void append_csv(std::string& out, std::span<const std::string_view> cells, char separator, std::string_view line_end);

/// A cell that no spreadsheet takes for a formula: one that would begin like a formula, after what spreadsheets pass
/// over, has an apostrophe before it.
[[nodiscard]] std::string harmless(std::string cell);

}  // namespace provost::imports

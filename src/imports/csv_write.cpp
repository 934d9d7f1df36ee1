// Writing separated values.
#include "imports/csv_write.hpp"

#include <algorithm>
#include <array>

namespace provost::imports {

namespace {

bool needs_quotes(std::string_view cell, char separator) {
    if (cell.empty()) return false;
    if (cell.front() == ' ' || cell.back() == ' ') return true;
    for (const char c : cell) {
        if (c == separator || c == '"' || c == '\r' || c == '\n') return true;
    }
    return false;
}

void append_quoted(std::string& out, std::string_view cell) {
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

void append_csv(std::string& out, std::span<const std::string_view> cells, char separator, std::string_view line_end) {
    const bool lone = cells.size() == 1 && cells.front().empty();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += separator;
        if (lone || needs_quotes(cells[i], separator)) {
            append_quoted(out, cells[i]);
        } else {
            out += cells[i];
        }
    }
    out += line_end;
}

// Formulas begin with = + - or @, also in their full width; a tab or a line end in front of a cell is passed over by
// some programs, as are blanks.
std::string harmless(std::string cell) {
    constexpr std::string_view passed_over = " \t\r\n\v\f";
    constexpr auto beginnings = std::to_array<std::string_view>(
        {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"});
    constexpr std::string_view hard_blank = "\xC2\xA0";
    std::string_view rest = cell;
    while (!rest.empty()) {
        const bool hard = rest.starts_with(hard_blank);
        if (!hard && passed_over.find(rest.front()) == passed_over.npos) break;
        rest.remove_prefix(hard ? hard_blank.size() : 1);
    }
    const bool begins = std::ranges::any_of(beginnings, [&](std::string_view each) { return rest.starts_with(each); });
    const bool is_odd = !cell.empty() && (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n');
    if (begins || is_odd) cell.insert(cell.begin(), '\'');
    return cell;
}

}  // namespace provost::imports

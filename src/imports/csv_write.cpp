// Writing separated values.
#include "imports/csv_write.hpp"

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

}  // namespace provost::imports

// A state machine over bytes that only marks where cells begin and end. A record that lies whole in the bytes at hand
// is handed out without copying; one that is cut is collected and scanned on from where the scan stopped.
#include "imports/csv.hpp"

#include "base/code_table.hpp"
#include "imports/stops.hpp"

#include <provost/base/text.hpp>

namespace provost::imports {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

// Bytes of `text` before the first one that is no UTF-8. Slow, for errors only.
std::size_t valid_bytes(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t size = 1; size <= 4 && at + size <= text.size(); ++size) {
        if (!valid_utf8(text.substr(at, size))) continue;
        at += size;
        size = 0;
    }
    return at;
}

// Whether a new line begins behind text[at]: CR LF is one line end, CR and LF alone are one each.
bool breaks_line(std::string_view text, std::size_t at) {
    return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
}

std::int64_t line_breaks(std::string_view text) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) count += breaks_line(text, i) ? 1 : 0;
    return count;
}

// Where a record that starts on `line` is wrong: behind the text `before`.
Place place_behind(std::string_view before, std::int64_t line) {
    Place place{{}, {}, line, 1};
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (breaks_line(before, i)) {
            ++place.line;
            place.column = 1;
        } else if ((byte(before[i]) & 0xC0U) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

void append_undoubled(std::string& out, std::string_view cell) {
    for (std::size_t i = 0; i < cell.size(); ++i) {
        out += cell[i];
        if (cell[i] == '"') ++i;
    }
}

}  // namespace

bool CsvReader::may_separate(char separator) {
    return std::string_view("\"\r\n\0", 4).find(separator) == std::string_view::npos && byte(separator) < 0x80;
}

CsvReader::CsvReader(char separator) : separator_(separator) {
    if (!may_separate(separator)) {
        const Code code = "argument.invalid"_code;
        failed_ = Error{row_of(code).status, code, {}, {{"argument", "separator"}}};
    }
}

Result<void> CsvReader::feed(std::string_view bytes, const RowSink& sink) {
    if (failed_) return *failed_;
    while (mark_ < byte_order_mark.size() && !bytes.empty()) {
        if (bytes.front() == byte_order_mark[mark_]) {
            ++mark_;
            bytes.remove_prefix(1);
            continue;
        }
        // No mark: what looked like its beginning is text.
        const auto text = byte_order_mark.substr(0, mark_);
        mark_ = byte_order_mark.size();
        if (auto done = read(text, sink); !done) return done;
        // Bytes that never occur in UTF-8; at the beginning they mark UTF-16.
        if (text.empty() && byte(bytes.front()) >= 0xFE) return fail(bytes, 0, "encoding");
    }
    return read(bytes, sink);
}

Result<void> CsvReader::finish(const RowSink& sink) {
    if (failed_) return *failed_;
    const auto text = mark_ < byte_order_mark.size() ? byte_order_mark.substr(0, mark_) : std::string_view();
    mark_ = byte_order_mark.size();
    if (auto done = read(text, sink); !done) return done;
    if (state_ == State::quoted) return fail(held_, begin_ - 1, "quote-not-closed");
    if (held_.empty()) return {};
    if (state_ == State::start) begin_ = static_cast<std::uint32_t>(held_.size());
    end_cell(state_ == State::closed ? held_.size() - 1 : held_.size());
    return end_record({}, sink);
}

Result<void> CsvReader::read(std::string_view bytes, const RowSink& sink) {
    Stops stops(separator_);
    while (!bytes.empty()) {
        const bool same_end = after_return_ && bytes.front() == '\n';
        after_return_ = false;
        const bool first_end = std::exchange(first_end_, false);
        if (same_end) {
            if (first_end) line_end_ = "\r\n";
            bytes.remove_prefix(1);
            continue;
        }
        const auto window = bytes.substr(0, longest_record + 1 - held_.size());
        std::size_t at = 0;
        const Stop stop = scan(window, at, stops);
        if (stop == Stop::none) {
            held_ += window;
            return held_.size() > longest_record ? fail_too_long() : Result<void>();
        }
        if (stop != Stop::record) return fail(stop, window, at);
        after_return_ = window[at] == '\r';
        if (line_end_.empty()) {
            line_end_ = after_return_ ? "\r" : "\n";
            first_end_ = after_return_;
        }
        if (auto done = end_record(window.substr(0, at), sink); !done) return done;
        bytes.remove_prefix(at + 1);
    }
    return {};
}

void CsvReader::end_cell(std::size_t end) {
    marks_.push_back({begin_, static_cast<std::uint32_t>(end), doubled_});
    doubled_ = false;
    state_ = State::start;
}

// Walks over the bytes and marks cells, until the record ends at bytes[at], something is wrong there, or the bytes end.
CsvReader::Stop CsvReader::scan(std::string_view bytes, std::size_t& at, Stops& stops) {
    Stop stop = Stop::none;
    while (stop == Stop::none && at < bytes.size()) {
        switch (state_) {
            case State::start:
                begin_ = static_cast<std::uint32_t>(held_.size() + at);
                state_ = State::bare;
                if (bytes[at] == '"') {
                    state_ = State::quoted;
                    ++begin_;
                    ++at;
                }
                break;
            case State::bare: stop = scan_bare(bytes, at, stops); break;
            case State::quoted: stop = scan_quoted(bytes, at, stops); break;
            case State::closed: stop = after_quote(bytes[at], at); break;
        }
    }
    return stop;
}

CsvReader::Stop CsvReader::scan_bare(std::string_view bytes, std::size_t& at, Stops& stops) {
    while (true) {
        at = stops.next(bytes, at, high_);
        if (at == bytes.size()) return Stop::none;
        const char c = bytes[at];
        if (c == '"') return Stop::quote_in_cell;
        if (c == '\0') return Stop::nul;
        end_cell(held_.size() + at);
        if (c != separator_) return Stop::record;
        ++at;
        if (at == bytes.size() || bytes[at] == '"') return Stop::none;
        // Most cells are not quoted: on to the next one.
        begin_ = static_cast<std::uint32_t>(held_.size() + at);
        state_ = State::bare;
    }
}

CsvReader::Stop CsvReader::scan_quoted(std::string_view bytes, std::size_t& at, Stops& stops) {
    at = stops.next(bytes, at, high_);
    while (at < bytes.size() && bytes[at] == separator_) at = stops.next(bytes, at + 1, high_);
    if (at == bytes.size()) return Stop::none;
    if (bytes[at] == '\0') return Stop::nul;
    if (bytes[at] == '"') {
        state_ = State::closed;
    } else {
        broken_ = true;
    }
    ++at;
    return Stop::none;
}

// The quote before `c` closed the cell, or is the first one of two.
CsvReader::Stop CsvReader::after_quote(char c, std::size_t& at) {
    if (c == '"') {
        doubled_ = true;
        state_ = State::quoted;
        ++at;
        return Stop::none;
    }
    if (c != separator_ && c != '\r' && c != '\n') return c == '\0' ? Stop::nul : Stop::text_after_quote;
    end_cell(held_.size() + at - 1);
    if (c != separator_) return Stop::record;
    ++at;
    return Stop::none;
}

Result<void> CsvReader::end_record(std::string_view bytes, const RowSink& sink) {
    std::string_view record = bytes;
    if (!held_.empty()) {
        held_ += bytes;
        record = held_;
    }
    if (high_ && !valid_utf8(record)) return fail(record, valid_bytes(record), "encoding");
    if (!record.empty()) deliver(record, sink);  // else a blank line
    line_ += 1 + (broken_ ? line_breaks(record) : 0);
    held_.clear();
    marks_.clear();
    broken_ = false;
    high_ = false;
    return {};
}

void CsvReader::deliver(std::string_view record, const RowSink& sink) {
    unquoted_.clear();
    unquoted_.reserve(record.size());  // so that it never moves while cells point into it
    cells_.clear();
    for (const Mark& mark : marks_) {
        auto cell = record.substr(mark.begin, mark.end - mark.begin);
        if (mark.doubled) {
            const auto from = unquoted_.size();
            append_undoubled(unquoted_, cell);
            cell = std::string_view(unquoted_).substr(from);
        }
        cells_.push_back(cell);
    }
    sink({line_, cells_, record});
}

Result<void> CsvReader::fail(std::string_view record, std::size_t at, std::string_view problem) {
    const Code code = "file.malformed"_code;  // IMC-ENI-12
    failed_ = Error{
        row_of(code).status, code, place_behind(record.substr(0, at), line_), {{"problem", std::string(problem)}}};
    return *failed_;
}

Result<void> CsvReader::fail(Stop stop, std::string_view bytes, std::size_t at) {
    const auto before = held_.size();
    held_ += bytes.substr(0, at);
    const auto problem = stop == Stop::nul                ? "nul"
                         : stop == Stop::text_after_quote ? "text-after-quote"
                                                          : "quote-in-cell";
    return fail(held_, before + at, problem);
}

Result<void> CsvReader::fail_too_long() {
    const Code code = "document.too-large"_code;
    failed_ = Error{row_of(code).status, code, {{}, {}, line_, 1}, {{"limit", std::to_string(longest_record)}}};
    return *failed_;
}

void split_record(std::string_view text, char separator, const RowSink& sink) {
    CsvReader reader(separator);
    const auto skip_mark = text.starts_with(byte_order_mark) ? byte_order_mark : std::string_view();
    static_cast<void>(reader.feed(skip_mark, sink));  // one at the beginning of a record is text
    static_cast<void>(reader.feed(text, sink));
    static_cast<void>(reader.finish(sink));
}

}  // namespace provost::imports

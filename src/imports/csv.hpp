// Separated values, pushed in piece by piece: RFC 4180 with any separator and any line end, in constant memory.
// A file may be cut at any byte between two calls; rows, lines and errors come out the same. Text is UTF-8, checked.
#pragma once

#include <provost/base/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace provost::imports {

/// A record of a file. The views hold during the call only.
struct Row {
    std::int64_t line;  ///< physical line where the record starts; the file's first line (the header) is 1
    std::span<const std::string_view> cells;
    std::string_view text;  ///< the record as it stands in the file, quotes included, without its line end
};
using RowSink = std::function<void(const Row&)>;

class Stops;

/// Reads one file. A byte order mark and blank lines are skipped; a quoted cell keeps its line ends as they are; the
/// last line need not end. The first error ends the reading: from then on every call answers that error again.
/// Errors name line and column (characters, from 1); who knows the file's name adds it. Their parameter `problem` is
/// one of encoding, nul, quote-in-cell, text-after-quote, quote-not-closed.
class CsvReader {
public:
    /// Ceiling of one record in bytes, quotes included.
    static constexpr std::size_t longest_record = std::size_t{1} << 20U;

    /// Whether cells can be separated by it: an ASCII character but a quote, a line end or NUL.
    [[nodiscard]] static bool may_separate(char separator);
    /// With a `separator` that can not be one the first call answers an error.
    explicit CsvReader(char separator);

    /// Reads on. Calls `sink` for every record that ends in these bytes.
    Result<void> feed(std::string_view bytes, const RowSink& sink);
    /// The file ends here. The last call.
    Result<void> finish(const RowSink& sink);

    /// How the file ends its lines, once the first one has ended: LF, CR LF or CR; before that empty.
    [[nodiscard]] std::string_view line_end() const { return line_end_; }

private:
    enum class State : std::uint8_t { start, bare, quoted, closed };  // of the cell at hand
    enum class Stop : std::uint8_t { none, record, quote_in_cell, text_after_quote, nul };
    struct Mark {  // of a cell in its record, without the quotes around it
        std::uint32_t begin, end;
        bool doubled;  // holds doubled quotes
    };

    Result<void> read(std::string_view bytes, const RowSink& sink);
    Stop scan(std::string_view bytes, std::size_t& at, Stops& stops);
    Stop scan_bare(std::string_view bytes, std::size_t& at, Stops& stops);
    Stop scan_quoted(std::string_view bytes, std::size_t& at, Stops& stops);
    Stop after_quote(char c, std::size_t& at);
    void end_cell(std::size_t end);
    Result<void> end_record(std::string_view bytes, const RowSink& sink);
    void deliver(std::string_view record, const RowSink& sink);
    Result<void> fail(std::string_view record, std::size_t at, std::string_view problem);
    Result<void> fail(Stop stop, std::string_view bytes, std::size_t at);
    Result<void> fail_too_long();

    char separator_;
    std::uint8_t mark_ = 0;  // bytes of the byte order mark that were met; 3 = past the file's beginning
    State state_ = State::start;
    bool first_end_ = false;     // the first line has just ended with a carriage return
    bool after_return_ = false;  // a line feed that follows belongs to the carriage return before it
    bool broken_ = false;        // the record holds line ends
    bool high_ = false;          // the record may hold bytes beyond ASCII
    std::uint32_t begin_ = 0;    // of the cell at hand
    bool doubled_ = false;
    std::int64_t line_ = 1;
    std::string_view line_end_;
    std::string held_;  // beginning of a record whose end has not come yet
    std::vector<Mark> marks_;
    std::vector<std::string_view> cells_;
    std::string unquoted_;  // cells without their doubled quotes
    std::optional<Error> failed_;
};

/// The cells of one record that a CsvReader with this separator has handed out before.
void split_record(std::string_view text, char separator, const RowSink& sink);

}  // namespace provost::imports

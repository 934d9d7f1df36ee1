// A file of separated values as it comes from somebody's program: its encoding is told, its separator told or
// recognised by the header, then imports/csv reads it.
#pragma once

#include "imports/csv.hpp"
#include "imports/encoding.hpp"

#include <functional>

namespace provost::imports {

/// What is known of a file before it is read.
struct Dialect {
    Encoding encoding = Encoding::utf8;
    char separator = '\0';  ///< NUL: recognised, see below
    char usual = ',';       ///< taken when several would do
};

/// How many of these headings are known.
using KnownHeadings = std::function<std::size_t(std::span<const std::string_view>)>;

/// Reads a file from its first byte. A separator that is not told is the one of `; , tab |` by which the header has the
/// most known headings; a first line `sep=X`, as spreadsheets write it, tells it, too. IMC-CSV-25
class FileReader {
public:
    FileReader(const Dialect& dialect, KnownHeadings known);

    /// As CsvReader's. What is no text of the encoding is file.encoding, with what the file looks like.
    Result<void> feed(std::string_view bytes, const RowSink& sink);
    Result<void> finish(const RowSink& sink);

    /// The separator, once the header has been read.
    [[nodiscard]] char separator() const { return dialect_.separator; }
    /// A record, or what stands before the header, in the file's own encoding and with its own line end.
    [[nodiscard]] std::string as_in_file(std::string_view record) const;
    /// The same of the header, with what stands before it.
    [[nodiscard]] std::string header_in_file(std::string_view header) const;

private:
    Result<void> read(std::string_view text, const RowSink& sink);
    Result<void> begin(const RowSink& sink);
    [[nodiscard]] bool first_record_ended();
    [[nodiscard]] char recognised(std::string_view record) const;
    [[nodiscard]] Result<void> checked(Result<void> done) const;
    [[nodiscard]] Error other_encoding(Place place) const;

    Dialect dialect_;
    KnownHeadings known_;
    Decoder decoder_;
    std::optional<CsvReader> csv_;  // once the separator is known
    std::string beginning_;         // text before that
    std::size_t scanned_ = 0;       // of the beginning, for the end of its first record
    bool quoted_ = false, blank_ = true;
    std::string first_bytes_;  // of the file, up to four: they show what it looks like
    bool has_mark_ = false;    // the file begins with a byte order mark
    std::string told_;         // the line sep=X, when there is one
};

}  // namespace provost::imports

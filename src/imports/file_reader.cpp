// The beginning of a file is held until its first record has ended; from then on bytes are passed on.
#include "imports/file_reader.hpp"

#include "base/code_table.hpp"

#include <algorithm>

namespace provost::imports {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::string_view candidates = ";,\t|";

std::size_t begins_at(std::string_view text) { return text.starts_with(mark) ? mark.size() : 0; }

// The encoding that a file shows by how it begins: by a mark, or by zeros beside its first Latin letters; empty: none.
// One zero alone may belong to a letter of another alphabet.
std::string_view shown_by(std::string_view first) {
    if (first.starts_with(mark)) return "utf-8";
    const auto has_zeros = [&](std::size_t zero) {
        if (first.size() < 2) return false;
        for (std::size_t at = 0; at + 1 < first.size(); at += 2) {
            if (first[at + zero] != '\0' || first[at + 1 - zero] == '\0') return false;
        }
        return true;
    };
    if (first.starts_with("\xFF\xFE") || has_zeros(1)) return "utf-16le";
    if (first.starts_with("\xFE\xFF") || has_zeros(0)) return "utf-16be";
    return {};
}

// What bytes that are no text of `encoding` look like.
std::string_view looks_like(std::string_view first, Encoding encoding) {
    const auto shown = shown_by(first);
    if (!shown.empty() && shown != name_of(encoding)) return shown;
    return encoding == Encoding::utf8 ? "windows-1252" : "something else";
}

}  // namespace

FileReader::FileReader(const Dialect& dialect, KnownHeadings known)
    : dialect_(dialect), known_(std::move(known)), decoder_(dialect.encoding) {}

Result<void> FileReader::feed(std::string_view bytes, const RowSink& sink) {
    if (first_bytes_.size() < 4) first_bytes_ += bytes.substr(0, 4 - first_bytes_.size());
    return checked(read(decoder_.decode(bytes), sink));
}

Result<void> FileReader::finish(const RowSink& sink) {
    if (auto done = checked(read(decoder_.finish(), sink)); !done) return done;
    if (!csv_) {
        if (auto done = checked(begin(sink)); !done) return done;
    }
    return checked(csv_->finish(sink));
}

Result<void> FileReader::read(std::string_view text, const RowSink& sink) {
    if (csv_) return csv_->feed(text, sink);
    beginning_ += text;
    return first_record_ended() || beginning_.size() > CsvReader::longest_record ? begin(sink) : Result<void>();
}

// Whether the first record that is not blank has ended: then `scanned_` is the position of its line end.
bool FileReader::first_record_ended() {
    for (; scanned_ < beginning_.size(); ++scanned_) {
        const char c = beginning_[scanned_];
        if (scanned_ < mark.size() && c == mark[scanned_]) continue;
        if (c == '"') quoted_ = !quoted_;
        if (quoted_ || (c != '\n' && c != '\r')) {
            blank_ = false;
        } else if (!blank_) {
            return true;
        }
    }
    return false;
}

Result<void> FileReader::begin(const RowSink& sink) {
    // Nearly any bytes are some text of windows-1252 or of UTF-16, but nobody's file begins so.
    const auto shown = shown_by(first_bytes_);
    const auto told = decoder_.encoding();
    if (told != Encoding::utf8 && !shown.empty() && shown != name_of(told)) return other_encoding({{}, {}, 1, 1});
    const auto ends = scanned_;
    auto from = begins_at(beginning_);
    has_mark_ = from > 0;
    while (from < ends && (beginning_[from] == '\n' || beginning_[from] == '\r')) ++from;
    const auto record = std::string_view(beginning_).substr(from, ends - from);
    const bool tells = record.size() == 5 && record.starts_with("sep=") && CsvReader::may_separate(record.back()) &&
                       ends < beginning_.size();
    if (tells) {
        told_ = record;
        if (dialect_.separator == '\0') dialect_.separator = record.back();
        beginning_.erase(from, told_.size());  // a blank line is left, so that lines are counted as they stand
    } else if (dialect_.separator == '\0') {
        dialect_.separator = recognised(record);
    }
    csv_.emplace(dialect_.separator);
    return csv_->feed(std::exchange(beginning_, {}), sink);
}

char FileReader::recognised(std::string_view record) const {
    char best = dialect_.usual;
    std::size_t most = 0;
    const auto consider = [&](char separator) {
        std::size_t found = 0;
        CsvReader reader(separator);
        const RowSink count = [&](const Row& row) { found = known_(row.cells); };
        if (reader.feed(record, count)) static_cast<void>(reader.finish(count));
        if (found > most) {
            most = found;
            best = separator;
        }
    };
    consider(dialect_.usual);
    std::ranges::for_each(candidates, consider);
    return best;
}

// An error of the text as an error of the encoding, where it is one.
Result<void> FileReader::checked(Result<void> done) const {
    if (done || done.error().parameters.empty()) return done;
    Error error = done.error();
    const std::string& problem = error.parameters.front().value;
    const bool is_utf16 = problem == "nul" && first_bytes_.find('\0') != std::string::npos;
    return problem == "encoding" || is_utf16 ? other_encoding(std::move(error.place)) : done;
}

Error FileReader::other_encoding(Place place) const {
    const Code code = "file.encoding"_code;
    const auto found = looks_like(first_bytes_, decoder_.encoding());
    return {row_of(code).status,
            code,
            std::move(place),
            {{"expected", std::string(name_of(dialect_.encoding))}, {"found", std::string(found)}}};
}

std::string FileReader::as_in_file(std::string_view record) const {
    std::string text(record);
    text += csv_ && !csv_->line_end().empty() ? csv_->line_end() : "\n";
    return encode(decoder_.encoding(), text);
}

std::string FileReader::header_in_file(std::string_view header) const {
    std::string before;
    if (has_mark_) before += encode(decoder_.encoding(), mark);
    if (!told_.empty()) before += as_in_file(told_);
    return before + as_in_file(header);
}

}  // namespace provost::imports

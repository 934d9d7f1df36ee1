// Separated values: cells, lines and errors, whatever the pieces in which a file arrives.
#include "imports/csv.hpp"

#include "imports/csv_write.hpp"
#include "imports/stops.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace provost;
using namespace provost::imports;

namespace {

struct CsvRow {
    std::int64_t line;
    std::vector<std::string> cells;
    bool operator==(const CsvRow&) const = default;
};

struct CsvReading {
    std::vector<CsvRow> rows;
    std::string code, problem;
    std::int64_t line = 0, column = 0;
    bool operator==(const CsvReading&) const = default;
};

void note_csv_error(CsvReading& reading, const Error& error) {
    reading.code = error.code.name();
    reading.problem = error.parameters.empty() ? "" : error.parameters.front().value;
    reading.line = error.place.line;
    reading.column = error.place.column;
}

// Reads a file in pieces whose sizes `next_size` gives.
template <class NextSize>
CsvReading read_pieces(std::string_view file, char separator, NextSize next_size) {
    CsvReading reading;
    CsvReader reader(separator);
    const RowSink sink = [&](const Row& row) {
        reading.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
    };
    Result<void> done;
    while (done && !file.empty()) {
        // A fresh copy per piece, so that a view kept too long shows up under the sanitizers.
        const std::string piece(file.substr(0, next_size()));
        done = reader.feed(piece, sink);
        file.remove_prefix(piece.size());
    }
    if (done) done = reader.finish(sink);
    if (!done) note_csv_error(reading, done.error());
    return reading;
}

CsvReading read_whole(std::string_view file, char separator = ',') {
    return read_pieces(file, separator, [&] { return file.size(); });
}

// The same language written down differently: the whole text at hand, one character after the other, cells built by
// copying. Stops at the first record that is wrong.
class CsvSplitter {
public:
    CsvSplitter(std::string_view text, char separator) : text_(text), separator_(separator) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            const auto from = at_;
            while (cell(row)) {
            }
            if (wrong_) break;
            const bool blank = at_ == from;
            line_end();
            if (!blank) rows.push_back(row);
        }
        return rows;
    }
    [[nodiscard]] bool wrong() const { return wrong_; }

private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size() || text_[at_] == '\r' || text_[at_] == '\n'; }

    void line_end() {
        if (at_ == text_.size()) return;
        at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
        ++line_;
    }

    bool cell(CsvRow& row) {
        std::string& cell = row.cells.emplace_back();
        if (at_ < text_.size() && text_[at_] == '"') {
            for (++at_;; ++at_) {
                if (at_ == text_.size()) return !(wrong_ = true);
                if (text_[at_] == '"' && text_.substr(at_, 2) != "\"\"") break;
                if (text_[at_] == '"') ++at_;
                if (text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_, 2) != "\r\n")) ++line_;
                cell += text_[at_];
            }
            ++at_;
        } else {
            for (; !at_end() && text_[at_] != separator_ && text_[at_] != '"'; ++at_) cell += text_[at_];
        }
        if (at_end()) return false;
        if (text_[at_] != separator_) return !(wrong_ = true);
        ++at_;
        return true;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    bool wrong_ = false;
};

template <class Random>
std::string random_csv_text(Random& random, const std::vector<std::string_view>& parts, std::size_t most) {
    std::string text;
    for (auto n = random() % (most + 1); n > 0; --n) text += parts[random() % parts.size()];
    return text;
}

struct BadCsv {
    std::string file;
    std::string_view problem;
    std::int64_t line, column;
};

}  // namespace

TEST_CASE("IMC-ENI-12 a file in any pieces reads like the whole file") {
    std::mt19937 random(20240229);
    const std::vector<std::string_view> parts = {"a",  "bc", ",",    ",", ";", "\"", "\"", "\"\"",
                                                 "\r", "\n", "\r\n", "é", "€", "𝄞",  " "};
    int valid = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto file = random_csv_text(random, parts, 24);
        CAPTURE(file);
        const auto whole = read_whole(file);
        REQUIRE(read_pieces(file, ',', [] { return std::size_t{1}; }) == whole);
        REQUIRE(read_pieces(file, ',', [&] { return random() % 4; }) == whole);
        CsvSplitter splitter(file, ',');
        REQUIRE(splitter.rows() == whole.rows);
        REQUIRE(splitter.wrong() == !whole.code.empty());
        valid += whole.code.empty() ? 1 : 0;
    }
    CHECK(valid > 3'000);
}

TEST_CASE("IMC-ENI-12 cells that were written are read back, with their physical lines") {
    std::mt19937 random(7);
    const std::vector<std::string_view> parts = {"x", "Ärger", "|", "\"", "\r\n", "\n", "\r", " ", "0"};
    for (int round = 0; round < 2'000; ++round) {
        std::string file;
        std::vector<CsvRow> rows;
        std::int64_t line = 1;
        for (auto n = random() % 5; n > 0; --n) {
            CsvRow row{line, {}};
            for (auto m = 1 + random() % 4; m > 0; --m) row.cells.push_back(random_csv_text(random, parts, 4));
            const std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
            const auto from = file.size();
            append_csv(file, cells, '|', "\r\n");
            for (auto i = from; i < file.size(); ++i)
                line += file[i] == '\n' || (file[i] == '\r' && file[i + 1] != '\n');
            rows.push_back(row);
        }
        CAPTURE(file);
        CHECK(read_whole(file, '|') == CsvReading{rows, "", "", 0, 0});
        CHECK(read_pieces(file, '|', [] { return std::size_t{1}; }).rows == rows);
    }
}

TEST_CASE("IMC-ENI-12 line ends of every kind, blank lines and a byte order mark") {
    const std::vector<CsvRow> rows = {{1, {"a", "b"}}, {2, {"c", "d"}}};
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        const std::string line_end(end);
        CHECK(read_whole("a,b" + line_end + "c,d").rows == rows);
        CHECK(read_whole("\xEF\xBB\xBF"
                         "a,b" +
                         line_end + "c,d" + line_end + line_end)
                  .rows == rows);
    }
    CHECK(read_whole("\n\r\n\ra\n").rows == std::vector<CsvRow>{{4, {"a"}}});
    CHECK(read_whole("\"a\r\n\n\rb\",c\nd\n").rows == std::vector<CsvRow>{{1, {"a\r\n\n\rb", "c"}}, {5, {"d"}}});
    CHECK(read_whole("\"\"\n,\n").rows == std::vector<CsvRow>{{1, {""}}, {2, {"", ""}}});
    CHECK(read_whole("").rows.empty());
    CHECK(read_whole("\xEF\xBB\xBF").rows.empty());
    CHECK(read_whole("\xEF\xBB\x80,b").rows == std::vector<CsvRow>{{1, {"\xEF\xBB\x80", "b"}}});
}

TEST_CASE("a zoo of bad files: each error has its place") {
    const std::vector<BadCsv> zoo = {
        {"a,b\nc\"d,e\n", "quote-in-cell", 2, 2},
        {"a,\"b\"x\n", "text-after-quote", 1, 6},
        {"a,\"b\" ,c\n", "text-after-quote", 1, 6},
        {"a\n\"b\r\nc", "quote-not-closed", 2, 1},
        {"\"one\r\ntwo\rthree\nö\"x", "text-after-quote", 4, 3},
        {std::string("a,b\0c\n", 6), "nul", 1, 4},
        {std::string("\"b\0c\n", 5), "nul", 1, 3},
        {std::string("\"b\"\0c\n", 6), "nul", 1, 4},
        {"ok\né\xE9,b\n", "encoding", 2, 2},
        {"a\xC0\xAF\n", "encoding", 1, 2},
        {"a\xED\xA0\x80\n", "encoding", 1, 2},
        {"a\xF4\x90\x80\x80\n", "encoding", 1, 2},
        {"a,\xE2\x82", "encoding", 1, 3},
        {"\xEF\xBB", "encoding", 1, 1},
        {"\xEF\xBB,a", "encoding", 1, 1},
        {std::string("\xFF\xFE"
                     "a\0,\0",
                     6),
         "encoding", 1, 1},
        {std::string("\xFE\xFF\0a", 4), "encoding", 1, 1},
    };
    for (const BadCsv& bad : zoo) {
        CAPTURE(bad.file);
        const auto reading = read_whole(bad.file);
        CHECK(reading.code == "file.malformed");
        CHECK(reading.problem == bad.problem);
        CHECK(reading.line == bad.line);
        CHECK(reading.column == bad.column);
        CHECK(read_pieces(bad.file, ',', [] { return std::size_t{1}; }) == reading);
    }
}

TEST_CASE("a record has a ceiling, in one piece and in many") {
    const auto longest = CsvReader::longest_record;
    const std::string fits = "a\n" + std::string(longest - 2, 'x') + ",y\nb\n";
    CHECK(read_whole(fits).rows.size() == 3);
    CHECK(read_pieces(fits, ',', [] { return std::size_t{4096}; }).rows.size() == 3);
    for (const std::string& file :
         {"a\n" + std::string(longest + 1, 'x') + "\n", "a\n\"" + std::string(2 * longest, '\n')}) {
        const auto reading = read_whole(file);
        CHECK(reading.code == "document.too-large");
        CHECK(reading.problem == std::to_string(longest));
        CHECK(reading.line == 2);
        CHECK(read_pieces(file, ',', [] { return std::size_t{4096}; }) == reading);
    }
}

TEST_CASE("after an error every call answers it again; a separator must be one") {
    CsvReader reader(',');
    int rows = 0;
    const RowSink count = [&](const Row&) { ++rows; };
    CHECK_FALSE(reader.feed("a\"b", count));
    const auto again = reader.feed("fine,row\n", count);
    REQUIRE_FALSE(again);
    CHECK(again.error().place.column == 2);
    CHECK_FALSE(reader.finish(count));
    CHECK(rows == 0);
    for (const char separator : {'"', '\n', '\r', '\0', '\xE9'}) {
        const auto refused = CsvReader(separator).feed("a", count);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code.name() == "argument.invalid");
    }
}

TEST_CASE("cells are quoted only where they must be") {
    const auto written = [](const std::vector<std::string_view>& cells) {
        std::string out;
        append_csv(out, cells, ';', "\n");
        return out;
    };
    CHECK(written({"a", "b,c", "d;e", "f\"g", "", "h i"}) == "a;b,c;\"d;e\";\"f\"\"g\";;h i\n");
    CHECK(written({" a", "b ", "c\r", "d\ne"}) == "\" a\";\"b \";\"c\r\";\"d\ne\"\n");
    CHECK(written({""}) == "\"\"\n");
    CHECK(written({"", ""}) == ";\n");
}

TEST_CASE("separators, quotes and line ends are found wherever they stand in a block") {
    std::mt19937 random(20261127);
    const auto below = [&](std::size_t n) { return random() % n; };
    for (int n = 0; n < 500; ++n) {
        std::string text(below(300), 'x');
        for (char& c : text) {
            if (below(20) == 0) c = std::string_view(";\"\r\n\0\xC3,", 7)[below(7)];
        }
        Stops stops(';');
        bool high = false;
        for (std::size_t at = below(70); at < text.size(); ++at) {
            const auto expected = std::min(text.find_first_of(std::string_view(";\"\r\n\0", 5), at), text.size());
            const auto found = stops.next(text, at, high);
            REQUIRE(found == expected);
            CHECK((high || text.substr(at, found - at).find('\xC3') == std::string::npos));
            at = found;
        }
    }
}

// Damaged import files: whatever happens to the bytes, an import ends with a summary or an error, counts every row, and
// leaves a state that agrees with what it reported.
#include "effort.hpp"
#include "import_check.hpp"
#include "imports/csv_write.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

namespace damaged {

using namespace provost;
using namespace provost::import_world;

using Random = std::mt19937;
using Table = std::vector<std::vector<std::string>>;

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

char separator_of(const Sample& sample) { return data::find_import_preset(sample.preset)->separator; }

Table table_of(const Sample& sample) {
    Table table;
    imports::CsvReader reader(separator_of(sample));
    const imports::RowSink sink = [&](const imports::Row& row) {
        table.emplace_back(row.cells.begin(), row.cells.end());
    };
    REQUIRE(reader.feed(sample.text, sink));
    REQUIRE(reader.finish(sink));
    return table;
}

// Values that some rule or reader may trip over.
std::string odd_value(Random& random) {
    static constexpr std::array<std::string_view, 24> values{"",
                                                             " ",
                                                             "0",
                                                             "-1",
                                                             "99999999999999999999",
                                                             "1e9",
                                                             "2026-02-30",
                                                             "c1",
                                                             "ANN",
                                                             "ann",
                                                             "S1",
                                                             "2026-10-04T02:30",
                                                             "0001-01-01",
                                                             "9999-12-31",
                                                             "=1+1",
                                                             "\"",
                                                             "a\x01",
                                                             "TEMPLATE",
                                                             "COURSE",
                                                             "\xEF\xBB\xBF",
                                                             "\xC2\x85",
                                                             ";,;,",
                                                             "<b>&</b>",
                                                             "a\r\nb"};
    switch (random() % 12) {
        case 0: return std::string(1 + below(random, 20'000), 'x');
        case 1: return std::string(30 + below(random, 20), 'y');
        default: return std::string(values[below(random, values.size())]);
    }
}

void swap_columns(Table& table, std::size_t a, std::size_t b, bool heading) {
    for (std::size_t i = heading ? 0 : 1; i < table.size(); ++i) {
        if (a < table[i].size() && b < table[i].size()) std::swap(table[i][a], table[i][b]);
    }
}

void damage_table(Table& table, Random& random) {
    auto& row = table[below(random, table.size())];
    if (row.empty()) return;  // its only column went
    const auto column = below(random, row.size());
    switch (random() % 10) {
        case 0: swap_columns(table, column, below(random, row.size()), true); break;
        case 1: swap_columns(table, column, below(random, row.size()), false); break;
        case 2:
            for (auto& each : table) {
                if (column < each.size()) each.erase(each.begin() + static_cast<std::ptrdiff_t>(column));
            }
            break;
        case 3: table.push_back(row); break;
        case 4: table.insert(table.begin() + static_cast<std::ptrdiff_t>(below(random, table.size() + 1)), row); break;
        case 5: row.push_back(odd_value(random)); break;
        case 6:
            if (row.size() > 1) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
            break;
        case 7: {
            const auto& other = table[below(random, table.size())];
            if (column < other.size()) row[column] = other[column];
            break;
        }
        default: row[column] = odd_value(random);
    }
}

std::string written(const Table& table, char separator, Random& random) {
    static constexpr std::array<std::string_view, 5> ends{"\n", "\r\n", "\r", "\n\n", "\r\n\n"};
    const bool mixed = random() % 4 == 0;
    const auto end = ends[below(random, 3)];
    std::string text;
    if (random() % 4 == 0) text += "\xEF\xBB\xBF";
    for (const auto& row : table) {
        const std::vector<std::string_view> cells(row.begin(), row.end());
        imports::append_csv(text, cells, separator, mixed ? ends[below(random, ends.size())] : end);
    }
    return text;
}

void damage_bytes(std::string& text, Random& random) {
    static constexpr std::array<std::string_view, 16> pieces{"\"",
                                                             "\"\"",
                                                             ",",
                                                             ";",
                                                             "\t",
                                                             "|",
                                                             std::string_view("\0", 1),
                                                             "\xEF\xBB\xBF",
                                                             "\n",
                                                             "\r",
                                                             "\r\n",
                                                             "\xC3\x28",
                                                             "\xED\xA0\x80",
                                                             "\xFF",
                                                             "sep=;\n",
                                                             "\xE2\x80\xA8"};
    const auto at = below(random, text.size() + 1);
    switch (random() % 8) {
        case 0:
        case 1: text.insert(at, pieces[below(random, pieces.size())]); break;
        case 2: text.erase(at, 1 + below(random, 8)); break;
        case 3: text.resize(at); break;
        case 4: text.insert(at, text.substr(below(random, text.size() + 1), below(random, 80))); break;
        case 5:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        case 6: text.insert(at, 1 + below(random, 5'000), 'z'); break;
        default:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << (random() % 8)));
    }
    if (random() % 1000 == 0) text.insert(at, imports::CsvReader::longest_record, 'z');
}

struct Damaged {
    Trial trial;
    std::string text;
};

Damaged make_damaged(const Sample& sample, const Table& whole, Random& random) {
    static constexpr std::array<std::string_view, 3> encodings{"", "utf-16", "windows-1252"};
    Damaged made{trial_of(sample), {}};
    Table table = whole;
    const auto kind = random() % 8;  // most damages are of cells: those get furthest
    for (auto n = kind < 6 ? 1 + random() % 3 : 0; n > 0; --n) damage_table(table, random);
    made.text = written(table, random() % 8 == 0 ? ';' : separator_of(sample), random);
    auto& request = made.trial.request;
    if (random() % 8 == 0) request.encoding = encodings[below(random, encodings.size())];
    if (!request.encoding.empty()) made.text = imports::encode(*imports::find_encoding(request.encoding), made.text);
    for (auto n = kind > 4 ? 1 + random() % 3 : 0; n > 0; --n) damage_bytes(made.text, random);
    request.lenient_ids = random() % 4 == 0 && request.preset == "catalogue";
    request.template_update = random() % 4 == 0 && request.preset == "catalogue";
    request.last_wins = random() % 4 == 0 && sample.kinds.back() == "course";
    request.detail = random() % 4 == 0 ? Detail::full : Detail::verdict;
    made.trial.batch = random() % 2 == 0 ? 2000 : 1 + random() % 3;
    // Messages take ids at the end of a batch, so that in small ones a refused row moves the ids of what follows.
    request.messages = made.trial.batch == 2000 && random() % 2 == 0;
    const auto most = random() % 2 == 0 ? 2 + made.text.size() / 40 : 1 + made.text.size();
    made.trial.next = [&random, most] { return below(random, most); };
    return made;
}

std::string shown(const Damaged& made) {
    return to_json(made.trial.request) + " batch " + std::to_string(made.trial.batch) + "\n" +
           made.text.substr(0, 4000);
}

}  // namespace damaged

}  // namespace

TEST_CASE("every file that the samples of presets hold is read, and most of its rows are accepted") {
    using namespace damaged;
    for (const Sample& sample : samples()) {
        CAPTURE(std::string(sample.preset));
        const auto world = make_world();
        const auto done = import(*world.engine, trial_of(sample).request, sample.text);
        INFO(done.text());
        INFO(done.of("problems"));
        REQUIRE(done.summary);
        CHECK(done.summary->rows == sample.rows);
        CHECK(done.summary->rejected > 0);
        CHECK(done.summary->created + done.summary->updated > done.summary->rejected);
        Tally tally;
        CHECK(fault_of(trial_of(sample), sample.text, tally) == "");
    }
    std::string all;
    for (const Sample& sample : samples()) all += (all.empty() ? "" : ", ") + std::string(sample.preset);
    CHECK(all == data::import_preset_names());
}

TEST_CASE("IMC-ENI-12 IMC-CSV-26 damaged files: every row is counted, and the state agrees with the reports") {
    using namespace damaged;
    Random random(20260701);
    Tally tally;
    for (const Sample& sample : samples()) {
        const auto whole = table_of(sample);
        for (int n = effort("import-mutations"); n > 0; --n) {
            const auto made = make_damaged(sample, whole, random);
            const auto fault = fault_of(made.trial, made.text, tally);
            REQUIRE_MESSAGE(fault.empty(), fault << " <- " << shown(made));
        }
    }
    MESSAGE(tally.files << " damaged files: " << tally.errors << " errors; rows " << tally.created << " created, "
                        << tally.updated << " updated, " << tally.unchanged << " unchanged, " << tally.rejected
                        << " rejected");
    CHECK(tally.errors > tally.files / 20);  // else the damage is too small, or too great to get behind the header
    CHECK(tally.errors < tally.files / 2);
    CHECK(tally.created > tally.files / 2);
    CHECK(tally.moved < tally.files / 50);
}

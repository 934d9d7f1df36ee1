// Rows that wait: templates are decided before courses, and a file that was broken off is simply run again.
#include "imports/held_rows.hpp"

#include "import_check.hpp"

#include <doctest/doctest.h>

namespace {

namespace held {

using namespace provost;
using namespace provost::import_world;

constexpr std::string_view mixed =
    "Import type,Course type ID,External Template ID,External Course ID,Name,Description,Duration,Location\n"
    "COURSE,,first-aid,aid-1,,,6 M,7001\n"
    "TEMPLATE,310,first-aid,,First aid,\"Two\nlines\",,\n"
    ",,S1,aid-2,\"Second, \"\"2\"\"\",,3 M,7001\n"
    "COURSE,,nothing,aid-3,,,6 M,7001\n"
    "TEMPLATE,310,last,,Last,,,\n"
    ",,last,aid-4,,,1 M,7002\n";
// Without the column of types no row waits.
constexpr std::string_view courses =
    "External Template ID,External Course ID,Name,Duration,Location\n"
    "S1,x-1,One,6 M,7001\nS2,x-2,\"T, wo\",6 M,7001\nnothing,x-3,Three,6 M,7001\nfree,x-4,Four,6 M,7002\n"
    "S1,x-5,Five,6 M,7001\nS1,x-1,One,6 M,7001\nS2,x-6,Six,,7001\nfree,x-7,Seven,2 M,7001\n";

// As after a kill: what was committed, and nothing else.
World reopened(const World& world, std::size_t batch) {
    auto store = make_memory_store();
    Unit unit;
    for (const Record& record : everything(*world.store)) unit.writes.push_back({record, 0});
    const auto outcomes = store->commit(std::span(&unit, 1));
    REQUIRE(outcomes);
    return open_world(std::move(store), batch);
}

// Breaks a file off after so many bytes, then runs it again; the position of the journal after that.
JournalPosition broken_off(const SessionRequest& request, std::string_view text, std::size_t at, std::size_t batch,
                           bool killed) {
    auto world = make_world(batch);
    {
        auto session = world.engine->begin(to_json(request));
        REQUIRE(session);
        REQUIRE((*session)->feed(text.substr(0, at)));
    }
    if (killed) world = reopened(world, batch);
    const auto again = import(*world.engine, request, text);
    REQUIRE(again.summary);
    REQUIRE(fault_of_journal(world, false) == "");
    return journal_of(world);
}

void check_broken_off(std::string_view text) {
    const auto request = request_of("catalogue");
    for (const std::size_t batch : {1U, 2U, 3U}) {
        const auto world = make_world(batch);
        REQUIRE(import(*world.engine, request, text).summary);
        const auto whole = journal_of(world);
        for (std::size_t at = 0; at <= text.size(); at += 5) {
            for (const bool killed : {true, false}) {
                const auto again = broken_off(request, text, at, batch, killed);
                CAPTURE(at);
                CAPTURE(killed);
                REQUIRE(again.state == whole.state);
                REQUIRE(again.chain == whole.chain);
            }
        }
    }
}

}  // namespace held

}  // namespace

TEST_CASE("IMC-CSVT-05 rows that wait come back as they stood in the file, the first ones first") {
    using namespace held;
    imports::HeldRows rows;
    const std::vector<std::pair<std::string_view, bool>> texts = {
        {"a,1", false}, {"\"b\nb\",2", true}, {"c,\"3,\"\"\"", false}, {"d,4", true}};
    std::int64_t line = 2;
    for (const auto& [text, first] : texts) {
        imports::split_record(text, ',', [&, text = text, first = first](const imports::Row& row) {
            rows.add({line, row.cells, text}, first);
        });
        line += 2;
    }
    CHECK(rows.size() == 4);
    std::string all;
    rows.each(',', [&](const imports::Row& row) {
        all += std::to_string(row.line) + '|' + std::string(row.cells.front()) + '|' + std::string(row.cells.back()) +
               '|' + std::string(row.text) + '\n';
    });
    CHECK(all == "4|b\nb|2|\"b\nb\",2\n8|d|4|d,4\n2|a|1|a,1\n6|c|3,\"|c,\"3,\"\"\"\n");
    rows.clear();
    CHECK(rows.size() == 0);
    rows.each(',', [](const imports::Row&) { FAIL("there is none"); });
}

TEST_CASE("IMC-CSV-26 rows wait up to a number of rows, and up to a size") {
    using namespace held;
    imports::HeldRows rows;
    for (std::size_t n = 0; n < imports::HeldRows::most_rows; ++n) {
        REQUIRE_FALSE(rows.is_full());
        rows.add({1, {}, "x"}, false);
    }
    CHECK(rows.is_full());
    rows.clear();
    CHECK_FALSE(rows.is_full());
    const std::string long_row(imports::HeldRows::most_bytes / 4, 'x');
    for (int n = 0; n < 4; ++n) {
        REQUIRE_FALSE(rows.is_full());
        rows.add({1, {}, long_row}, false);
    }
    CHECK(rows.is_full());
}

TEST_CASE("IMC-CSVT-05 courses find the templates that stand behind them, and reports keep the order of the file") {
    using namespace held;
    for (const std::size_t batch : {1U, 2U, 2000U}) {
        const auto world = make_world(batch);
        const auto done = import(*world.engine, request_of("catalogue"), mixed);
        REQUIRE(done.summary);
        CHECK(done.summary->created == 5);
        CHECK(done.of("problems") == "f.csv,6,template.unknown\n");
    }
}

TEST_CASE("a file of courses that was broken off anywhere and run again gives the state of one that was not") {
    held::check_broken_off(held::courses);
}

TEST_CASE("IMC-CSVT-05 so does a file of templates and courses, whose rows wait") {
    held::check_broken_off(held::mixed);
}

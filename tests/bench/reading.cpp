// Reading a file of enrolments: records and cells alone, and rows as checked requests, each beside a loop written for
// this one file that finds the cells by memchr and checks the same of them.
#include "import_file.hpp"

#include "data/import_presets.hpp"
#include "imports/csv.hpp"
#include "imports/rows.hpp"

#include <provost/adapters/system_zones.hpp>

#include <cstring>

namespace bench {

namespace {

using provost::imports::Row;

std::string contents(const fs::path& file) {
    std::string text;
    read_pieces(file, [&](std::string_view piece) { text += piece; });
    return text;
}

std::size_t cells_of(const std::string& text) {
    std::size_t cells = 0;
    provost::imports::CsvReader reader(';');
    const auto count = [&](const Row& row) { cells += row.cells.size(); };
    must(reader.feed(text, count));
    must(reader.finish(count));
    return cells;
}

std::size_t rows_of(const std::string& text, const provost::Zone& zone) {
    std::size_t right = 0;
    provost::imports::RowReader rows(*provost::data::find_import_preset("enrolments"), zone, {});
    provost::imports::CsvReader reader(';');
    const auto take = [&](const Row& row) {
        if (!rows.is_bound()) return std::ignore = must(rows.bind(row, ';')), void();
        const auto read = rows.read(row);
        right += !read.refused && !read.malformed ? 1 : 0;
    };
    must(reader.feed(text, take));
    must(reader.finish(take));
    return right;
}

// Calls `take` with the cells of each line; this file has no quoted line ends.
template <class Take>
void each_line(const std::string& text, Take take) {
    std::string_view cells[10];
    for (const char* at = text.data(); at < text.data() + text.size();) {
        const auto* end = static_cast<const char*>(std::memchr(at, '\n', text.data() + text.size() - at));
        if (end == nullptr) end = text.data() + text.size();
        std::size_t count = 0;
        for (const char* cell = at; count < 10; ++count) {
            const auto* stop = static_cast<const char*>(std::memchr(cell, ';', end - cell));
            if (stop == nullptr) stop = end;
            cells[count] = {cell, static_cast<std::size_t>(stop - cell)};
            cell = stop + 1;
            if (stop == end) {
                ++count;
                break;
            }
        }
        take(std::span(cells, count));
        at = end + 1;
    }
}

bool is_moment(std::string_view text) { return text.empty() || provost::parse_moment(text).has_value(); }

std::size_t floor_rows_of(const std::string& text) {
    std::size_t right = 0;
    bool first = true;
    each_line(text, [&](std::span<const std::string_view> cells) {
        if (std::exchange(first, false) || cells.size() != 10) return;
        const bool given = !cells[2].empty() && (!cells[1].empty() || !cells[8].empty()) && !cells[3].empty();
        const bool status = cells[4].empty() || cells[4].find_first_not_of("0123456789") == cells[4].npos;
        right += given && status && cells[1].size() <= 40 && cells[2].size() <= 100 && is_moment(cells[3]) &&
                         is_moment(cells[5]) && is_moment(cells[6]) && is_moment(cells[7])
                     ? 1
                     : 0;
    });
    return right;
}

template <class Work>
double seconds(Work work) {
    const double began = cpu_seconds();
    if (work() == 0) std::exit(1);
    return cpu_seconds() - began;
}

}  // namespace

void reading(const std::string& input) {
    const std::string text = contents(fs::path(input) / enrolments_file.name);
    const auto zones = provost::make_system_zones();
    const provost::Zone& zone = *zones->find("Australia/Melbourne");
    std::vector<double> cells, floor_cells, rows, floor_rows;
    std::size_t count = 0;
    for (int round = 0; round < 5; ++round) {
        cells.push_back(seconds([&] { return cells_of(text); }));
        floor_cells.push_back(seconds([&] {
            std::size_t found = 0;
            each_line(text, [&](std::span<const std::string_view> line) { found += line.size(); });
            return found;
        }));
        rows.push_back(seconds([&] { return count = rows_of(text, zone); }));
        floor_rows.push_back(seconds([&] { return floor_rows_of(text); }));
    }
    const auto all = static_cast<double>(count);
    report("reading: records and cells, UTF-8 checked", median(cells), median(floor_cells), all, "rows", 0.7);
    report("reading: rows as checked requests with digests", median(rows), median(floor_rows), all, "rows", 0.7);
}

}  // namespace bench

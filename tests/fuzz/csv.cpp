// Fuzz target: any bytes, cut anywhere, give the same rows and the same error; what was read can be written and read.
#include "imports/csv.hpp"
#include "imports/csv_write.hpp"

#include <algorithm>
#include <cstdlib>

using namespace provost;
using namespace provost::imports;

namespace {

struct Reading {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::int64_t> lines;
    Place place;
    Code code;
    bool operator==(const Reading&) const = default;
};

Reading read(std::string_view file, std::size_t piece) {
    Reading reading;
    CsvReader reader(',');
    const RowSink sink = [&](const Row& row) {
        reading.rows.emplace_back(row.cells.begin(), row.cells.end());
        reading.lines.push_back(row.line);
    };
    Result<void> done;
    while (done && !file.empty()) {
        done = reader.feed(file.substr(0, piece), sink);
        file.remove_prefix(std::min(piece, file.size()));
    }
    if (done) done = reader.finish(sink);
    if (!done) {
        reading.place = done.error().place;
        reading.code = done.error().code;
    }
    return reading;
}

void expect(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view file(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read(file, size);
    expect(read(file, 1U + data[0] % 16U) == whole);
    std::string written;
    for (const auto& row : whole.rows) {
        const std::vector<std::string_view> cells(row.begin(), row.end());
        append_csv(written, cells, ',', "\n");
    }
    // A first cell that begins with a byte order mark of its own reads back without it.
    if (!written.starts_with("\xEF\xBB\xBF")) expect(read(written, size).rows == whole.rows);
    return 0;
}

// Fuzz target: any bytes, as files of a submission cut anywhere, read back the same and give the same findings; what
// was read without a problem is written as it stood.
#include "reporting/checks/file_check.hpp"
#include "reporting/fixed_width.hpp"

#include <algorithm>
#include <cstdlib>

using namespace provost::reporting;

namespace {

struct Told {
    const checks::CheckRule* rule;
    std::int64_t line;
    std::size_t column;
    bool operator==(const Told&) const = default;
};

std::vector<Told> check(const Layout& layout, std::string_view file, std::size_t piece) {
    checks::FileCheck checker({std::string(layout.release), "national", 2024, {}, "90001"});
    for (; !file.empty(); file.remove_prefix(std::min(piece, file.size()))) {
        checker.add(layout.file, file.substr(0, piece));
    }
    checker.finish();
    std::vector<Told> told;
    for (const auto& finding : checker.take()) told.push_back({finding.rule, finding.line, finding.column});
    return told;
}

void expect(bool holds) {
    if (!holds) std::abort();
}

void write_again(RecordReader& reader, std::string_view record) {
    reader.read(record);
    if (!reader.problems().empty() || record.size() != reader.layout().full_length) return;
    const std::vector<FieldValue> values(reader.values().begin(), reader.values().end());
    std::string written;
    std::vector<FieldNote> notes;
    if (!append_record(written, reader.layout(), Extent::full, values, notes))
        return;  // a value that filled its field wrongly
    expect(notes.empty());
    const std::vector<std::string> before(reader.values().begin(), reader.values().end());
    written.resize(written.size() - 2);
    reader.read(written);
    expect(std::ranges::equal(before, reader.values()) && reader.problems().empty());
}

}  // namespace

// The first byte chooses the file and the release, the second how it is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const auto all = layouts(data[0] % 2 == 0 ? "8.0" : "7.0");
    const Layout& layout = all[data[0] / 2 % all.size()];
    const std::string_view file(reinterpret_cast<const char*>(data) + 2, size - 2);
    expect(check(layout, file, size) == check(layout, file, 1U + data[1] % 16U));
    RecordReader reader(layout);
    RecordLines lines;
    lines.feed(file, [&](std::string_view record, Ending) { write_again(reader, record); });
    return 0;
}

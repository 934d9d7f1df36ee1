// Packages that come in: the manifest, the order of packages, what must be so before anything is handed out.
#include "lms/drop_reader.hpp"

#include "base/code_table.hpp"
#include "base/sha256.hpp"
#include "imports/csv.hpp"
#include "lms/drop_names.hpp"
#include "lms/web_text.hpp"

namespace provost::lms {

namespace {

constexpr std::size_t digests_kept = 200;
constexpr std::int64_t highest_sequence = 99'999'999;  // eight digits

constexpr auto streams_in = std::to_array<std::string_view>({"courses", "enrolments", "results", "ack"});

}  // namespace

bool DropReader::stop(const Manifest& manifest, PackageState state, Code code, std::string_view file,
                      std::vector<Parameter> parameters) {
    DropPackage package;
    package.sequence = manifest.sequence;
    package.state = state;
    package.manifest = manifest.name;
    package.digest = manifest.digest;
    package.file = file;
    package.code = code;
    if (code) package.problem = sentence(code, parameters);
    packages_.push_back(std::move(package));
    return false;
}

// A name that is not safe is no name: nobody looks for such a file.
void DropReader::add(DropFile file) {
    bytes_ += file.bytes.size();
    Manifest unnamed;
    unnamed.name = shortened(file.name, 100);
    if (!is_safe_name(file.name)) {
        (void)stop(unnamed, PackageState::broken, "drop.name"_code, unnamed.name, {{"name", unnamed.name}});
        return;
    }
    if (is_manifest_name(file.name)) return read(file);
    const auto [held, is_new] = files_.emplace(folded_name(file.name), file);
    if (is_new || held->second.name == file.name) {
        held->second = std::move(file);
    } else {  // the same name to some systems
        (void)stop(unnamed, PackageState::broken, "drop.name"_code, unnamed.name, {{"name", unnamed.name}});
    }
}

bool DropReader::read_line(std::span<const std::string_view> cells, Manifest& manifest) {
    if (cells.size() == 2) {
        return manifest.properties.emplace(cells[0], cells[1]).second;
    }
    if (cells.size() != 6) return false;
    if (cells[0] == "stream") return cells[1] == "name";
    const auto bytes = whole(cells[3]);
    const auto rows = whole(cells[4]);
    if (cells[2] == "absent") return true;  // the peer says nothing about that stream
    if (!bytes || !rows || *bytes < 0 || *rows < 0) return false;
    manifest.entries.push_back(
        {std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), *bytes, *rows, folded_name(cells[5])});
    return true;
}

bool DropReader::read_manifest(const DropFile& file, Manifest& manifest) {
    manifest.name = file.name;
    manifest.digest = to_hex(sha256(file.bytes));
    imports::CsvReader reader(',');
    bool right = true;
    const imports::RowSink sink = [&](const imports::Row& row) { right = right && read_line(row.cells, manifest); };
    auto done = reader.feed(file.bytes, sink);
    if (done) done = reader.finish(sink);
    const auto sequence = whole(manifest.properties["sequence"]);
    if (sequence) manifest.sequence = *sequence;
    if (done && right && sequence && *sequence > 0 && *sequence <= highest_sequence) return true;
    return stop(manifest, PackageState::broken, "drop.manifest"_code, file.name, {{"problem", "it can not be read"}});
}

// Whether the manifest is of this connection and format, and names each file safely and once.
bool DropReader::describes_itself(Manifest& manifest) {
    const auto wrong = [&](std::string problem) {
        return stop(manifest, PackageState::broken, "drop.manifest"_code, manifest.name,
                    {{"problem", std::move(problem)}});
    };
    auto& properties = manifest.properties;
    if (properties["format"] != "provost-exchange/1") return wrong("its format is not provost-exchange/1");
    if (properties["connection"] != state_.connection) return wrong("it is of another connection");
    if (properties["encoding"] != "utf-8") return wrong("its encoding is not utf-8");
    if (whole(properties["previous_sequence"]) != manifest.sequence - 1)
        return wrong("it does not follow the one before");
    if (manifest.name != manifest_name(state_.connection, manifest.sequence))
        return wrong("its name has another number");
    std::set<std::string> names;
    for (const Entry& entry : manifest.entries) {
        const bool known = std::ranges::find(streams_in, entry.stream) != streams_in.end();
        if (!known) return wrong("it has a stream that is not known: " + shortened(entry.stream, 40));
        if (entry.mode != "bulk" && entry.mode != "delta") return wrong("a mode is neither bulk nor delta");
        const bool is_named = is_data_name(entry.name, entry.stream, state_.connection, manifest.sequence);
        const auto name = shortened(entry.name, 100);
        if (!is_named || !names.insert(folded_name(entry.name)).second) {
            return stop(manifest, PackageState::broken, "drop.name"_code, name, {{"name", name}});
        }
    }
    return true;
}

// One that was accepted is skipped without a word, another one of its number is not taken, and none comes before its
// turn. [PPR-SYN-06]
bool DropReader::is_next(const Manifest& manifest) {
    if (manifest.sequence <= state_.received) {
        const auto back = static_cast<std::size_t>(state_.received - manifest.sequence);
        const bool is_kept = back < state_.digests.size();
        const bool same = !is_kept || state_.digests[state_.digests.size() - 1 - back] == manifest.digest;
        return same ? stop(manifest, PackageState::skipped, {}, {})
                    : stop(manifest, PackageState::broken, "drop.sequence-reused"_code, manifest.name);
    }
    return manifest.sequence == state_.received + 1 || manifest.digest == approval_;
}

bool DropReader::is_whole(const Manifest& manifest, const Entry& entry) {
    const auto held = files_.find(folded_name(entry.name));
    if (held == files_.end() || held->second.name != entry.name) {
        return stop(manifest, PackageState::broken, "drop.file-missing"_code, entry.name, {{"name", entry.name}});
    }
    const std::string& bytes = held->second.bytes;
    if (static_cast<std::int64_t>(bytes.size()) != entry.bytes) {
        return stop(manifest, PackageState::broken, "drop.bytes"_code, entry.name,
                    {{"expected", std::to_string(entry.bytes)}, {"found", std::to_string(bytes.size())}});
    }
    if (to_hex(sha256(bytes)) == entry.sha256) return true;
    return stop(manifest, PackageState::broken, "drop.digest"_code, entry.name);
}

// A file that was cut off, or is empty, is found here: before anything of the package is read. [PPR-SYN-04]
bool DropReader::is_whole(const Manifest& manifest) {
    return std::ranges::all_of(manifest.entries, [&](const Entry& entry) { return is_whole(manifest, entry); });
}

void DropReader::read(const DropFile& file) {
    Manifest manifest;
    if (!read_manifest(file, manifest) || !describes_itself(manifest)) return;
    const auto reported = packages_.size();
    if (!is_next(manifest)) {
        if (packages_.size() == reported) waiting_.insert_or_assign(manifest.sequence, file);
        return;
    }
    if (!is_whole(manifest)) return;
    Content content;
    for (const Entry& entry : manifest.entries) {
        if (!read_entry(manifest, entry, content)) return;
    }
    accept(manifest, std::move(content));
    const auto next = waiting_.find(state_.received + 1);
    if (next == waiting_.end()) return;
    const DropFile waited = std::move(next->second);
    waiting_.erase(next);
    read(waited);
}

void DropReader::accept(const Manifest& manifest, Content content) {
    DropPackage package;
    package.sequence = manifest.sequence;
    package.manifest = manifest.name;
    package.digest = manifest.digest;
    for (const DropTable& table : content.tables) {
        for (const DropRow& row : table.rows) ++(row.code ? package.faults : package.rows);
    }
    packages_.push_back(std::move(package));
    // What lies between stays unknown when a person let a package go before its turn.
    const auto passed_over = static_cast<std::size_t>(manifest.sequence - state_.received - 1);
    state_.digests.resize(state_.digests.size() + std::min(passed_over, digests_kept));
    state_.digests.push_back(manifest.digest);
    state_.received = manifest.sequence;
    if (state_.digests.size() > digests_kept)
        state_.digests.erase(state_.digests.begin(), state_.digests.end() - digests_kept);
    if (content.bulk_rows.contains("courses")) state_.course_rows = content.bulk_rows["courses"];
    if (content.bulk_rows.contains("enrolments")) state_.enrolment_rows = content.bulk_rows["enrolments"];
    std::ranges::move(content.tables, std::back_inserter(tables_));
    Findings& from = content.findings;
    std::ranges::move(from.outcomes, std::back_inserter(findings_.outcomes));
    std::ranges::move(from.courses, std::back_inserter(findings_.courses));
    std::ranges::move(from.enrolments, std::back_inserter(findings_.enrolments));
    std::ranges::move(from.results, std::back_inserter(findings_.results));
    std::ranges::move(from.ends, std::back_inserter(findings_.ends));
    for (const Entry& entry : manifest.entries) files_.erase(folded_name(entry.name));
}

bool DropReader::report(const DropReport& report) {
    const auto table = std::ranges::find(tables_, report.row_of, &DropTable::name);
    if (table == tables_.end()) return false;
    const auto row = std::ranges::find(table->rows, report.line, &DropRow::line);
    if (row == table->rows.end()) return false;
    row->status = report.status;
    row->code = report.code;
    row->message = report.message;
    return true;
}

void DropReader::finish() {
    for (const auto& [sequence, file] : std::exchange(waiting_, {})) {
        Manifest manifest;
        manifest.sequence = sequence;
        manifest.name = file.name;
        manifest.digest = to_hex(sha256(file.bytes));
        (void)stop(manifest, PackageState::held, "drop.gap"_code, file.name,
                   {{"expected", std::to_string(state_.received + 1)}});
    }
}

}  // namespace provost::lms

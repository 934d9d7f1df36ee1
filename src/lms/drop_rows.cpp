// The rows of a file that comes in: headings are names of members of the document that a row becomes. A row at fault
// stands alone; what is wrong with the file as a whole stops its package.
#include "base/code_table.hpp"
#include "base/list_text.hpp"
#include "base/sha256.hpp"
#include "imports/csv.hpp"
#include "lms/drop_names.hpp"
#include "lms/drop_reader.hpp"

#include <provost/describe/json.hpp>

namespace provost::lms {

namespace {

// More faults than this, and more than a fifth of the rows: the file is not what it seems to be.
constexpr std::size_t faults_borne = 25;
// A whole list that lost more than a fifth since the last one is not believed. Short lists are not measured.
constexpr std::int64_t short_list = 20;

std::string key_of(const ObservedCourse& row) { return row.course; }
std::string key_of(const Observed& row) { return row.course + " " + row.learner; }
std::string key_of(const ObservedResult& row) { return row.event_id; }

// An event without an id has that of what it says: the same row again is the same event.
void complete(ObservedResult& row, std::string_view text) {
    if (row.event_id.empty()) row.event_id = "row-" + to_hex(sha256(text), 16);
}
void complete(ObservedCourse&, std::string_view) {}
void complete(Observed&, std::string_view) {}

// Headings that begin with an underscore stand in files that were sent back, and are passed over.
std::string wrong_heading(const std::vector<std::string>& headings,
                          const std::function<bool(const std::string&)>& knows) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (headings[i].starts_with('_')) continue;
        if (!knows(headings[i])) return "the heading " + headings[i] + " is not known";
        if (std::find(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(i), headings[i]) !=
            headings.begin() + static_cast<std::ptrdiff_t>(i)) {
            return "the heading " + headings[i] + " stands twice";
        }
    }
    return {};
}

DropFault fault_of(Code code, std::string_view field, const std::vector<Parameter>& parameters = {}) {
    return {code, std::string(field), sentence(code, parameters)};
}

void mark(DropRow& row, const DropFault& fault) {
    row.status = ActionStatus::failed;
    row.code = fault.code;
    row.field = fault.field;
    row.message = fault.message;
}

}  // namespace

std::optional<DropFault> read_cells(const RecordType& type, void* row, std::span<const std::string> headings,
                                    std::span<const std::string_view> cells) {
    if (cells.size() != headings.size()) {
        return fault_of("drop.cells"_code, {},
                        {{"expected", std::to_string(headings.size())}, {"found", std::to_string(cells.size())}});
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Field* field = type.find(headings[i]);
        if (field == nullptr || cells[i].empty()) continue;
        std::string_view rest = cells[i];
        if (field->access->kind == Kind::texts) {  // several in one cell
            for (auto bar = rest.find('|'); bar != rest.npos; bar = rest.find('|')) {
                (void)read_text(*field, row, rest.substr(0, bar));
                rest.remove_prefix(bar + 1);
            }
        }
        if (const Code code = read_text(*field, row, rest)) {
            std::string expected;
            for (const ChoiceRow& choice : field->access->choices) {
                add_to_list(expected, choice.name);
            }
            return fault_of(code, field->name, {{"expected", expected.empty() ? "another kind of value" : expected}});
        }
    }
    return std::nullopt;
}

std::string DropReader::cut(const std::string& bytes, Sheet& sheet) {
    imports::CsvReader reader(',');
    const imports::RowSink sink = [&](const imports::Row& row) {
        std::vector<std::string> cells(row.cells.begin(), row.cells.end());
        if (!sheet.headings.empty()) return sheet.lines.push_back({row.line, std::move(cells), std::string(row.text)});
        sheet.headings = std::move(cells);
        sheet.header = row.text;
    };
    auto done = reader.feed(bytes, sink);
    if (done) done = reader.finish(sink);
    if (done) return sheet.headings.empty() ? "it is empty" : "";
    const Error& error = done.error();
    return "line " + std::to_string(error.place.line) + ": " + sentence(error.code, error.parameters);
}

// What is wrong with a file as a whole, before any row of it counts.
bool DropReader::open(const Manifest& manifest, const Entry& entry, const Knows& knows, Sheet& sheet) {
    auto problem = cut(files_.at(folded_name(entry.name)).bytes, sheet);
    if (problem.empty()) problem = wrong_heading(sheet.headings, knows);
    if (!problem.empty()) {
        return stop(manifest, PackageState::broken, "drop.content"_code, entry.name, {{"problem", problem}});
    }
    if (static_cast<std::int64_t>(sheet.lines.size()) == entry.rows) return true;
    return stop(manifest, PackageState::broken, "drop.rows"_code, entry.name,
                {{"expected", std::to_string(entry.rows)}, {"found", std::to_string(sheet.lines.size())}});
}

// A whole list with nothing in it, or much shorter than the last one, waits for a person.
bool DropReader::has_shrunk(const Manifest& manifest, const Entry& entry) {
    if (entry.mode != "bulk" || manifest.digest == approval_) return false;
    const auto before = entry.stream == "courses" ? state_.course_rows : state_.enrolment_rows;
    const bool lost = before >= short_list && entry.rows * 5 < before * 4;
    if (entry.rows > 0 && !lost) return false;
    (void)stop(manifest, PackageState::held, "drop.shrunk"_code, entry.name,
               {{"rows", std::to_string(entry.rows)}, {"before", std::to_string(before)}});
    return true;
}

template <class Row>
DropRow DropReader::read_row(const Sheet& sheet, const Sheet::Line& line, Row& row) {
    DropRow told;
    told.line = line.line;
    told.text = line.text;
    const std::vector<std::string_view> cells(line.cells.begin(), line.cells.end());
    auto fault = read_cells(type_of<Row>(), &row, sheet.headings, cells);
    complete(row, line.text);
    told.key = key_of(row);
    if (!fault) {
        if (auto right = validate(type_of<Row>(), &row); !right) {
            const Error& error = right.error();
            fault =
                fault_of(error.code, std::string_view(error.place.pointer).substr(error.place.pointer.empty() ? 0 : 1),
                         error.parameters);
        }
    }
    if (fault) mark(told, *fault);
    return told;
}

template <class Row>
bool DropReader::read_rows(const Manifest& manifest, const Entry& entry, DropTable& table, std::vector<Row>& out) {
    Sheet sheet;
    if (!open(
            manifest, entry, [](const std::string& name) { return type_of<Row>().find(name) != nullptr; }, sheet)) {
        return false;
    }
    if (has_shrunk(manifest, entry)) return false;
    table.header = sheet.header;
    std::map<std::string, std::size_t> keys;  // how often each stands in the file
    std::vector<Row> rows(sheet.lines.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.rows.push_back(read_row(sheet, sheet.lines[i], rows[i]));
        if (!table.rows.back().code) ++keys[table.rows.back().key];
    }
    std::size_t faults = 0;
    for (DropRow& told : table.rows) {
        if (!told.code && keys[told.key] > 1) mark(told, fault_of("drop.twice"_code, {}));
        faults += told.code ? 1 : 0;
    }
    if (faults > faults_borne && faults * 5 > rows.size()) {
        return stop(manifest, PackageState::broken, "drop.faults"_code, entry.name,
                    {{"faults", std::to_string(faults)}});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!table.rows[i].code) out.push_back(std::move(rows[i]));
    }
    return true;
}

// A word of ours for the class of an error is taken as it is; any other code of a failure says that it can not succeed.
std::optional<ActionOutcome> DropReader::read_ack(const Sheet& sheet, const Sheet::Line& line) {
    ActionOutcome outcome;
    const std::vector<std::string_view> cells(line.cells.begin(), line.cells.end());
    if (read_cells(type_of<ActionOutcome>(), &outcome, sheet.headings, cells)) return std::nullopt;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (sheet.headings[i] == "message") outcome.problem = cells[i];
        if (sheet.headings[i] != "code" || outcome.status != ActionStatus::failed) continue;
        outcome.error = ErrorClass::invalid;
        if (is_word<ErrorClass>(cells[i])) {
            (void)read_text(*type_of<ActionOutcome>().find("error"), &outcome, cells[i]);
        }
    }
    if (!validate(type_of<ActionOutcome>(), &outcome)) return std::nullopt;
    return outcome;
}

// What the peer says of rows that were sent to it.
bool DropReader::read_acks(const Manifest& manifest, const Entry& entry, std::vector<ActionOutcome>& out) {
    static constexpr auto headings =
        std::to_array<std::string_view>({"line", "op_id", "key", "status", "code", "field", "message", "remote_id"});
    Sheet sheet;
    const auto knows = [](const std::string& name) { return std::ranges::find(headings, name) != headings.end(); };
    if (!open(manifest, entry, knows, sheet)) return false;
    for (const Sheet::Line& line : sheet.lines) {
        if (auto outcome = read_ack(sheet, line)) out.push_back(std::move(*outcome));
    }
    return true;
}

bool DropReader::read_entry(const Manifest& manifest, const Entry& entry, Content& content) {
    Findings& findings = content.findings;
    if (entry.stream == "ack") return read_acks(manifest, entry, findings.outcomes);
    DropTable table{entry.stream, entry.name, {}, {}};
    bool right = false;
    if (entry.stream == "courses") right = read_rows(manifest, entry, table, findings.courses);
    if (entry.stream == "enrolments") right = read_rows(manifest, entry, table, findings.enrolments);
    if (entry.stream == "results") right = read_rows(manifest, entry, table, findings.results);
    if (!right) return false;
    if (entry.mode == "bulk") content.bulk_rows[entry.stream] = entry.rows;
    ListingEnd end;
    end.listing = entry.stream;
    // Rows that could not be read may be anybody's: such a list says nothing of who is missing in it.
    const bool faultless = std::ranges::none_of(table.rows, [](const DropRow& row) { return bool(row.code); });
    end.complete = entry.mode == "bulk" && faultless;
    end.rows = entry.rows;
    if (entry.stream == "results") end.cursor = std::to_string(manifest.sequence);
    findings.ends.push_back(std::move(end));
    content.tables.push_back(std::move(table));
    return true;
}

}  // namespace provost::lms

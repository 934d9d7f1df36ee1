// What is written of each row. Values never are, except in the file of rejected rows, which gives them back.
#include "engine/import_report.hpp"

#include "base/controls.hpp"
#include "imports/csv_write.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

ValueClass class_of(std::string_view value) {
    if (is_blank(value)) return ValueClass::empty;
    if (parse_day(value) || parse_moment(value)) return ValueClass::date;
    return parse_decimal(value) ? ValueClass::number : ValueClass::text;
}

}  // namespace

void ImportReport::header(const imports::Row& row, const std::vector<Reason>& notes) {
    for (const Reason& each : notes) note(row.line, each);
    if (request_.rejects) header_ = row.text;
}

void ImportReport::row(const ImportedRow& row) {
    ++summary_.rows;
    count(row.verdict);
    for (const Reason& each : row.notes) note(row.line, each);
    if (row.verdict == RowVerdict::rejected) reject(row);
    if (request_.report == ImportReports::rows) describe(row);
}

void ImportReport::count(RowVerdict verdict) {
    switch (verdict) {
        case RowVerdict::created: ++summary_.created; break;
        case RowVerdict::updated: ++summary_.updated; break;
        case RowVerdict::unchanged: ++summary_.unchanged; break;
        case RowVerdict::rejected: ++summary_.rejected; break;
    }
}

void ImportReport::note(std::int64_t line, const Reason& reason) {
    const ImportNote made{request_.file, line, reason.code, reason.parameters,
                          sentence(reason.code, reason.parameters)};
    write_json(notes_.bytes, type_of<ImportNote>(), &made);
    notes_.bytes += '\n';
}

void ImportReport::reject(const ImportedRow& row) {
    const auto number = std::to_string(row.line);
    const std::array<std::string_view, 3> cells{request_.file, number, row.code.name()};
    imports::append_csv(problems_.bytes, cells, ',', "\n");
    if (request_.detail != Detail::verdict) {
        explanations_.bytes += "{\"answer\":" + row.explanation + ",\"file\":";
        write_json_text(explanations_.bytes, request_.file);
        explanations_.bytes += ",\"line\":" + number + "}\n";
    }
    if (!request_.rejects) return;
    // How the file ends its lines is known for sure only when the next record has come.
    if (!header_.empty()) rejects_.bytes += file_.header_in_file(std::exchange(header_, {}));
    rejects_.bytes += file_.as_in_file(row.text);
}

void ImportReport::describe(const ImportedRow& row) {
    ImportRow made{request_.file, row.line, row.verdict, {}, {}, {}, ValueClass::none, {}};
    if (row.verdict == RowVerdict::rejected) {
        made.code = row.code;
        made.fix = row_of(row.code).fix;
        made.column = row.column;
        if (const auto number = rows_.number_of(row.column); number != 0) {
            made.column_number = static_cast<std::int64_t>(number);
            imports::split_record(row.text, file_.separator(), [&](const imports::Row& cells) {
                made.value = number > cells.cells.size() ? ValueClass::none : class_of(cells.cells[number - 1]);
            });
        }
    }
    write_json(described_.bytes, type_of<ImportRow>(), &made);
    described_.bytes += '\n';
}

bool ImportReport::take(Chunk& chunk) {
    for (Stream* stream : {&problems_, &explanations_, &notes_, &described_, &rejects_}) {
        if (stream->bytes.empty()) continue;
        chunk = {std::string(stream->name), std::exchange(stream->bytes, {})};
        return true;
    }
    return false;
}

}  // namespace provost::engine

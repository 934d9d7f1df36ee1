// Records into the parameters of a statement and out of its rows, column by column along the description.
#pragma once

#include "adapters/sqlite_statement.hpp"
#include "adapters/sqlite_text.hpp"
#include "describe/maker.hpp"

#include <provost/describe/record.hpp>

#include <span>
#include <string>
#include <vector>

namespace provost::sqlite {

/// Binds ?1 to ?n to the members of a record. Texts are not copied: the record and `json` must outlive the run.
/// `json` holds the JSON of lists and nested structs; give the same one each time, so that its memory is reused.
[[nodiscard]] int bind_record(sqlite3_stmt* statement, const Record& record, std::vector<std::string>& json);

/// Binds ?first … to the first parts of a key, in the way the statement compares them.
[[nodiscard]] int bind_parts(sqlite3_stmt* statement, std::span<const KeyColumn> columns,
                             std::span<const KeyPart> parts, int first = 1);

/// The record in the current row of a statement that selects all columns.
[[nodiscard]] Result<Record> read_record(sqlite3_stmt* statement, const RecordType& type, Maker& maker);

}  // namespace provost::sqlite

// The views report_*: what users may query with any SQLite tool. One per kind, made from its description: words for
// choices, dates for numbers, and in place of an id what users call the record it names. Supported from version to
// version: a view may gain columns, and loses none.
#pragma once

#include <provost/base/time.hpp>
#include <provost/describe/record.hpp>

#include "adapters/sqlite_statement.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace provost::sqlite {

/// One CREATE VIEW statement per kind; bookkeeping that holds personal values has none.
[[nodiscard]] std::vector<std::string> report_views(std::span<const RecordType* const> kinds);

/// Offsets of the zones that records name, so that views can say on which day something happened at its place.
constexpr std::string_view zone_table_sql =
    "CREATE TABLE IF NOT EXISTS provost_zone(name TEXT,from_ms INTEGER,offset_s INTEGER,PRIMARY KEY(name,from_ms))"
    " STRICT,WITHOUT ROWID";

/// The member that holds the name of a record's own zone; null when it has none.
[[nodiscard]] const Field* zone_member(const RecordType& type);

/// Writes the offsets of one zone, unless the file holds them already. Unknown names are left out: their days stay
/// absent.
[[nodiscard]] Result<void> keep_zone(sqlite3* connection, const ZoneFinder& zones, std::string_view name);
/// The same for every zone that a record of the file names.
[[nodiscard]] Result<void> keep_zones(sqlite3* connection, const ZoneFinder& zones,
                                      std::span<const RecordType* const> kinds);

}  // namespace provost::sqlite

// What the rows of older files mean otherwise than today, and how they are brought to today's meaning.
//
//   1 -> 2   a course, and a version of a template, lists its tutors with position and options; before: their ids
#pragma once

#include "adapters/sqlite_statement.hpp"

#include <provost/describe/field.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace provost::sqlite {

/// A member of a record that a migration has rewritten, with the canonical JSON that stood there before.
struct Rewritten {
    std::string kind;
    std::int64_t id = 0;
    std::string member;
    std::string before;
};

/// Brings the rows of a file of an older format to today's; inside the transaction that opens it, before its tables get
/// their new columns.
[[nodiscard]] Result<std::vector<Rewritten>> rewrite_rows(sqlite3* connection, std::int64_t found);

/// Tells the journal of it, so that verifying and rebuilding go on to hold: an entry of the verb store.migrate at the
/// moment of the last one. Once the tables are as they are described.
[[nodiscard]] Result<void> journal_rewritten(sqlite3* connection, std::span<const RecordType* const> kinds,
                                             const std::vector<Rewritten>& rewritten);

}  // namespace provost::sqlite

// What the rows of older files mean otherwise than today, and how they are brought to today's meaning.
//
//   1 -> 2   a course, and a version of a template, lists its tutors with position and options; before: their ids
//   2 -> 3   the subject of a template stands in each of its versions; the rights of a resource are gone; an enrolment
//            in an LMS is Provost's own from the moment it is asked for
#pragma once

#include "adapters/sqlite_statement.hpp"

#include <provost/describe/field.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace provost::sqlite {

/// A member of a record whose value is another one since a migration.
struct Rewritten {
    std::string kind;
    std::int64_t id = 0;
    std::string member;
};

/// What a migration does to the rows of a file of an older format, inside the transaction that opens it. Before the
/// tables get their new columns ...
[[nodiscard]] Result<void> rewrite_rows(sqlite3* connection, std::int64_t found, std::vector<Rewritten>& rewritten);
/// ... with each of these that is never absent: every record has a value there from now on ...
[[nodiscard]] Result<void> note_added(sqlite3* connection, const RecordType& type, const Field& field,
                                      std::vector<Rewritten>& rewritten);
/// ... and once they have them.
[[nodiscard]] Result<void> fill_rows(sqlite3* connection, std::int64_t found, std::vector<Rewritten>& rewritten);

/// Counts the versions of these records, and tells the journal of them, so that verifying and rebuilding go on to hold:
/// an entry of the verb store.migrate at the moment of the last one. Reads the whole journal.
[[nodiscard]] Result<void> journal_rewritten(sqlite3* connection, std::span<const RecordType* const> kinds,
                                             const std::vector<Rewritten>& rewritten);

}  // namespace provost::sqlite

// An open file with its prepared statements: found by position, made when they are first needed, kept until the end.
#pragma once

#include "adapters/sqlite_statement.hpp"
#include "adapters/sqlite_text.hpp"

#include <provost/base/time.hpp>
#include <provost/describe/record.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace provost::sqlite {

/// A statement that is prepared when it is first used.
class Lazy {
public:
    /// Null when it could not be prepared; then `problem` holds the result code's error.
    template <class MakeSql>
    [[nodiscard]] sqlite3_stmt* get(sqlite3* connection, Error& problem, MakeSql make_sql) {
        if (statement_ != nullptr) return statement_.get();
        auto made = prepare(connection, make_sql());
        if (!made) {
            problem = made.error();
            return nullptr;
        }
        statement_ = std::move(*made);
        return statement_.get();
    }

private:
    Statement statement_;
};

/// Statements of one kind of record.
struct KindStatements {
    struct OfIndex {
        std::vector<KeyColumn> columns;
        Lazy by_key, by_keys;
        std::array<Lazy, 3> page;  // by the number of members given, less one
    };
    const RecordType* type = nullptr;
    std::vector<const Field*> indexed;  // members that stand in an index
    const Field* zone = nullptr;        // member that names a zone, if there is one
    OfIndex ids;                        // no index, the id itself
    Lazy insert, version, page;
    std::unordered_map<std::uint64_t, Lazy> update;  // by which members of indexes it writes, one bit each
    std::vector<OfIndex> indexes;
};

/// The counters in provost_meta.
struct Counters {
    std::int64_t format = 0;
    std::int64_t revision = 0;
    std::int64_t next_id = 1;
};

struct Database {
    Connection connection;  // first, so that it is closed last
    const ZoneFinder* zones = nullptr;
    Statement begin, begin_write, end, read_counters, write_counters, savepoint, undo_savepoint, drop_savepoint;
    std::vector<KindStatements> kinds;
    std::unordered_map<const RecordType*, std::size_t> positions;
    std::vector<std::string> json;  // room for one row's JSON

    /// Prepares what every call needs, and makes room for the statements of each kind.
    [[nodiscard]] Result<void> prepare_all(const std::vector<const RecordType*>& stored);
    /// Null when the kind was not named at the opening.
    [[nodiscard]] KindStatements* kind(const RecordType* type);
    /// Fails with store.newer, too: a newer library may have migrated the file while it was open here.
    [[nodiscard]] Result<Counters> counters();
};

}  // namespace provost::sqlite

// Tables, indexes and views of a file. New members become new columns by themselves; anything else that changes the
// meaning of stored rows is a migration and raises the format. Columns that no description names belong to a newer
// library and are never dropped.
#include "adapters/sqlite_schema.hpp"

#include "adapters/guarded.hpp"
#include "adapters/sqlite_migrations.hpp"
#include "adapters/sqlite_text.hpp"
#include "adapters/sqlite_views.hpp"
#include "base/sha256.hpp"

#include <map>
#include <optional>
#include <set>

namespace provost::sqlite {

namespace {

struct FileState {
    std::int64_t application = 0;
    std::int64_t format = 0;
    std::int64_t objects = 0;

    [[nodiscard]] bool is_empty() const { return application == 0 && format == 0 && objects == 0; }
};

struct Digests {
    std::string tables;
    std::string views;
    friend bool operator==(const Digests&, const Digests&) = default;
};

Result<FileState> state_of(sqlite3* connection) {
    auto read = prepare(connection,
                        "SELECT (SELECT application_id FROM pragma_application_id),"
                        "(SELECT user_version FROM pragma_user_version),(SELECT count(*) FROM sqlite_schema)");
    if (!read) return read.error();
    Run run(read->get());
    if (const int code = run.step(); code != SQLITE_ROW) return error_of(code);
    return FileState{run.integer(0), run.integer(1), run.integer(2)};
}

Result<FileState> checked_state(sqlite3* connection) {
    auto state = state_of(connection);
    if (!state || state->is_empty()) return state;
    if (state->application != application_id) return plain_error("store.foreign"_code);
    if (state->format > format) return newer(state->format);
    return state;
}

Digests digests_of(const Schema& schema) {
    Sha256 tables;
    Sha256 views;
    for (const RecordType* type : schema.kinds) {
        tables.add(table_sql(*type));
        for (const Index& index : type->indexes) tables.add(index_sql(*type, index));
    }
    for (const std::string& view : schema.views) views.add(view).add(";");
    return {to_hex(tables.finish()), to_hex(views.finish())};
}

// What the file was last brought to; empty when it must be brought to something now.
Result<Digests> held_digests(sqlite3* connection) {
    const auto state = checked_state(connection);
    if (!state) return state.error();
    if (state->application != application_id || state->format != format) return Digests{};
    auto read = prepare(connection, "SELECT tables,views FROM provost_meta WHERE id=1");
    if (!read) return read.error();
    Run run(read->get());
    if (const int code = run.step(); code != SQLITE_ROW)
        return code == SQLITE_DONE ? Digests{} : Result<Digests>(error_of(code));
    return Digests{std::string(run.text(0)), std::string(run.text(1))};
}

// First and second column (empty when there is none) of all rows.
using Rows = std::map<std::string, std::string>;
Result<Rows> rows_of(sqlite3* connection, std::string_view sql, std::string_view parameter) {
    Rows rows;
    auto read = each_row(connection, sql, parameter, [&](const Run& row) { rows.emplace(row.text(0), row.text(1)); });
    if (!read) return read.error();
    return rows;
}

Result<void> begin_file(sqlite3* connection) {
    return execute(connection,
                   "PRAGMA application_id=" + std::to_string(application_id) +
                       ";CREATE TABLE provost_meta(id INTEGER PRIMARY KEY CHECK(id=1),format INTEGER NOT NULL,"
                       "revision INTEGER NOT NULL,next_id INTEGER NOT NULL,tables TEXT NOT NULL,views TEXT NOT NULL)"
                       " STRICT;INSERT INTO provost_meta VALUES(1,0,0,1,'','')");
}

Result<void> extend_table(sqlite3* connection, const RecordType& type, const Rows& columns,
                          std::vector<Rewritten>& rewritten) {
    for (const auto& [name, kind] : columns) {
        if (type.find(name) == nullptr) return newer(format);
    }
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (columns.contains(std::string(type.fields[i].name))) continue;
        const std::string sql = "ALTER TABLE " + quoted(type.name) + " ADD COLUMN " + column_sql(type, i);
        if (auto added = execute(connection, sql); !added) return added;
        if (auto noted = note_added(connection, type, type.fields[i], rewritten); !noted) return noted;
    }
    return {};
}

Result<void> make_indexes(sqlite3* connection, const RecordType& type) {
    const auto held =
        rows_of(connection, "SELECT name,sql FROM sqlite_schema WHERE type='index' AND tbl_name=?1", type.name);
    if (!held) return held.error();
    std::set<std::string> right;
    for (const Index& index : type.indexes) {
        const auto found = held->find(index_name(type, index));
        if (found != held->end() && found->second == index_sql(type, index)) right.insert(found->first);
    }
    for (const auto& [name, sql] : *held) {
        // Users may add indexes of their own under other names.
        if (right.contains(name) || !name.starts_with(std::string(type.name) + "_")) continue;
        if (auto dropped = execute(connection, "DROP INDEX " + quoted(name)); !dropped) return dropped;
    }
    for (const Index& index : type.indexes) {
        if (right.contains(index_name(type, index))) continue;
        if (auto made = execute(connection, index_sql(type, index)); !made) return made;
    }
    return {};
}

Result<void> make_table(sqlite3* connection, const RecordType& type, std::vector<Rewritten>& rewritten) {
    const auto columns = rows_of(connection, "SELECT name FROM pragma_table_info(?1)", type.name);
    if (!columns) return columns.error();
    auto made =
        columns->empty() ? execute(connection, table_sql(type)) : extend_table(connection, type, *columns, rewritten);
    if (!made) return made;
    return make_indexes(connection, type);
}

Result<void> make_views(sqlite3* connection, std::span<const std::string> views) {
    const auto held =
        rows_of(connection, "SELECT name FROM sqlite_schema WHERE type='view' AND name GLOB ?1", "report_*");
    if (!held) return held.error();
    for (const auto& [name, sql] : *held) {
        if (auto dropped = execute(connection, "DROP VIEW " + quoted(name)); !dropped) return dropped;
    }
    for (const std::string& view : views) {
        if (auto made = execute(connection, view); !made) return made;
    }
    return {};
}

Result<void> make_everything(sqlite3* connection, const Schema& schema, const Digests& digests) {
    const auto state = checked_state(connection);  // another program may have been faster
    if (!state) return state.error();
    auto done = state->is_empty() ? begin_file(connection) : Result<void>();
    if (!done) return done;
    const auto found = state->is_empty() ? format : state->format;
    std::vector<Rewritten> rewritten;
    done = rewrite_rows(connection, found, rewritten);
    if (done) done = execute(connection, "PRAGMA user_version=" + std::to_string(format));
    for (const RecordType* type : schema.kinds) {
        if (done) done = make_table(connection, *type, rewritten);
    }
    if (done) done = fill_rows(connection, found, rewritten);
    if (done) done = journal_rewritten(connection, schema.kinds, rewritten);
    if (done) done = execute(connection, std::string(zone_table_sql));
    if (done) done = make_views(connection, schema.views);
    if (!done) return done;
    return execute(connection, "UPDATE provost_meta SET format=" + std::to_string(format) + ",tables='" +
                                   digests.tables + "',views='" + digests.views + "'");
}

}  // namespace

Error newer(std::int64_t found) {
    Error error = plain_error("store.newer"_code, "found", std::to_string(found));
    error.parameters.push_back({"known", std::to_string(format)});
    return error;
}

Result<void> check_file(sqlite3* connection) {
    const auto state = checked_state(connection);
    if (!state) return state.error();
    return {};
}

Result<void> apply_schema(sqlite3* connection, const Schema& schema) {
    const Digests digests = digests_of(schema);
    const auto held = held_digests(connection);
    if (!held) return held.error();
    if (*held == digests) return {};
    const Transaction transaction(connection);
    if (auto begun = execute(connection, "BEGIN IMMEDIATE"); !begun) return begun;
    if (auto made = make_everything(connection, schema, digests); !made) return made;
    return execute(connection, "COMMIT");
}

}  // namespace provost::sqlite

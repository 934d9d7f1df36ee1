// The store over an open file: reserve, load, find, commit, and the opening itself.
#include <provost/adapters/sqlite_store.hpp>

#include "adapters/described_keys.hpp"
#include "adapters/guarded.hpp"
#include "adapters/sqlite_commit.hpp"
#include "adapters/sqlite_database.hpp"
#include "adapters/sqlite_rows.hpp"
#include "adapters/sqlite_schema.hpp"
#include "adapters/sqlite_text.hpp"
#include "adapters/sqlite_views.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace provost {

namespace {

using namespace sqlite;

class SqliteStore final : public Store {
public:
    explicit SqliteStore(std::unique_ptr<Database> database) : database_(std::move(database)), process_(getpid()) {}
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;
    ~SqliteStore() override {
        // A forked child must not even close the parent's connection: that would drop the parent's locks.
        if (is_forked()) static_cast<void>(database_.release());
    }

    Result<std::int64_t> reserve(std::int64_t count) override;
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query& query) override;
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override { return {"sqlite", 1000, 0, true}; }
    Result<void> forget() override;

private:
    [[nodiscard]] bool is_forked() const { return getpid() != process_; }
    Result<Loaded> load_all(std::span<const Key> keys);
    Result<void> load_group(std::span<const Key> keys, std::span<const std::size_t> group, Loaded& loaded);
    Result<std::vector<Record>> page(const Query& query);

    std::unique_ptr<Database> database_;
    pid_t process_;
    std::int64_t next_id_ = 1;  // no id below has not been handed out here
};

Result<std::int64_t> SqliteStore::reserve(std::int64_t count) {
    if (is_forked()) return plain_error("handle.forked"_code);
    return guarded<Result<std::int64_t>>([&]() -> Result<std::int64_t> {
        if (count < 1 || count > id_limit) return plain_error("argument.invalid"_code, "argument", "count");
        const auto counters = database_->counters();
        if (!counters) return counters.error();
        const std::int64_t first = std::max(counters->next_id, next_id_);
        if (first > id_limit - count) return plain_error("store.failed"_code, "detail", "no ids are left");
        next_id_ = first + count;
        return first;
    });
}

// Takes the rows of a statement whose parameters are bound. `list_of(run)` says which list a row belongs to.
template <class ListOf>
Result<void> take_rows(sqlite3_stmt* statement, const RecordType& type, Maker& maker, ListOf list_of) {
    Run run(statement);
    int code = run.step();
    for (; code == SQLITE_ROW; code = run.step()) {
        auto record = read_record(statement, type, maker);
        if (!record) return record.error();
        list_of(run).push_back(std::move(*record));
    }
    if (code != SQLITE_DONE) return error_of(code);
    return {};
}

constexpr std::size_t keys_per_statement = 32;

// The keys at these positions are of one kind and index. A statement for many keys opens its cursors once.
Result<void> SqliteStore::load_group(std::span<const Key> keys, std::span<const std::size_t> group, Loaded& loaded) {
    const Key& any = keys[group.front()];
    KindStatements* kind = database_->kind(any.type);
    if (kind == nullptr) return plain_error("kind.unknown"_code);
    const auto position = static_cast<std::size_t>(any.index);
    const Index* index = any.index == Key::by_id ? nullptr : &any.type->indexes[position];
    auto& of_index = index == nullptr ? kind->ids : kind->indexes[position];
    const std::size_t parts = of_index.columns.size();
    Maker maker;
    while (!group.empty()) {
        const std::size_t count = group.size() < keys_per_statement ? 1 : keys_per_statement;
        Error problem;
        auto* statement = count > 1 ? of_index.by_keys.get(database_->connection.get(), problem,
                                                           [&] { return by_keys_sql(*any.type, index, count); })
                                    : of_index.by_key.get(database_->connection.get(), problem,
                                                          [&] { return by_key_sql(*any.type, index); });
        if (statement == nullptr) return problem;
        for (std::size_t i = 0; i < count; ++i) {
            const auto first = static_cast<int>(i * parts) + 1;
            if (const int code = bind_parts(statement, of_index.columns, keys[group[i]].parts, first)) {
                return error_of(code);
            }
        }
        const int place = static_cast<int>(any.type->fields.size());
        auto taken = take_rows(statement, *any.type, maker, [&](const Run& run) -> std::vector<Record>& {
            return loaded.found[group[count > 1 ? static_cast<std::size_t>(run.integer(place)) : 0]];
        });
        if (!taken) return taken;
        group = group.subspan(count);
    }
    return {};
}

// The positions of keys of one kind and index, group by group in the order in which these first occur.
Result<std::vector<std::vector<std::size_t>>> grouped(std::span<const Key> keys) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Key& key = keys[i];
        if (!fits_index(*key.type, key.index, key.parts.size(), true)) {
            return plain_error("argument.invalid"_code, "argument", "keys");
        }
        auto group = std::ranges::find_if(groups, [&](const std::vector<std::size_t>& each) {
            return keys[each.front()].type == key.type && keys[each.front()].index == key.index;
        });
        if (group == groups.end()) group = groups.emplace(group);
        group->push_back(i);
    }
    return groups;
}

// All keys and the revision come from one snapshot, which the first read of the transaction takes.
Result<Loaded> SqliteStore::load_all(std::span<const Key> keys) {
    const auto groups = grouped(keys);
    if (!groups) return groups.error();
    const Transaction transaction(database_->connection.get());
    if (const int code = run_once(database_->begin.get()); code != SQLITE_DONE) return error_of(code);
    const auto counters = database_->counters();
    if (!counters) return counters.error();
    Loaded loaded{counters->revision, std::vector<std::vector<Record>>(keys.size())};
    for (const auto& group : *groups) {
        if (auto read = load_group(keys, group, loaded); !read) return read.error();
    }
    if (const int code = run_once(database_->end.get()); code != SQLITE_DONE) return error_of(code);
    return loaded;
}

Result<Loaded> SqliteStore::load(std::span<const Key> keys) {
    if (is_forked()) return plain_error("handle.forked"_code);
    return guarded<Result<Loaded>>([&] { return load_all(keys); });
}

Result<std::vector<Record>> SqliteStore::page(const Query& query) {
    KindStatements* kind = database_->kind(query.type);
    if (kind == nullptr) return plain_error("kind.unknown"_code);
    if (!fits_index(*query.type, query.index, query.parts.size(), false)) {
        return plain_error("argument.invalid"_code, "argument", "query");
    }
    const std::size_t parts = query.index == Key::by_id ? 0 : query.parts.size();
    const auto position = static_cast<std::size_t>(query.index);
    const Index* index = parts == 0 ? nullptr : &query.type->indexes[position];
    Lazy& lazy = parts == 0 ? kind->page : kind->indexes[position].page[parts - 1];
    Error problem;
    auto* statement =
        lazy.get(database_->connection.get(), problem, [&] { return page_sql(*query.type, index, parts); });
    if (statement == nullptr) return problem;
    if (index != nullptr) {
        if (const int code = bind_parts(statement, kind->indexes[position].columns, query.parts)) return error_of(code);
    }
    const auto most = static_cast<std::int64_t>(std::min<std::size_t>(query.limit, INT64_MAX));
    sqlite3_bind_int64(statement, static_cast<int>(parts) + 1, query.after);
    sqlite3_bind_int64(statement, static_cast<int>(parts) + 2, most);
    std::vector<Record> found;
    Maker maker;
    auto read = take_rows(statement, *query.type, maker, [&](const Run&) -> std::vector<Record>& { return found; });
    if (!read) return read.error();
    return found;
}

Result<std::vector<Record>> SqliteStore::find(const Query& query) {
    if (is_forked()) return plain_error("handle.forked"_code);
    return guarded<Result<std::vector<Record>>>([&] { return page(query); });
}

Result<std::vector<Outcome>> SqliteStore::commit(std::span<const Unit> units) {
    if (is_forked()) return plain_error("handle.forked"_code);
    if (units.empty()) return std::vector<Outcome>{};
    return guarded<Result<std::vector<Outcome>>>([&] { return commit_units(*database_, units); });
}

// Pages that were freed or shrunk, and the log, still hold what was replaced: the file is written anew, and the log
// cut.
Result<void> SqliteStore::forget() {
    if (is_forked()) return plain_error("handle.forked"_code);
    return guarded<Result<void>>([&]() -> Result<void> {
        sqlite3* connection = database_->connection.get();
        if (auto rewritten = execute(connection, "VACUUM"); !rewritten) return rewritten;
        bool cut = false;
        auto done = each_row(connection, "PRAGMA wal_checkpoint(TRUNCATE)", {},
                             [&](const Run& row) { cut = row.integer(0) == 0; });
        if (!done) return done;
        return cut ? Result<void>() : Result<void>(plain_error("store.busy"_code));
    });
}

Result<Connection> connect(const SqliteOptions& options) {
    if (options.path.empty() || options.path.find('\0') != std::string::npos) {
        return plain_error("argument.invalid"_code, "argument", "path");
    }
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(options.path.c_str(), &raw, flags | (options.create ? SQLITE_OPEN_CREATE : 0), nullptr);
    Connection connection(raw);
    if ((code & 0xff) == SQLITE_CANTOPEN && (options.create || ::access(options.path.c_str(), F_OK) == 0)) {
        return plain_error("store.read-only"_code);
    }
    if (code != SQLITE_OK) return error_of(code);
    if (sqlite3_db_readonly(raw, "main") == 1) return plain_error("store.read-only"_code);
    return connection;
}

// A file may come from anywhere: what it holds is data and never a program.
void distrust(sqlite3* connection) {
    for (const int on : {SQLITE_DBCONFIG_DEFENSIVE}) sqlite3_db_config(connection, on, 1, nullptr);
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_DQS_DDL,
                          SQLITE_DBCONFIG_DQS_DML}) {
        sqlite3_db_config(connection, off, 0, nullptr);
    }
}

Result<void> configure(sqlite3* connection, const SqliteOptions& options) {
    // FULL: what commit has acknowledged survives a power cut. The log is cut back so that one import does not leave
    // it large for ever.
    return execute(connection,
                   "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                   "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-" +
                       std::to_string(std::max<std::int64_t>(options.cache_kib, 1)) +
                       ";PRAGMA mmap_size=" + std::to_string(std::max<std::int64_t>(options.mmap_bytes, 0)));
}

std::vector<std::string> all_views(const SqliteOptions& options) {
    std::vector<std::string> views = report_views(options.kinds);
    views.insert(views.end(), options.views.begin(), options.views.end());
    return views;
}

// The machine's tz database may have changed since the file was last open.
Result<void> bring_zones(sqlite3* connection, const SqliteOptions& options) {
    const Transaction transaction(connection);
    if (auto begun = execute(connection, "BEGIN"); !begun) return begun;
    if (auto kept = keep_zones(connection, *options.zones, options.kinds); !kept) return kept;
    return execute(connection, "COMMIT");
}

Result<std::unique_ptr<Store>> open_checked(const SqliteOptions& options) {
    for (const RecordType* type : options.kinds) {
        if (auto right = check_kind(*type); !right) return right.error();
    }
    auto connection = connect(options);
    if (!connection) return connection.error();
    sqlite3* raw = connection->get();
    sqlite3_busy_timeout(raw, options.busy_ms);
    distrust(raw);
    auto ready = check_file(raw);
    if (ready) ready = configure(raw, options);
    if (ready) ready = apply_schema(raw, {options.kinds, all_views(options)});
    if (ready && options.zones != nullptr) ready = bring_zones(raw, options);
    if (!ready) return ready.error();
    auto database = std::make_unique<Database>();
    database->connection = std::move(*connection);
    database->zones = options.zones;
    if (auto prepared = database->prepare_all(options.kinds); !prepared) return prepared.error();
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(std::move(database)));
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteOptions& options) {
    return guarded<Result<std::unique_ptr<Store>>>([&] { return open_checked(options); });
}

}  // namespace provost

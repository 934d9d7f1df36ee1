// The entry of a migration in the journal. What records held before stands in the journal alone, since the digests of
// their personal values need a secret that a file does not know: so it is played again.
#include "adapters/guarded.hpp"
#include "adapters/sqlite_migrations.hpp"
#include "adapters/sqlite_rows.hpp"
#include "audit/journal.hpp"
#include "audit/replay.hpp"
#include "plan/decision.hpp"

#include <provost/describe/json.hpp>

#include <map>
#include <set>

namespace provost::sqlite {

namespace {

using audit::JournalEntry;
using audit::JournalHead;

constexpr std::int64_t entries_per_page = 32;  // those of import batches are large

// The one row that a statement with one id gives; empty: there is none.
Result<Record> read_one(sqlite3* connection, const RecordType& type, std::int64_t id) {
    const auto statement = prepare(connection, by_key_sql(type, nullptr));
    if (!statement) return statement.error();
    Run run(statement->get());
    sqlite3_bind_int64(run.statement(), 1, id);
    const int code = run.step();
    if (code == SQLITE_DONE) return Record{};
    if (code != SQLITE_ROW) return error_of(code);
    Maker maker;
    return read_record(run.statement(), type, maker);
}

Result<void> insert(sqlite3* connection, const Record& record) {
    const auto statement = prepare(connection, insert_sql(record.type()));
    if (!statement) return statement.error();
    std::vector<std::string> json;
    if (const int code = bind_record(statement->get(), record, json)) return error_of(code);
    const int code = run_once(statement->get());
    if (code != SQLITE_DONE) return error_of(code);
    return {};
}

Result<void> play(sqlite3* connection, audit::Replay& replay) {
    const auto statement = prepare(connection, page_sql(type_of<JournalEntry>(), nullptr, 0));
    if (!statement) return statement.error();
    Maker maker;
    for (std::int64_t after = 0, rows = entries_per_page; rows == entries_per_page;) {
        Run run(statement->get());
        sqlite3_bind_int64(run.statement(), 1, after);
        sqlite3_bind_int64(run.statement(), 2, entries_per_page);
        int code = run.step();
        for (rows = 0; code == SQLITE_ROW; code = run.step(), ++rows) {
            const auto entry = read_record(run.statement(), type_of<JournalEntry>(), maker);
            if (!entry) return entry.error();
            replay.apply(*entry->get<JournalEntry>());
            after = entry->id();
        }
        if (code != SQLITE_DONE) return error_of(code);
    }
    return {};
}

// The changes of the entry as the journal writes them.
class Told {
public:
    explicit Told(sqlite3* connection) : connection_(connection) {}

    [[nodiscard]] Result<void> add(const RecordType& type, std::int64_t id, const std::set<std::string>& members) {
        const auto record = read_one(connection_, type, id);
        if (!record) return record.error();
        std::map<std::string, std::string> values;
        for (const std::string& member : members) {
            const Field* field = type.find(member);
            std::string& value = values[member];
            // The journal holds no personal values; a migration of them needs their digests.
            if (field != nullptr && field->is_personal) return plain_error("internal.defect"_code);
            if (field == nullptr || !field->access->present(field->in(record->data()))) continue;
            write_member_json(value, *field, record->data());
        }
        add_row(type, id, values);
        return {};
    }
    [[nodiscard]] std::string changes() const {
        std::string out;
        for (const auto& [head, rows] : rows_) out.append(out.empty() ? "[" : ",").append(head + rows + "]}");
        return out + "]";
    }

private:
    void add_row(const RecordType& type, std::int64_t id, const std::map<std::string, std::string>& values) {
        std::string names, row = '[' + std::to_string(id);
        for (const auto& [member, value] : values) {
            names += (names.empty() ? "\"" : ",\"") + member + '"';
            row += ',' + (value.empty() ? "null" : value);
        }
        std::string head = R"({"kind":")" + std::string(type.name);
        head += R"(","made":false,"members":[)" + names + R"(],"rows":[)";
        std::string& rows = rows_[std::move(head)];
        rows += (rows.empty() ? "" : ",") + row + ']';
    }

    sqlite3* connection_;
    std::map<std::string, std::string> rows_;  // of each group of the same kind and members
};

Result<void> put_entry(sqlite3* connection, JournalEntry entry, JournalHead head) {
    head.entries = entry.id.value;
    head.state = entry.state;
    head.chain = entry.chain;
    ++head.version;
    auto done = insert(connection, Record::of(std::move(entry)));
    if (done) done = execute(connection, "DELETE FROM journal_head");
    if (done) done = insert(connection, Record::of(std::move(head)));
    return done ? execute(connection, "UPDATE provost_meta SET revision=revision+1") : done;
}

// The members of each record, so that each is told once.
using Members = std::map<const RecordType*, std::map<std::int64_t, std::set<std::string>>>;

Members by_record(std::span<const RecordType* const> kinds, const std::vector<Rewritten>& rewritten) {
    Members members;
    for (const Rewritten& each : rewritten) {
        const auto type = std::ranges::find(kinds, each.kind, [](const RecordType* one) { return one->name; });
        if (type != kinds.end()) members[*type][each.id].insert(each.member);
    }
    return members;
}

Result<void> count_versions(sqlite3* connection, const Members& members) {
    for (const auto& [type, records] : members) {
        const auto statement =
            prepare(connection, "UPDATE " + quoted(type->name) + " SET version=version+1 WHERE id=?1");
        if (!statement) return statement.error();
        for (const auto& [id, names] : records) {
            sqlite3_bind_int64(statement->get(), 1, id);
            if (const int code = run_once(statement->get()); code != SQLITE_DONE) return error_of(code);
        }
    }
    return {};
}

Result<void> tell(sqlite3* connection, std::span<const RecordType* const> kinds, const Members& members,
                  const JournalHead& head) {
    audit::Replay replay(kinds);
    if (auto played = play(connection, replay); !played) return played;
    Told told(connection);
    for (const auto& [type, records] : members) {
        for (const auto& [id, names] : records) {
            if (auto added = told.add(*type, id, names); !added) return added;
        }
    }
    const auto last = read_one(connection, type_of<JournalEntry>(), head.entries);
    if (!last) return last.error();
    JournalEntry entry;
    entry.id = {head.entries + 1};
    entry.version = 1;
    entry.verb = "store.migrate";
    entry.rules = rules_version;
    if (*last) entry.recorded = last->get<JournalEntry>()->recorded;
    entry.changes = told.changes();
    entry.state = replay.apply(entry).state;
    entry.chain = audit::chain_after(head.chain, entry);
    return put_entry(connection, std::move(entry), head);
}

}  // namespace

Result<void> journal_rewritten(sqlite3* connection, std::span<const RecordType* const> kinds,
                               const std::vector<Rewritten>& rewritten) {
    const Members members = by_record(kinds, rewritten);
    if (members.empty()) return {};
    if (auto counted = count_versions(connection, members); !counted) return counted;
    if (std::ranges::find(kinds, &type_of<JournalHead>()) == kinds.end()) return {};
    const auto found = read_one(connection, type_of<JournalHead>(), 1);
    if (!found) return found.error();
    if (!*found) return {};  // nobody has kept a journal
    return tell(connection, kinds, members, *found->get<JournalHead>());
}

}  // namespace provost::sqlite

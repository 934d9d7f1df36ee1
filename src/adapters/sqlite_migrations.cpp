// Migrations of stored rows, and their entry in the journal.
#include "adapters/sqlite_migrations.hpp"

#include "adapters/guarded.hpp"
#include "adapters/sqlite_rows.hpp"
#include "audit/journal.hpp"
#include "plan/decision.hpp"

#include <provost/catalogue/settings.hpp>
#include <provost/describe/json.hpp>

#include <charconv>
#include <map>

namespace provost::sqlite {

namespace {

constexpr std::string_view usual_position = "tutor";  // that of whoever is assigned without one

// The ids of a list as it was stored: [5,7].
std::vector<std::int64_t> ids_in(std::string_view list) {
    std::vector<std::int64_t> ids;
    const char* at = list.data();
    const char* end = list.data() + list.size();
    while (at != end) {
        std::int64_t id = 0;
        const auto [next, problem] = std::from_chars(at, end, id);
        if (problem == std::errc{}) ids.push_back(id);
        at = problem == std::errc{} ? next : at + 1;
    }
    return ids;
}

// IMC-TUT-02: whoever taught before has the usual position and options.
std::string assigned(const std::vector<std::int64_t>& ids) {
    catalogue::Assignments made;
    for (const auto id : ids) {
        catalogue::AssignedTutor entry;
        entry.tutor = {id};
        entry.position = usual_position;
        made.tutors.push_back(std::move(entry));
    }
    std::string text;
    write_member_json(text, *type_of<catalogue::Assignments>().find("tutors"), &made);
    return text;
}

Result<void> update_tutors(sqlite3* connection, const Rewritten& row) {
    const auto statement =
        prepare(connection, "UPDATE " + quoted(row.kind) + " SET tutors=?1,version=version+1 WHERE id=?2");
    if (!statement) return statement.error();
    const std::string now = assigned(ids_in(row.before));
    sqlite3_bind_text64(statement->get(), 1, now.data(), now.size(), SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_int64(statement->get(), 2, row.id);
    const int code = run_once(statement->get());
    if (code != SQLITE_DONE) return error_of(code);
    return {};
}

Result<void> assign_tutors(sqlite3* connection, std::string_view kind, std::vector<Rewritten>& rewritten) {
    bool has_column = false;
    auto read = each_row(connection, "SELECT name FROM pragma_table_info(?1) WHERE name='tutors'", kind,
                         [&](const Run&) { has_column = true; });
    if (!read || !has_column) return read;
    const auto first = rewritten.size();
    read = each_row(connection, "SELECT id,tutors FROM " + quoted(kind) + " WHERE tutors IS NOT NULL ORDER BY id", {},
                    [&](const Run& row) {
                        rewritten.push_back({std::string(kind), row.integer(0), "tutors", std::string(row.text(1))});
                    });
    for (auto i = first; read && i < rewritten.size(); ++i) read = update_tutors(connection, rewritten[i]);
    return read;
}

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

// Where the value of a member stands in the text over which a record's digest is taken.
std::pair<std::size_t, std::size_t> place_of(const std::string& text, const std::string& member) {
    const std::string line = "\n" + member + "=";
    const auto begin = text.find(line) + line.size();
    return {begin, std::min(text.find('\n', begin), text.size()) - begin};
}

// The changes of an entry as the journal writes them, and what they do to the sum over the state.
class Told {
public:
    Told(sqlite3* connection, std::span<const RecordType* const> kinds, const std::string& state)
        : connection_(connection), kinds_(kinds), state_(from_hex(state)) {}

    [[nodiscard]] Result<void> add(const Rewritten& each) {
        const auto type = std::ranges::find(kinds_, each.kind, [](const RecordType* one) { return one->name; });
        if (type == kinds_.end()) return {};
        const auto record = read_one(connection_, **type, each.id);
        if (!record) return record.error();
        std::string text = audit::digest_text(*record, {});  // no value of these kinds is personal
        const auto [begin, size] = place_of(text, each.member);
        std::string& rows = rows_[each.kind];
        rows += (rows.empty() ? "[" : ",[") + std::to_string(each.id) + ',' + text.substr(begin, size) + ']';
        audit::add_to(state_, sha256(text));
        text.replace(begin, size, each.before);
        audit::take_from(state_, sha256(text));
        return {};
    }
    [[nodiscard]] std::string changes() const {
        std::string out;
        for (const auto& [kind, rows] : rows_) {
            out += (out.empty() ? "[" : ",");
            out += "{\"kind\":\"" + kind + "\",\"made\":false,\"members\":[\"tutors\"],\"rows\":[" + rows + "]}";
        }
        return out + "]";
    }
    [[nodiscard]] std::string state() const { return to_hex(state_); }

private:
    sqlite3* connection_;
    std::span<const RecordType* const> kinds_;
    Digest state_;
    std::map<std::string, std::string> rows_;
};

Result<void> put_entry(sqlite3* connection, audit::JournalEntry entry, audit::JournalHead head) {
    head.entries = entry.id.value;
    head.state = entry.state;
    head.chain = entry.chain;
    ++head.version;
    auto done = insert(connection, Record::of(std::move(entry)));
    if (done) done = execute(connection, "DELETE FROM journal_head");
    if (done) done = insert(connection, Record::of(std::move(head)));
    return done ? execute(connection, "UPDATE provost_meta SET revision=revision+1") : done;
}

}  // namespace

Result<std::vector<Rewritten>> rewrite_rows(sqlite3* connection, std::int64_t found) {
    std::vector<Rewritten> rewritten;
    if (found > 1) return rewritten;
    for (const std::string_view kind : {"course", "course_template_version"}) {
        if (auto done = assign_tutors(connection, kind, rewritten); !done) return done.error();
    }
    return rewritten;
}

Result<void> journal_rewritten(sqlite3* connection, std::span<const RecordType* const> kinds,
                               const std::vector<Rewritten>& rewritten) {
    if (rewritten.empty() || std::ranges::find(kinds, &type_of<audit::JournalHead>()) == kinds.end()) return {};
    const auto found = read_one(connection, type_of<audit::JournalHead>(), 1);
    if (!found) return found.error();
    if (!*found) return {};  // nobody has kept a journal
    const auto& head = *found->get<audit::JournalHead>();
    const auto last = read_one(connection, type_of<audit::JournalEntry>(), head.entries);
    if (!last) return last.error();
    Told told(connection, kinds, head.state);
    for (const Rewritten& each : rewritten) {
        if (auto added = told.add(each); !added) return added;
    }
    audit::JournalEntry entry;
    entry.id = {head.entries + 1};
    entry.version = 1;
    entry.verb = "store.migrate";
    entry.rules = rules_version;
    if (*last) entry.recorded = last->get<audit::JournalEntry>()->recorded;
    entry.changes = told.changes();
    entry.state = told.state();
    entry.chain = audit::chain_after(head.chain, entry);
    return put_entry(connection, std::move(entry), head);
}

}  // namespace provost::sqlite

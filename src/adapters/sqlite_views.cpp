// Views from descriptions, and the table of offsets they read local days from.
#include "adapters/sqlite_views.hpp"

#include "adapters/guarded.hpp"
#include "adapters/sqlite_text.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace provost::sqlite {

namespace {

// What users call a record of this type: the first member that alone finds it.
const Field* user_key(const RecordType& type) {
    for (const Index& index : type.indexes) {
        if (!index.unique || !index.members[1].empty()) continue;
        const Field& field = spelled(type, index);
        if (field.access->kind == Kind::text) return &field;
    }
    return nullptr;
}

// "starts_at" happens on "starts_day".
std::string day_name(std::string_view instant) {
    if (instant.ends_with("_at")) instant.remove_suffix(3);
    return std::string(instant) + "_day";
}

class View {
public:
    View(const RecordType& type, std::span<const RecordType* const> kinds) : type_(type), kinds_(kinds) {}
    [[nodiscard]] std::string sql();

private:
    struct Joined {
        std::string alias;
        const RecordType* type;
        int depth;
        std::string edge;  // "alias.member" that leads here
    };

    void join_all();
    void column(const Field& field);
    void reference(const Joined& from, const Field& field);
    void choice(const Field& field, const std::string& value);
    void instant(const Field& field, const std::string& value);
    void add(const std::string& expression, const std::string& name);
    [[nodiscard]] const Joined* joined(const Joined& from, const Field& field) const;

    const RecordType& type_;
    std::span<const RecordType* const> kinds_;  // what the file has tables of
    std::vector<Joined> joined_;                // breadth first: the nearest zone is met first
    std::string zone_;                          // expression of the zone's name; empty when there is none
    std::set<std::string> names_;
    std::string columns_;
    std::string joins_;
};

void View::join_all() {
    constexpr int deepest = 3;  // a result's enrolment's course's location
    joined_.push_back({"t", &type_, 0, {}});
    for (std::size_t i = 0; i < joined_.size(); ++i) {
        const Joined from = joined_[i];
        if (const Field* zone = zone_member(*from.type); zone != nullptr && zone_.empty()) {
            zone_ = from.alias + "." + quoted(zone->name);
        }
        if (from.depth == deepest) continue;
        for (const Field& field : from.type->fields) {
            if (field.access->names == nullptr || field.name == "id") continue;
            const RecordType* target = field.access->names();
            if (std::ranges::find(kinds_, target) == kinds_.end()) continue;
            const std::string alias = "r" + std::to_string(joined_.size());
            joins_ += " LEFT JOIN " + quoted(target->name) + " " + alias + " ON " + alias + ".id=" + from.alias + "." +
                      quoted(field.name);
            joined_.push_back({alias, target, from.depth + 1, from.alias + "." + std::string(field.name)});
        }
    }
}

const View::Joined* View::joined(const Joined& from, const Field& field) const {
    const std::string edge = from.alias + "." + std::string(field.name);
    const auto found = std::ranges::find(joined_, edge, &Joined::edge);
    return found == joined_.end() ? nullptr : &*found;
}

void View::add(const std::string& expression, const std::string& name) {
    if (!names_.insert(name).second) return;
    columns_ += (columns_.empty() ? "" : ",") + expression + " AS " + quoted(name);
}

// The name users know, then the id. A record without such a name stands for those that it leads to.
void View::reference(const Joined& from, const Field& field) {
    const Joined* target = joined(from, field);
    const std::string name(field.name);
    const std::string id = from.alias + "." + quoted(field.name);
    if (target == nullptr) return add(id, name);
    const Field* key = user_key(*target->type);
    if (key != nullptr) {
        add(target->alias + "." + quoted(key->name), name);
        add(id, name + "_id");
        return;
    }
    add(id, name);
    for (const Field& next : target->type->fields) {
        if (next.access->names != nullptr && next.name != "id" && type_.find(next.name) == nullptr) {
            reference(*target, next);
        }
    }
}

void View::choice(const Field& field, const std::string& value) {
    std::string cases;
    for (const ChoiceRow& row : field.access->choices) {
        cases += " WHEN " + std::to_string(row.value) + " THEN " + quoted(row.name, '\'');
    }
    add("CASE " + value + cases + " END", std::string(field.name));
}

void View::instant(const Field& field, const std::string& value) {
    add("strftime('%Y-%m-%dT%H:%M:%SZ'," + value + "/1000.0,'unixepoch')", std::string(field.name));
    if (zone_.empty()) return;
    const std::string offset = "(SELECT offset_s FROM provost_zone z WHERE z.name=" + zone_ +
                               " AND z.from_ms<=" + value + " ORDER BY z.from_ms DESC LIMIT 1)";
    add("date(" + value + "/1000.0+" + offset + ",'unixepoch')", day_name(field.name));
}

void View::column(const Field& field) {
    const std::string value = "t." + quoted(field.name);
    switch (field.access->kind) {
        case Kind::id: return field.name == "id" ? add(value, "id") : reference(joined_.front(), field);
        case Kind::choice: return choice(field, value);
        case Kind::instant: return instant(field, value);
        case Kind::day: return add("date(" + value + "*86400,'unixepoch')", std::string(field.name));
        case Kind::decimal: return add(value + "/1000000.0", std::string(field.name));
        default: return add(value, std::string(field.name));
    }
}

std::string View::sql() {
    join_all();
    // A record's own members come first, whatever the records that it leads to call theirs.
    for (const Field& field : type_.fields) column(field);
    return "CREATE VIEW " + quoted("report_" + std::string(type_.name)) + " AS SELECT " + columns_ + " FROM " +
           quoted(type_.name) + " t" + joins_;
}

using Offsets = std::vector<std::pair<std::int64_t, std::int64_t>>;

// The first offset holds for all time before it, too.
Offsets offsets_of(const Zone& zone) {
    Offsets offsets;
    for (const Zone::Change& change : zone.changes) {
        const bool is_first = offsets.empty();
        offsets.emplace_back(
            is_first ? std::numeric_limits<std::int64_t>::min() : change.from.time_since_epoch().count(),
            change.offset.count());
    }
    return offsets;
}

Result<Offsets> held_offsets(sqlite3* connection, std::string_view name) {
    Offsets held;
    auto read = each_row(connection, "SELECT from_ms,offset_s FROM provost_zone WHERE name=?1 ORDER BY from_ms", name,
                         [&](const Run& row) { held.emplace_back(row.integer(0), row.integer(1)); });
    if (!read) return read.error();
    return held;
}

Result<void> forget_zone(sqlite3* connection, std::string_view name) {
    return each_row(connection, "DELETE FROM provost_zone WHERE name=?1", name, [](const Run&) {});
}

Result<void> write_zone(sqlite3* connection, std::string_view name, const Offsets& offsets) {
    const auto statement = prepare(connection, "INSERT INTO provost_zone(name,from_ms,offset_s)VALUES(?1,?2,?3)");
    if (!statement) return statement.error();
    for (const auto& [from, offset] : offsets) {
        Run run(statement->get());
        sqlite3_bind_text(run.statement(), 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
        sqlite3_bind_int64(run.statement(), 2, from);
        sqlite3_bind_int64(run.statement(), 3, offset);
        if (const int code = run.step(); code != SQLITE_DONE) return error_of(code);
    }
    return {};
}

}  // namespace

std::vector<std::string> report_views(std::span<const RecordType* const> kinds) {
    std::vector<std::string> views;
    for (const RecordType* type : kinds) {
        if (type->role == Role::record || !type->has_personal) views.push_back(View(*type, kinds).sql());
    }
    return views;
}

const Field* zone_member(const RecordType& type) {
    const auto found = std::ranges::find(type.fields, true, &Field::is_zone);
    return found == type.fields.end() ? nullptr : &*found;
}

Result<void> keep_zone(sqlite3* connection, const ZoneFinder& zones, std::string_view name) {
    const Zone* zone = zones.find(name);
    if (zone == nullptr) return {};
    const Offsets wanted = offsets_of(*zone);
    const auto held = held_offsets(connection, name);
    if (!held) return held.error();
    if (*held == wanted) return {};
    if (auto forgotten = forget_zone(connection, name); !forgotten) return forgotten;
    return write_zone(connection, name, wanted);
}

Result<void> keep_zones(sqlite3* connection, const ZoneFinder& zones, std::span<const RecordType* const> kinds) {
    std::set<std::string> names;
    for (const RecordType* type : kinds) {
        const Field* zone = zone_member(*type);
        if (zone == nullptr) continue;
        const std::string sql = "SELECT DISTINCT " + quoted(zone->name) + " FROM " + quoted(type->name);
        auto read = each_row(connection, sql, {}, [&](const Run& row) { names.emplace(row.text(0)); });
        if (!read) return read;
    }
    for (const std::string& name : names) {
        if (auto kept = keep_zone(connection, zones, name); !kept) return kept;
    }
    return {};
}

}  // namespace provost::sqlite

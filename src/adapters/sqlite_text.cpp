// SQL from descriptions. Every name is quoted: members may be called "group" or "order".
#include "adapters/sqlite_text.hpp"

#include "adapters/described_keys.hpp"
#include "adapters/guarded.hpp"

#include <algorithm>

namespace provost::sqlite {

namespace {

std::string place(std::size_t parameter) { return "?" + std::to_string(parameter); }

std::string expression(const KeyColumn& column) {
    const std::string name = quoted(column.field->name);
    if (!column.by_expression) return name;
    return "ifnull(" + name + (is_number(column.field->access->kind) ? ",0)" : ",'')");
}

std::string columns(const RecordType& type) {
    std::string list;
    for (const Field& field : type.fields) list += (list.empty() ? "" : ",") + quoted(field.name);
    return list;
}

std::string select(const RecordType& type) { return "SELECT " + columns(type) + " FROM " + quoted(type.name); }

// `value` makes the text of the value with which a part is compared.
template <class Value>
std::string condition(const RecordType& type, const Index& index, std::size_t parts, Value value) {
    std::string list;
    for (std::size_t i = 0; i < parts; ++i) {
        const KeyColumn column = key_column(type, index, i);
        list += (i == 0 ? "" : " AND ") + expression(column) + (column.absent_is_null ? " IS " : "=") + value(i + 1);
    }
    return list;
}

// A column of the list of keys. No member is called so: its columns stand beside those of the record.
std::string key_name(std::size_t part) { return "\"key " + std::to_string(part) + '"'; }

// What keeps apart the rows that leave every member of a unique index out; empty when NULL does that already.
std::string tie_break(const RecordType& type, const Index& index) {
    std::string absent;
    for (std::size_t i = 0; i < index.size; ++i) {
        const KeyColumn column = key_column(type, index, i);
        if (!column.by_expression) return {};
        absent += (i == 0 ? "" : " AND ") + quoted(column.field->name) + " IS NULL";
    }
    return ",iif(" + absent + ",id,0)";
}

Error unfit(const RecordType& type) {
    return plain_error("argument.invalid"_code, "argument", "kinds: " + std::string(type.name));
}

// An id column becomes SQLite's row id, so it is an id first and a version second, as Record reads them.
bool begins_like_a_record(const RecordType& type) {
    if (type.role == Role::document || type.fields.size() < 2) return false;
    const Field& id = type.fields[0];
    const Field& version = type.fields[1];
    return id.name == "id" && id.offset == 0 && version.name == "version" && version.offset == sizeof(std::int64_t) &&
           is_number(id.access->kind) && version.access->kind == Kind::integer && !version.access->optional;
}

}  // namespace

bool is_json(Kind kind) {
    return kind == Kind::texts || kind == Kind::numbers || kind == Kind::record || kind == Kind::records;
}

bool is_number(Kind kind) {
    return kind != Kind::text && kind != Kind::code && kind != Kind::reference && !is_json(kind);
}

KeyColumn key_column(const RecordType& type, const Index& index, std::size_t member) {
    KeyColumn column{&type.fields[index.positions[member]]};
    if (!may_be_absent(*column.field)) return column;
    const Kind kind = column.field->access->kind;
    const bool zero_is_null = kind == Kind::id || kind == Kind::text || kind == Kind::code;
    column.by_expression = !zero_is_null || (index.unique && index.size > 1);
    column.absent_is_null = !column.by_expression;
    return column;
}

std::vector<KeyColumn> key_columns(const RecordType& type, const Index& index) {
    std::vector<KeyColumn> columns;
    for (std::size_t i = 0; i < index.size; ++i) columns.push_back(key_column(type, index, i));
    return columns;
}

Result<void> check_kind(const RecordType& type) {
    if (!begins_like_a_record(type)) return unfit(type);
    for (const Field& field : type.fields) {
        if (field.access->kind == Kind::reference) return unfit(type);
    }
    for (const Index& index : type.indexes) {
        for (std::size_t i = 0; i < index.size; ++i) {
            if (is_json(type.fields[index.positions[i]].access->kind)) return unfit(type);
        }
    }
    return {};
}

std::string quoted(std::string_view name, char mark) {
    std::string text(1, mark);
    for (const char c : name) text.append(c == mark ? 2 : 1, c);
    return text + mark;
}

std::string column_sql(const RecordType& type, std::size_t position) {
    const Field& field = type.fields[position];
    if (position == 0) return quoted(field.name) + " INTEGER PRIMARY KEY";
    const Kind kind = field.access->kind;
    std::string sql = quoted(field.name) + (is_number(kind) ? " INTEGER" : " TEXT");
    if (may_be_absent(field)) return sql;
    // With a default, so that a column that a later description brings can be added to rows that are there.
    sql += " NOT NULL DEFAULT ";
    if (!is_number(kind)) return sql + (kind == Kind::record ? "'{}'" : "''");
    return sql + std::to_string(field.access->load(field.in(type.make().get())));
}

std::string table_sql(const RecordType& type) {
    std::string list;
    for (std::size_t i = 0; i < type.fields.size(); ++i) list += (i == 0 ? "" : ",") + column_sql(type, i);
    return "CREATE TABLE " + quoted(type.name) + "(" + list + ") STRICT";
}

std::string index_name(const RecordType& type, const Index& index) {
    return std::string(type.name) + "_" + std::string(index.name);
}

std::string index_sql(const RecordType& type, const Index& index) {
    std::string list;
    for (std::size_t i = 0; i < index.size; ++i) {
        list += (i == 0 ? "" : ",") + expression(key_column(type, index, i));
    }
    if (index.unique) list += tie_break(type, index);
    return std::string(index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + quoted(index_name(type, index)) +
           " ON " + quoted(type.name) + "(" + list + ")";
}

std::string insert_sql(const RecordType& type) {
    std::string places;
    for (std::size_t i = 1; i <= type.fields.size(); ++i) places += (i == 1 ? "" : ",") + place(i);
    return "INSERT INTO " + quoted(type.name) + "(" + columns(type) + ")VALUES(" + places + ")";
}

std::vector<const Field*> indexed_fields(const RecordType& type) {
    std::vector<const Field*> fields;
    for (const Field& field : type.fields) {
        const bool indexed = std::ranges::any_of(type.indexes, [&](const Index& index) {
            return std::ranges::find(index.members, field.name) != index.members.end();
        });
        if (indexed) fields.push_back(&field);
    }
    return fields;
}

std::string update_sql(const RecordType& type, const std::vector<const Field*>& kept) {
    std::string list;
    for (std::size_t i = 1; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        if (std::ranges::find(kept, &field) != kept.end()) continue;
        list += (list.empty() ? "" : ",") + quoted(field.name) + "=" + place(i + 1);
    }
    return "UPDATE " + quoted(type.name) + " SET " + list + " WHERE id=?1 AND version=" + place(type.fields.size() + 1);
}

std::string version_sql(const RecordType& type) { return "SELECT version FROM " + quoted(type.name) + " WHERE id=?1"; }

std::string by_key_sql(const RecordType& type, const Index* index) {
    if (index == nullptr) return select(type) + " WHERE id=?1";
    return select(type) + " INDEXED BY " + quoted(index_name(type, *index)) + " WHERE " +
           condition(type, *index, index->size, place);
}

std::string by_keys_sql(const RecordType& type, const Index* index, std::size_t keys) {
    const std::size_t parts = index == nullptr ? 1 : index->size;
    std::string names = key_name(0);
    for (std::size_t i = 1; i <= parts; ++i) names += ',' + key_name(i);
    std::string rows;
    for (std::size_t key = 0; key < keys; ++key) {
        rows += (key == 0 ? "(" : ",(") + std::to_string(key);
        for (std::size_t i = 1; i <= parts; ++i) rows += ',' + place(key * parts + i);
        rows += ')';
    }
    // CROSS JOIN: the keys come first, whatever the planner thinks.
    const std::string found = index == nullptr ? " WHERE id=" + key_name(1)
                                               : " INDEXED BY " + quoted(index_name(type, *index)) + " WHERE " +
                                                     condition(type, *index, parts, key_name);
    return "WITH keys(" + names + ")AS(VALUES" + rows + ")SELECT " + columns(type) + ',' + key_name(0) +
           " FROM keys CROSS JOIN " + quoted(type.name) + found;
}

std::string page_sql(const RecordType& type, const Index* index, std::size_t parts) {
    std::string sql = select(type);
    if (parts > 0) sql += " INDEXED BY " + quoted(index_name(type, *index));
    sql += " WHERE " + (parts > 0 ? condition(type, *index, parts, place) + " AND " : std::string());
    return sql + "id>" + place(parts + 1) + " ORDER BY id LIMIT " + place(parts + 2);
}

}  // namespace provost::sqlite

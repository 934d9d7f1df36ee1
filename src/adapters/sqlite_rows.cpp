// Columns and members. This runs once per column of every row, so nothing here allocates but the values themselves.
#include "adapters/sqlite_rows.hpp"

#include "adapters/described_keys.hpp"
#include "adapters/guarded.hpp"
#include "describe/member_json.hpp"

namespace provost::sqlite {

namespace {

int bind_text(sqlite3_stmt* statement, int parameter, std::string_view text) {
    return sqlite3_bind_text64(statement, parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

std::string_view code_text(std::int64_t key) {
    return key == 0 ? std::string_view("") : Code(static_cast<std::uint32_t>(key)).name();
}

std::string_view json_text(const Field& field, const void* record, std::vector<std::string>& json, std::size_t slot) {
    json[slot].clear();
    write_member_json(json[slot], field, record);
    return json[slot];
}

Result<void> read_text_member(const Field& field, void* record, std::string_view text) {
    void* member = field.in(record);
    if (field.access->kind == Kind::text) {
        static_cast<std::string*>(member)->assign(text);
        return {};
    }
    if (is_json(field.access->kind)) return read_member_json(text, field, record);
    const Code code = find_code(text);
    if (!code && !text.empty()) return plain_error("store.failed"_code);
    field.access->store(member, code.key());
    return {};
}

// A fresh struct may begin with a value where the stored one has none.
void make_absent(const Field& field, void* record) {
    if (field.access->optional && field.access->present(field.in(record))) field.access->clear(field.in(record));
}

bool is_left_out(const Field& field, const void* member) {
    return field.access->optional && !field.access->present(member) && may_be_absent(field);
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

Error unreadable(const RecordType& type, const Field& field) {
    const std::string column = std::string(type.name) + "." + std::string(field.name);
    return plain_error("store.failed"_code, "detail", "a value of " + column + " can not be read");
}

}  // namespace

int bind_record(sqlite3_stmt* statement, const Record& record, std::vector<std::string>& json) {
    int parameter = 0;
    std::size_t slot = 0;
    // Lists of JSON are given room first: a growing vector would move short texts that are bound already.
    if (json.size() < record.type().fields.size()) json.resize(record.type().fields.size());
    for (const Field& field : record.type().fields) {
        const Access& access = *field.access;
        const void* member = field.in(record.data());
        int code = SQLITE_OK;
        ++parameter;
        if (is_left_out(field, member)) {
            code = sqlite3_bind_null(statement, parameter);
        } else if (access.kind == Kind::text) {
            code = bind_text(statement, parameter, *static_cast<const std::string*>(member));
        } else if (access.kind == Kind::code) {
            code = bind_text(statement, parameter, code_text(access.load(member)));
        } else if (is_json(access.kind)) {
            code = bind_text(statement, parameter, json_text(field, record.data(), json, slot++));
        } else {
            code = sqlite3_bind_int64(statement, parameter, access.load(member));
        }
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int bind_parts(sqlite3_stmt* statement, std::span<const KeyColumn> columns, std::span<const KeyPart> parts, int first) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const KeyColumn& column = columns[i];
        const Kind kind = column.field->access->kind;
        const int parameter = static_cast<int>(i) + first;
        const std::string_view text = kind == Kind::code ? code_text(parts[i].number) : std::string_view(parts[i].text);
        int code = SQLITE_OK;
        if (column.absent_is_null && (is_number(kind) ? parts[i].number == 0 : text.empty())) {
            code = sqlite3_bind_null(statement, parameter);
        } else if (is_number(kind)) {
            code = sqlite3_bind_int64(statement, parameter, parts[i].number);
        } else {
            code = bind_text(statement, parameter, text);
        }
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

Result<Record> read_record(sqlite3_stmt* statement, const RecordType& type, Maker& maker) {
    std::shared_ptr<void> data = maker.make(type);
    int column = -1;
    for (const Field& field : type.fields) {
        // One connection belongs to one thread, so its values need no protection of their own.
        sqlite3_value* value = sqlite3_column_value(statement, ++column);
        if (sqlite3_value_type(value) == SQLITE_NULL) {
            make_absent(field, data.get());
        } else if (is_number(field.access->kind)) {
            field.access->store(field.in(data.get()), sqlite3_value_int64(value));
        } else if (!read_text_member(field, data.get(), text_of(value))) {
            return unreadable(type, field);
        }
    }
    return Record(type, std::move(data));
}

}  // namespace provost::sqlite

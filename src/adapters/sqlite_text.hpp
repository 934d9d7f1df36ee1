// SQL made from descriptions: one STRICT table per kind, one column per described member in the order of the struct.
//
// Absent members are NULL. A key, however, does not tell an absent number from 0 (index_key), and a unique index must
// tell an absent parent from none: where NULL would not do that, an index stands on ifnull(member, 0) instead.
#pragma once

#include <provost/base/result.hpp>
#include <provost/describe/record.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace provost::sqlite {

/// How a part of a key is compared: `column = ?` with 0 or empty for absent, or `column IS ?` with NULL for absent.
struct KeyColumn {
    const Field* field = nullptr;
    bool by_expression = false;
    bool absent_is_null = false;
};

[[nodiscard]] KeyColumn key_column(const RecordType& type, const Index& index, std::size_t member);
[[nodiscard]] std::vector<KeyColumn> key_columns(const RecordType& type, const Index& index);

/// Whether a column holds an integer; it holds text otherwise.
[[nodiscard]] bool is_number(Kind kind);
/// Whether a column holds JSON text.
[[nodiscard]] bool is_json(Kind kind);

/// Refuses kinds that are no records, or hold what has no column.
[[nodiscard]] Result<void> check_kind(const RecordType& type);

/// A name between double quotes; with the mark ' a text.
[[nodiscard]] std::string quoted(std::string_view name, char mark = '"');
[[nodiscard]] std::string column_sql(const RecordType& type, std::size_t field);
[[nodiscard]] std::string table_sql(const RecordType& type);
[[nodiscard]] std::string index_name(const RecordType& type, const Index& index);
[[nodiscard]] std::string index_sql(const RecordType& type, const Index& index);

/// Parameters of all statements: ?1 to ?n are the columns (id first), ?n+1 the expected version.
[[nodiscard]] std::string insert_sql(const RecordType& type);
/// An update of all members but those that are kept.
[[nodiscard]] std::string update_sql(const RecordType& type, const std::vector<const Field*>& kept);
/// ?1 is the id.
[[nodiscard]] std::string version_sql(const RecordType& type);
/// The members that stand in an index.
[[nodiscard]] std::vector<const Field*> indexed_fields(const RecordType& type);
/// ?1 … are the parts of a key; without an order, since equal keys stand in ascending order of id in the index.
/// Without an index: ?1 is the id.
[[nodiscard]] std::string by_key_sql(const RecordType& type, const Index* index);
/// The rows under many keys at once, with the position of their key as one column more: rows of a key stand together,
/// in ascending order of id. ?1 … are the parts of the keys, one key after the other. Without an index: ids.
[[nodiscard]] std::string by_keys_sql(const RecordType& type, const Index* index, std::size_t keys);
/// ?1 … are the first `parts` members, then the id after which to begin, then the limit.
[[nodiscard]] std::string page_sql(const RecordType& type, const Index* index, std::size_t parts);

}  // namespace provost::sqlite

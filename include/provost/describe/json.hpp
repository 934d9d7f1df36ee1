// Documents: described structs as JSON text and back. The only writer and the only reader of the library.
#pragma once

#include <provost/describe/field.hpp>

#include <string>
#include <string_view>

namespace provost {

/// Ceilings and liberties of one reading. Since 0.1.
struct ReadOptions {
    bool ignore_unknown = false;       ///< skip keys that the description lacks (x-… are always skipped)
    std::size_t largest = 16U << 20U;  ///< bytes
    bool null_is_absent = false;       ///< a null leaves its member absent; inside a list it stays an error
};

/// Appends the canonical text of a struct: keys in byte order, no insignificant space, absent members left out,
/// integers and decimal text only. Equal structs give equal bytes on every platform. Since 0.1. [MIS-06]
void write_json(std::string& out, const RecordType& type, const void* record);

/// Appends the canonical text of one member; nothing when it is absent. Since 0.1.
void write_member_json(std::string& out, const Field& field, const void* record);

/// Reads one JSON document into `record` (freshly made). Fails with code, JSON Pointer and parameters; then `record`
/// is half filled and must be dropped. Checks names, types and duplicates; `validate` checks values. Since 0.1.
[[nodiscard]] Result<void> read_json(std::string_view text, const RecordType& type, void* record,
                                     const ReadOptions& options = {});

/// Checks what the description says of values: required, lengths, ranges, formats. The first problem in the order of
/// the table, with its JSON Pointer. Since 0.1.
[[nodiscard]] Result<void> validate(const RecordType& type, const void* record);

/// Reads one value from text, as the canonical writer would write it (without quotes). The empty code when it fits,
/// else what is wrong; the field stays as it was. Since 0.1.
[[nodiscard]] Code read_text(const Field& field, void* record, std::string_view text);
/// Checks one field of a struct as `validate` does, without required and length. Since 0.1.
[[nodiscard]] Code check_value(const Field& field, const void* record);

/// Canonical text of a described struct. Since 0.1.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
    std::string out;
    write_json(out, type_of<T>(), &value);
    return out;
}

/// A described struct from its JSON text. Since 0.1.
template <class T>
[[nodiscard]] Result<T> from_json(std::string_view text, const ReadOptions& options = {}) {
    T value;
    if (auto read = read_json(text, type_of<T>(), &value, options); !read) return read.error();
    if (auto right = validate(type_of<T>(), &value); !right) return right.error();
    return value;
}

/// JSON Schema (2020-12) of a described struct, as text. Since 0.1.
[[nodiscard]] std::string json_schema(const RecordType& type);

/// Appends a JSON string literal. Since 0.1.
void write_json_text(std::string& out, std::string_view text);

}  // namespace provost

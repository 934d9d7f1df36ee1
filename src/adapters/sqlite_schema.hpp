// Brings a file to the schema of the descriptions: tells foreign and newer files, makes and extends tables, keeps
// indexes and views as they are described. When nothing has changed that costs one look at provost_meta.
#pragma once

#include "adapters/sqlite_statement.hpp"

#include <provost/describe/field.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace provost::sqlite {

constexpr std::int64_t application_id = 0x50524f56;  // "PROV"
constexpr std::int64_t format = 3;                   // user_version; raised with every migration

struct Schema {
    std::span<const RecordType* const> kinds;
    std::span<const std::string> views;
};

/// The error of a file whose format is above ours.
[[nodiscard]] Error newer(std::int64_t found);

/// Nothing is written to a file that is foreign or newer.
[[nodiscard]] Result<void> check_file(sqlite3* connection);
[[nodiscard]] Result<void> apply_schema(sqlite3* connection, const Schema& schema);

}  // namespace provost::sqlite

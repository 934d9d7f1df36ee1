// Temporary folders and bare SQLite.
#include "sqlite_tools.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace provost::contract {

namespace {

// Calls `row` for each row of one statement.
template <class Row>
void each_row(const std::string& path, const std::string& sql, Row row) {
    sqlite3* connection = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
    sqlite3_busy_timeout(connection, 5000);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) row(statement);
    sqlite3_finalize(statement);
    sqlite3_close(connection);
}

}  // namespace

Folder::Folder() {
    std::string pattern = std::filesystem::temp_directory_path().string() + "/provost-XXXXXX";
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

SqliteOptions Folder::options() const { return {.path = file(), .kinds = contract_kinds()}; }

std::string Folder::content() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void Folder::run(const std::string& sql) const {
    sqlite3* connection = nullptr;
    REQUIRE(sqlite3_open(file().c_str(), &connection) == SQLITE_OK);
    sqlite3_busy_timeout(connection, 5000);
    char* message = nullptr;
    sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, &message);
    const std::string problem = message == nullptr ? "" : message;
    sqlite3_free(message);
    sqlite3_close(connection);
    REQUIRE(problem == "");
}

std::int64_t Folder::number(const std::string& sql) const {
    std::int64_t first = -1;
    each_row(file(), sql, [&](sqlite3_stmt* row) { first = sqlite3_column_int64(row, 0); });
    return first;
}

std::string Folder::plan(const std::string& sql) const {
    std::string text;
    each_row(file(), "EXPLAIN QUERY PLAN " + sql, [&](sqlite3_stmt* row) {
        text.append(reinterpret_cast<const char*>(sqlite3_column_text(row, 3))).append("\n");
    });
    return text;
}

Holder::Holder(const Folder& folder) {
    REQUIRE(sqlite3_open(folder.file().c_str(), &connection_) == SQLITE_OK);
    REQUIRE(sqlite3_exec(connection_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
}

Holder::~Holder() { sqlite3_close(connection_); }

std::unique_ptr<Store> open_store(const SqliteOptions& options) {
    auto store = open_sqlite_store(options);
    REQUIRE(store);
    return std::move(*store);
}

}  // namespace provost::contract

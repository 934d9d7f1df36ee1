// Bare SQLite: prepared statements with the settings of the store, and rows that are copied from another file.
#pragma once

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace bench {

class Bare {
public:
    explicit Bare(const std::string& path) {
        check(sqlite3_open(path.c_str(), &connection_));
        run("PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA cache_size=-8192;"
            "PRAGMA journal_size_limit=67108864");
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() { sqlite3_close(connection_); }

    void run(const std::string& sql) { check(sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr));
        return statement;
    }
    void check(int code) {
        if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
        std::fprintf(stderr, "bench: %s\n", sqlite3_errmsg(connection_));
        std::exit(1);
    }

private:
    sqlite3* connection_ = nullptr;
};

/// The rows of a query, held in memory, and a statement that inserts them.
class Rows {
public:
    Rows(Bare& from, const std::string& query) {
        sqlite3_stmt* read = from.prepare(query);
        columns_ = sqlite3_column_count(read);
        while (sqlite3_step(read) == SQLITE_ROW) {
            for (int i = 0; i < columns_; ++i) values_.push_back(sqlite3_value_dup(sqlite3_column_value(read, i)));
        }
        sqlite3_finalize(read);
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() {
        for (sqlite3_value* value : values_) sqlite3_value_free(value);
    }
    [[nodiscard]] std::size_t size() const { return values_.size() / static_cast<std::size_t>(columns_); }
    /// Runs the statement with the columns of a row as its parameters.
    void write(Bare& to, sqlite3_stmt* statement, std::size_t row) const {
        for (int i = 0; i < columns_; ++i) {
            sqlite3_bind_value(statement, i + 1,
                               values_[row * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i)]);
        }
        to.check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    [[nodiscard]] std::string insert_into(const std::string& table) const {
        std::string places;
        for (int i = 0; i < columns_; ++i) places += i == 0 ? "?" : ",?";
        return "INSERT INTO " + table + " VALUES(" + places + ")";
    }

private:
    int columns_ = 0;
    std::vector<sqlite3_value*> values_;
};

}  // namespace bench

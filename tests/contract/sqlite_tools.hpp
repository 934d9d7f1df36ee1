// Folders that are gone after the test, and a second, bare look at the file inside.
#pragma once

#include "store_contract.hpp"

#include <provost/adapters/sqlite_store.hpp>

#include <cstdint>
#include <memory>
#include <string>

struct sqlite3;

namespace provost::contract {

/// A temporary folder with the file of a store.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string file() const { return path_ + "/store.db"; }
    /// For all kinds of the suite.
    [[nodiscard]] SqliteOptions options() const;
    [[nodiscard]] std::string content() const;

    /// Runs statements on the file as any other program would.
    void run(const std::string& sql) const;
    /// First column of the first row.
    [[nodiscard]] std::int64_t number(const std::string& sql) const;
    /// The text of EXPLAIN QUERY PLAN.
    [[nodiscard]] std::string plan(const std::string& sql) const;

private:
    std::string path_;
};

/// Another program in the middle of a write.
class Holder {
public:
    explicit Holder(const Folder& folder);
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder();

private:
    sqlite3* connection_ = nullptr;
};

/// A store that must open.
[[nodiscard]] std::unique_ptr<Store> open_store(const SqliteOptions& options);

}  // namespace provost::contract

// The embedded store: one SQLite file. Tables and columns come from the descriptions of the kinds that the caller
// names, so users may read the file with any SQLite tool. The views report_<kind> are the surface meant for that:
// logins and codes for ids, words for choices, UTC times and local days (docs/report-views.md).
#pragma once

#include <provost/base/time.hpp>
#include <provost/ports/store.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace provost {

/// How to open a file. Since 0.1.
struct SqliteOptions {
    std::string path;                        ///< ":memory:" for a database that dies with the store
    bool create = true;                      ///< make the file when it is not there
    std::vector<const RecordType*> kinds{};  ///< every kind that will be stored
    std::vector<std::string> views{};        ///< a host's own CREATE VIEW statements; all names begin with report_
    const ZoneFinder* zones = nullptr;       ///< for the local days of the views; outlives the store; null: no days
    int busy_ms = 5000;                      ///< how long to wait for another writer
    std::int64_t cache_kib = 8192;           ///< memory for pages of the file
    std::int64_t mmap_bytes = 0;             ///< 0: no mapping, so a failing disk is an error and never a signal
};

/// Opens the file, makes or extends its tables, or says why not: store.foreign, store.newer, store.read-only,
/// store.busy, store.failed; argument.invalid when a kind can not be stored. Since 0.1.
[[nodiscard]] Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteOptions& options);

}  // namespace provost

// Result codes of SQLite as errors, and the few calls that every part of the adapter shares.
#include "adapters/sqlite_statement.hpp"

#include "adapters/guarded.hpp"

namespace provost::sqlite {

Error error_of(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return plain_error("store.busy"_code);
        case SQLITE_NOTADB: return plain_error("store.foreign"_code);
        case SQLITE_READONLY: return plain_error("store.read-only"_code);
        case SQLITE_NOMEM: return plain_error("memory.exhausted"_code);
        default: return plain_error("store.failed"_code, "detail", sqlite3_errstr(code));
    }
}

Result<Statement> prepare(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    const int size = static_cast<int>(sql.size());
    const int code = sqlite3_prepare_v3(connection, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Statement statement(raw);
    if (code != SQLITE_OK) return error_of(code);
    return statement;
}

Result<void> execute(sqlite3* connection, const std::string& sql) {
    const int code = sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(code);
    return {};
}

Transaction::~Transaction() {
    // Some failures (a full disk, for one) have rolled back already.
    if (sqlite3_get_autocommit(connection_) == 0) sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace provost::sqlite

// SQLite's C objects with owners, and its result codes as errors. Errors carry SQLite's own sentence for the code and
// never its message, which may quote what a row holds.
#pragma once

#include <provost/base/result.hpp>

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace provost::sqlite {

struct Close {
    void operator()(sqlite3* raw) const { sqlite3_close(raw); }
};
struct Finalize {
    void operator()(sqlite3_stmt* raw) const { sqlite3_finalize(raw); }
};

using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// The error of a result code (extended or not) other than OK, ROW and DONE.
[[nodiscard]] Error error_of(int code);

[[nodiscard]] Result<Statement> prepare(sqlite3* connection, std::string_view sql);

/// Runs statements that answer nothing.
[[nodiscard]] Result<void> execute(sqlite3* connection, const std::string& sql);

/// One run of a prepared statement; afterwards the statement is ready for the next one.
class Run {
public:
    explicit Run(sqlite3_stmt* statement) : statement_(statement) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run() { sqlite3_reset(statement_); }

    [[nodiscard]] int step() { return sqlite3_step(statement_); }
    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    [[nodiscard]] sqlite3_stmt* statement() const { return statement_; }

private:
    sqlite3_stmt* statement_;
};

/// Runs a statement that answers no row; the result code, DONE when all went well.
[[nodiscard]] inline int run_once(sqlite3_stmt* statement) { return Run(statement).step(); }

/// Calls `visit(run)` for each row of a query, whose one parameter, if it has one, is a text.
template <class Visit>
[[nodiscard]] Result<void> each_row(sqlite3* connection, std::string_view sql, std::string_view parameter,
                                    Visit visit) {
    const auto read = prepare(connection, sql);
    if (!read) return read.error();
    Run run(read->get());
    if (sqlite3_bind_parameter_count(run.statement()) > 0) {
        const int size = static_cast<int>(parameter.size());
        const int code = sqlite3_bind_text(run.statement(), 1, parameter.data(), size, SQLITE_STATIC);
        if (code != SQLITE_OK) return error_of(code);
    }
    int code = run.step();
    for (; code == SQLITE_ROW; code = run.step()) visit(std::as_const(run));
    if (code != SQLITE_DONE) return error_of(code);
    return {};
}

/// Takes back what was not committed when it leaves the scope, however that happens.
class Transaction {
public:
    explicit Transaction(sqlite3* connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

private:
    sqlite3* connection_;
};

}  // namespace provost::sqlite

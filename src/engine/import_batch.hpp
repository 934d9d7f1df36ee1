// Rows of a file on their way: read, decided over one overlay, committed with one journal entry.
#pragma once

#include "engine/core.hpp"
#include "imports/rows.hpp"

#include <provost/engine/import_report.hpp>
#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// A row, and once it is decided what has become of it.
struct ImportedRow {
    std::int64_t line = 0;
    RowVerdict verdict = RowVerdict::rejected;
    Code code{};           // why it was rejected
    std::string column{};  // that the code is about
    std::vector<Parameter> parameters{};
    std::vector<Reason> notes{};
    std::string explanation{};  // of a rejected row, when the session asks for it: the answer as a document
    std::string text{};         // as it stands in the file, when a report needs it
    std::optional<std::size_t> item{};
};

class ImportBatch {
public:
    ImportBatch(Core& core, const SessionRequest& request, imports::RowReader& rows, Instant recorded)
        : core_(core), request_(request), reader_(rows), recorded_(recorded) {}

    /// Reads a row.
    void add(const imports::Row& row);
    /// A row that is not decided, because another one counts.
    void add_superseded(const imports::Row& row, std::int64_t by);
    [[nodiscard]] bool is_full() const { return rows_.size() >= core_.options().batch; }
    [[nodiscard]] bool empty() const { return rows_.empty(); }

    // The engine must be locked for the following.

    /// Decides and commits what was added; when others write meanwhile, again. Answers the rows.
    [[nodiscard]] Result<std::vector<ImportedRow>> settle();
    /// Only decides what was added, over what was decided before, and answers the rows.
    [[nodiscard]] Result<std::vector<ImportedRow>> decide();
    /// Commits what `decide` has left. False: stale; begin again.
    [[nodiscard]] Result<bool> commit();
    /// Forgets what was decided and not committed.
    void begin_again();

private:
    [[nodiscard]] ImportedRow start(const imports::Row& row) const;
    [[nodiscard]] std::vector<ImportedRow> take();
    void judge(ImportedRow& row) const;
    [[nodiscard]] std::string_view column_of(const Item& item, Code code,
                                             const std::vector<Parameter>& parameters) const;

    Core& core_;
    const SessionRequest& request_;
    imports::RowReader& reader_;
    Instant recorded_;
    std::vector<ImportedRow> rows_;
    std::vector<Item> items_;
    RefusedRows refused_;     // by a rule
    AcceptedRows accepted_;   // by rows that are committed
    AcceptedRows deciding_;   // and by rows that are decided
    Sha256 input_;            // of the rows since the last commit
    std::int64_t first_ = 0;  // their lines
    std::int64_t last_ = 0;
};

/// The answer that a rejected row would get, as a document.
[[nodiscard]] std::string explain(Code code, const std::vector<Parameter>& parameters);

}  // namespace provost::engine

// The streams of an import.
#pragma once

#include "engine/import_batch.hpp"
#include "imports/file_reader.hpp"

#include <provost/engine/session.hpp>

namespace provost::engine {

/// Counts rows and writes what is reported of them: `problems`, `explanations`, `notes`, `rows`, `rejects`.
class ImportReport {
public:
    ImportReport(const SessionRequest& request, const imports::FileReader& file, const imports::RowReader& rows)
        : request_(request), file_(file), rows_(rows) {}

    void header(const imports::Row& row, const std::vector<Reason>& notes);
    void row(const ImportedRow& row);
    /// The next piece of output; false when there is none.
    [[nodiscard]] bool take(Chunk& chunk);
    [[nodiscard]] const ImportSummary& summary() const { return summary_; }

private:
    void count(RowVerdict verdict);
    void note(std::int64_t line, const Reason& reason);
    void reject(const ImportedRow& row);
    void describe(const ImportedRow& row);

    struct Stream {
        std::string_view name;
        std::string bytes{};
    };

    const SessionRequest& request_;
    const imports::FileReader& file_;
    const imports::RowReader& rows_;
    ImportSummary summary_;
    std::string header_;  // for the file of rejected rows, until that has begun
    Stream problems_{"problems"}, explanations_{"explanations"}, notes_{"notes"}, described_{"rows"},
        rejects_{"rejects"};
};

}  // namespace provost::engine

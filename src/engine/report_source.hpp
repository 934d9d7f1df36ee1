// Where the lines of a report come from: a source gives them page by page, in ascending order of their cursors.
#pragma once

#include "engine/core.hpp"
#include "engine/reading.hpp"

#include <provost/engine/reports.hpp>
#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Where a report goes on: behind this record, and of a record with several lines behind this one.
struct Cursor {
    std::int64_t id = 0;
    std::int64_t line = 0;

    friend auto operator<=>(const Cursor&, const Cursor&) = default;
};

/// A line; `when` is the moment by which days are chosen.
struct Line {
    Cursor at;
    Record row;
    std::optional<Instant> when{};
};

/// Which records a report is asked for, besides what is asked of its lines.
struct Selection {
    std::optional<std::int64_t> course;
    std::optional<std::int64_t> learner;
};

class ReportSource {
public:
    explicit ReportSource(Core& core) : core_(core) {}
    virtual ~ReportSource() = default;
    ReportSource(const ReportSource&) = delete;
    ReportSource& operator=(const ReportSource&) = delete;

    [[nodiscard]] virtual const RecordType& row() const = 0;
    /// The lines of the next page of records, all of each; false: there is no further page.
    [[nodiscard]] virtual Result<bool> page(std::vector<Line>& lines) = 0;

protected:
    [[nodiscard]] Core& core() { return core_; }
    [[nodiscard]] Store& store() { return core_.store(); }

private:
    Core& core_;
};

/// The source of a report, which begins behind a cursor; null: there is no such report.
[[nodiscard]] std::unique_ptr<ReportSource> make_report_source(std::string_view report, Core& core,
                                                               const Selection& selection, Cursor after, Instant now);
/// Names of the reports, for whoever named none of them.
[[nodiscard]] std::string report_names();

/// The report of courses step by step, which asks the rules of learning. [IMC-PART-12]
[[nodiscard]] std::unique_ptr<ReportSource> make_process_source(Core& core, const Selection& selection, Cursor after,
                                                                Instant now);

/// The pages of one kind: under the index of the course or the learner when one is asked for.
[[nodiscard]] Query page_query(const RecordType& type, const Selection& selection, Cursor after);

/// A line of one record.
template <class Row>
[[nodiscard]] Line line_of(std::int64_t id, Row row, std::optional<Instant> when) {
    row.at = std::to_string(id);
    return {{id, 0}, Record::of(std::move(row)), when};
}

}  // namespace provost::engine

// Sessions that export: the caller takes pieces, and the work for a piece is done when it is taken. Memory stays flat,
// however much there is: records are read page by page, and only ids of what a file refers to are remembered.
#pragma once

#include "base/failure.hpp"
#include "engine/core.hpp"
#include "engine/reading.hpp"

#include <provost/engine/session_request.hpp>
#include <provost/enrolment/enrolment.hpp>

#include <deque>

namespace provost::engine {

/// All course enrolments, in the order in which they were made: stream "enrolments.csv".
[[nodiscard]] Result<std::unique_ptr<Session>> begin_enrolments(Core& core, const SessionRequest& request);

/// The learners that were active in each month of the collection year, in the session's zone: streams
/// "active_learners.csv", counts, and "learners.csv". [FIN-ACC-07]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_active_learners(Core& core, const SessionRequest& request);

/// The statutory files of a collection year: streams "nat/NAT00120.txt" and so on, "nat/findings.csv" and
/// "nat/not_reported.csv".
[[nodiscard]] Result<std::unique_ptr<Session>> begin_statutory(Core& core, const SessionRequest& request);

/// A report by name, filtered, in a format, a part of it or all: streams "messages.jsonl" or "messages.csv" and so on.
/// [IMC-PART-12, IMC-NOT-04]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_report(Core& core, const SessionRequest& request);

/// What exports have in common: pieces, the run record, the summary.
class ExportSession : public Session {
public:
    ExportSession(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view bytes) final;
    Result<std::string> finish() final;
    Result<bool> take(Chunk& chunk) final;

protected:
    /// Does the next part of the work; false when all is done. Called under the engine's lock.
    [[nodiscard]] virtual Result<bool> step() = 0;
    /// Hands out bytes, cut into pieces.
    void put(std::string_view stream, std::string_view bytes);

    [[nodiscard]] Store& store() { return core_.store(); }
    [[nodiscard]] const SessionRequest& request() const { return request_; }
    [[nodiscard]] ExportSummary& summary() { return summary_; }

private:
    [[nodiscard]] Result<std::int64_t> journal_entries();
    [[nodiscard]] Result<void> work();

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    std::deque<Chunk> pieces_;
    ExportSummary summary_;
    std::optional<std::int64_t> begun_at_;  // entries of the journal
    std::optional<Error> failed_;
    bool worked_ = false;
};

/// The error of an option that is missing or means nothing.
[[nodiscard]] inline Error wrong_option(std::string_view name) {
    return failure("argument.invalid"_code, "/" + std::string(name), {{"argument", std::string(name)}});
}

/// The activities of enrolments, in their order: of each the latest attempt last.
[[nodiscard]] Result<std::vector<std::vector<Record>>> load_activities(Store& store,
                                                                       std::span<const Record> enrolments);

}  // namespace provost::engine

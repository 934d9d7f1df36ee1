// The part of the session tick that looks after learncycles.
#pragma once

#include "engine/core.hpp"
#include "engine/reading.hpp"

#include <provost/engine/session_request.hpp>
#include <provost/finalise/learncycle.hpp>

namespace provost::engine {

/// Every learncycle over the records that it watches, page by page, each firing with a commit of its own. A dry run
/// tells the same and writes nothing. [FIN-ACC-04]
class LearncycleRun {
public:
    LearncycleRun(Core& core, const SessionRequest& request, Instant now) : core_(core), request_(request), now_(now) {}

    /// The next page, with a line for each firing; false at the end.
    [[nodiscard]] Result<bool> step(std::string& lines, TickSummary& summary);

private:
    [[nodiscard]] Result<void> load_cycles();
    [[nodiscard]] Result<void> look_at(const Record& watched, std::string& lines, TickSummary& summary);
    [[nodiscard]] Result<bool> has_fired(const Record& watched, std::int64_t occasion);
    [[nodiscard]] Result<void> fire(const Record& watched, std::string& lines, TickSummary& summary);
    [[nodiscard]] const finalise::Learncycle& cycle() const { return *cycles_[at_].get<finalise::Learncycle>(); }

    Core& core_;
    const SessionRequest& request_;
    Instant now_;
    std::vector<Record> cycles_;
    std::size_t at_ = 0;
    std::optional<Scan> scan_;
    bool loaded_ = false;
};

}  // namespace provost::engine

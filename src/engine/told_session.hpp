// A session that is fed what an LMS tells, a line for each thing and one for the end of a listing: the courses of an
// LMS and its results come so. What is done with a line and with a batch is the session's own.
#pragma once

#include "engine/json_lines.hpp"
#include "engine/lms_cursors.hpp"
#include "engine/lms_run.hpp"

namespace provost::engine {

class ToldSession : public Session {
public:
    /// `told` names the listing, and the stream of what became of its lines.
    ToldSession(Core& core, const SessionRequest& request, lms::RunKind kind, std::string told)
        : core_(core), request_(request), run_(core, request, kind), told_name_(std::move(told)) {}

    Result<void> feed(std::string_view bytes) final;
    Result<bool> take(Chunk& chunk) final;
    Result<std::string> finish() final;

protected:
    /// Once, when the run has begun.
    [[nodiscard]] virtual Result<void> started() { return {}; }
    [[nodiscard]] virtual Result<void> add(std::string_view line) = 0;
    /// Decides and commits the lines at hand, with the cursor of the end when there is one.
    [[nodiscard]] virtual Result<void> settle(const lms::ListingEnd* end) = 0;
    /// At the end: the summary, and what the log says of the run.
    [[nodiscard]] virtual Result<std::string> end_run(lms::SyncRun& outcome) = 0;

    /// The journal entry of a batch of so many lines, whose names are in the digest.
    [[nodiscard]] audit::EntryFacts entry_of(std::size_t lines, Sha256 names) const;
    /// The cursors once more, for whoever has taken them.
    [[nodiscard]] Result<void> renew_cursors() { return cursors_given_ ? read_cursors() : Result<void>{}; }
    void tell(const auto& line) { add_line(lines_, line); }

    Core& core_;
    SessionRequest request_;
    LmsRun run_;
    std::string lines_;

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> read_cursors();

    std::string told_name_;
    LineBuffer input_;
    std::string cursors_;
    bool cursors_given_ = false;
    std::optional<Error> failed_;
    bool begun_ = false;
    bool finished_ = false;
};

}  // namespace provost::engine

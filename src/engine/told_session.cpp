// The lease is taken before the first work; what has failed once fails always.
#include "engine/told_session.hpp"

namespace provost::engine {

Result<void> ToldSession::begin() {
    if (begun_) return run_.keep();
    if (auto found = run_.find_connection(); !found) return found;
    if (auto kept = run_.keep(); !kept) return kept;
    begun_ = true;
    return started();
}

Result<void> ToldSession::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    if (finished_) return Error{Status::invalid, "handle.closed"_code, {}, {}};
    const std::lock_guard lock(core_.mutex());
    if (auto begun = begin(); !begun) return *(failed_ = begun.error());
    input_.feed(bytes, [&](std::string_view line) {
        if (auto added = add(line); !added) failed_ = added.error();
        return !failed_;
    });
    return failed_ ? Result<void>(*failed_) : Result<void>();
}

audit::EntryFacts ToldSession::entry_of(std::size_t lines, Sha256 names) const {
    audit::EntryFacts entry;
    entry.verb = "import.lms." + told_name_;
    entry.actor = request_.actor;
    entry.recorded = run_.now();
    entry.request = told_name_ + " " + std::to_string(lines) + " " + to_hex(names.finish());
    return entry;
}

Result<void> ToldSession::read_cursors() {
    auto lines = cursor_lines(core_, run_.connection().key, told_name_);
    if (!lines) return lines.error();
    cursors_ = std::move(*lines);
    return {};
}

Result<bool> ToldSession::take(Chunk& chunk) {
    if (!cursors_given_) {
        const std::lock_guard lock(core_.mutex());
        auto begun = finished_ ? Result<void>{} : begin();  // the lease was given back
        if (!begun) return begun.error();
        if (auto read = read_cursors(); !read) return read.error();
        cursors_given_ = true;
    }
    std::string& next = lines_.empty() ? cursors_ : lines_;
    if (next.empty()) return false;
    chunk = {&next == &lines_ ? told_name_ : "cursors", std::exchange(next, {})};
    return true;
}

Result<std::string> ToldSession::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(core_.mutex());
    if (auto settled = settle(nullptr); !settled) return *(failed_ = settled.error());
    core_.discard();
    lms::SyncRun outcome;
    auto summary = end_run(outcome);
    if (!summary) return summary;
    finished_ = true;
    if (auto closed = run_.close(outcome); !closed) return closed.error();
    return summary;
}

}  // namespace provost::engine

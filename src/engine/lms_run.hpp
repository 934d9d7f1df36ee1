// A run with an LMS: its connection, its lease, its log, and how it writes. What every session with an LMS begins with.
#pragma once

#include "engine/lease.hpp"
#include "engine/reading.hpp"

#include <provost/engine/session_request.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/run.hpp>

#include <functional>

namespace provost::engine {

/// What one commit of a run writes; made anew for each try.
class LmsWrites {
public:
    /// A fresh id of a kind of bookkeeping that has no other.
    [[nodiscard]] std::int64_t number() { return ++totals.numbers; }
    /// The next version of a record that was read under its version; of a new one 0.
    template <class T>
    void put(T record, const Record& before = {}) {
        const auto expected = record.version++;
        writes.push_back({Record::of(std::move(record)), expected, before});
    }

    std::vector<Write> writes;
    lms::LmsTotals totals{{1}, 0, 0};
    lms::LmsStanding standing;
    lms::SyncRun run;
};

class LmsRun {
public:
    LmsRun(Core& core, const SessionRequest& request, lms::RunKind kind);
    /// Of a session that is dropped at work: says in the log that the run broke off, and gives the lease back. Takes
    /// the lock of the core. [PPR-SYN-05, PPR-SYN-07]
    ~LmsRun();
    LmsRun(const LmsRun&) = delete;
    LmsRun& operator=(const LmsRun&) = delete;

    /// Finds the connection: lms.connection-unknown. Before anything else.
    [[nodiscard]] Result<void> find_connection();
    /// The same, where a name is enough: a connection that nobody defined is as good.
    [[nodiscard]] Result<void> find_connection_or_name();
    [[nodiscard]] const lms::Connection& connection() const { return connection_; }
    /// Whether somebody defined it.
    [[nodiscard]] bool is_declared() const { return static_cast<bool>(connection_.id); }
    [[nodiscard]] const std::vector<lms::Connection>& all_connections() const { return connections_; }

    /// Before the first work: takes the lease, closes runs that broke off, writes that this one has begun. Again:
    /// renews the lease. A run that is refused because another one is at work is logged too. [PPR-SYN-05, PPR-SYN-07]
    [[nodiscard]] Result<void> keep();
    [[nodiscard]] bool has_begun() const { return begun_; }
    [[nodiscard]] Instant began_at() const { return began_at_; }
    /// Commits what `build` fills in, and asks it again when something has moved meanwhile.
    [[nodiscard]] Result<void> commit(const std::function<Result<void>(LmsWrites&)>& build);
    /// At the end: closes the log and gives the lease back.
    [[nodiscard]] Result<void> close(const lms::SyncRun& outcome);

    [[nodiscard]] Instant now() const { return request_.recorded.value_or(core_.now()); }
    [[nodiscard]] const lms::LmsStanding& standing() const { return standing_; }
    [[nodiscard]] Id<lms::SyncRun> id() const { return run_; }
    [[nodiscard]] Core& core() { return core_; }
    [[nodiscard]] const SessionRequest& request() const { return request_; }

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> log_refusal(const Error& error);
    [[nodiscard]] Result<void> close_broken();
    [[nodiscard]] Result<void> forget_old();
    [[nodiscard]] Result<void> empty_lines(Id<lms::SyncRun> run);
    [[nodiscard]] Result<bool> try_commit(const std::function<Result<void>(LmsWrites&)>& build, bool under_lease);
    [[nodiscard]] Result<void> load(LmsWrites& writes);

    Core& core_;
    SessionRequest request_;
    lms::RunKind kind_;
    lms::Connection connection_;
    std::vector<lms::Connection> connections_;
    LeaseKeeper lease_;
    Id<lms::SyncRun> run_;
    lms::LmsStanding standing_;
    Instant began_at_;
    bool begun_ = false;
    bool closed_ = false;
};

}  // namespace provost::engine

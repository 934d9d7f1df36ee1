// Every commit of a run rests on its lease and counts in one record, so that two runs that write at once take turns.
#include "engine/lms_run.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

using lms::Connection;
using lms::LmsStanding;
using lms::LmsTotals;
using lms::RunState;
using lms::SyncRun;

constexpr std::size_t most_forgotten = 10;  // runs, each time another one begins

std::string name_of_connection(const SessionRequest& request) {
    return request.connection.empty() ? std::string(lms::default_connection) : request.connection;
}

// Runs of one kind over one connection take turns. The first connection's name is as short as it was.
std::string lease_name(const SessionRequest& request, lms::RunKind kind) {
    std::string name = "lms." + std::string(word(kind));
    const auto connection = name_of_connection(request);
    return connection == lms::default_connection ? name : name + "/" + connection;
}

template <class T>
const T* first_of(const std::vector<Record>& found) {
    return found.empty() ? nullptr : found.front().get<T>();
}

}  // namespace

LmsRun::LmsRun(Core& core, const SessionRequest& request, lms::RunKind kind)
    : core_(core), request_(request), kind_(kind), lease_(lease_name(request, kind), request.worker) {}

// PPR-SYN-05: nobody asks a session again that is gone, so no other one need wait for its lease to end. What it handed
// out is open, and looked up by the next run. Where the store fails the lease ends by itself.
LmsRun::~LmsRun() {
    if (!begun_ || closed_) return;
    try {
        const std::lock_guard lock(core_.mutex());
        // Somebody who came again under the same name goes on with it: lease and run are his.
        const auto lost = lease_.is_lost(core_);
        if (!lost || *lost) return;
        lms::SyncRun broken;
        broken.state = RunState::broken;
        broken.code = "run.broken"_code.name();
        static_cast<void>(close(broken));
    } catch (...) {
        return;
    }
}

// WIS-MIG-10: the same for every LMS.
Result<void> LmsRun::find_connection() {
    connections_.clear();
    auto read = Scan(type_of<Connection>(), 100).each(core_.store(), [&](const Record& record) {
        connections_.push_back(*record.get<Connection>());
    });
    if (!read) return read;
    if (connections_.empty()) connections_.push_back(lms::undeclared_connection());
    const auto name = name_of_connection(request_);
    const auto found = std::ranges::find(connections_, name, &Connection::key);
    if (found == connections_.end()) {
        return Error{Status::not_found, "connection.unknown"_code, {"/connection", {}, 0, 0}, {}};
    }
    connection_ = *found;
    return {};
}

Result<void> LmsRun::find_connection_or_name() {
    auto found = find_connection();
    if (found || found.error().code != "connection.unknown"_code) return found;
    connection_ = lms::undeclared_connection();
    connection_.key = name_of_connection(request_);
    return {};
}

Result<void> LmsRun::keep() {
    if (auto kept = lease_.keep(core_, now()); !kept) {
        if (begun_ || kept.error().code != "lease.held"_code) return kept;
        if (auto logged = log_refusal(kept.error()); !logged) return logged;
        return kept;
    }
    return begun_ ? Result<void>{} : begin();
}

// PPR-SYN-05, PPR-SYN-07: who comes while another run is at work goes away, and the log says so.
Result<void> LmsRun::log_refusal(const Error& error) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        auto written = try_commit(
            [&](LmsWrites& writes) -> Result<void> {
                writes.run.connection = connection_.key;
                writes.run.kind = kind_;
                writes.run.state = RunState::refused;
                writes.run.worker = request_.worker;
                writes.run.began_at = writes.run.ended_at = now();
                writes.run.code = error.code.name();
                return {};
            },
            false);
        if (!written) return written.error();
        if (*written) return run_ = {}, Result<void>{};
    }
    return {};
}

Result<void> LmsRun::begin() {
    begun_ = true;
    began_at_ = now();
    if (auto closed = close_broken(); !closed) return closed;
    if (auto forgotten = forget_old(); !forgotten) return forgotten;
    return commit([&](LmsWrites& writes) -> Result<void> {
        writes.run.connection = connection_.key;
        writes.run.kind = kind_;
        writes.run.worker = request_.worker;
        writes.run.began_at = began_at_;
        return {};
    });
}

// PPR-SYN-07: this run has the lease, so one that still stands as running has broken off.
Result<void> LmsRun::close_broken() {
    const Key key{&type_of<SyncRun>(),
                  find_index(type_of<SyncRun>(), "connection"),
                  {{0, connection_.key, true}, {static_cast<std::int64_t>(RunState::running), {}, false}}};
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    std::vector<Write> writes;
    for (const Record& record : loaded->found.front()) {
        SyncRun run = *record.get<SyncRun>();
        if (run.kind != kind_) continue;
        run.state = RunState::broken;
        run.code = "run.broken"_code.name();
        const auto version = run.version++;
        writes.push_back({Record::of(std::move(run)), version, record});
    }
    if (writes.empty()) return {};
    auto committed = core_.commit_bookkeeping(std::move(writes), {lease_.held()});
    return committed ? Result<void>{} : committed.error();
}

// PPR-SYN-07: a store takes nothing away, so the lines of a run whose time is over are emptied, and then the run. A few
// runs each time: that is more than are made.
Result<void> LmsRun::forget_old() {
    const Instant over = now() - std::chrono::days(connection_.keep_log_days);
    Scan scan(type_of<SyncRun>(), most_forgotten);
    scan.under("connection", {0, connection_.key, true});
    auto oldest = scan.next(core_.store());
    if (!oldest) return oldest.error();
    for (const Record& record : *oldest) {
        const auto& run = *record.get<SyncRun>();
        const bool is_old = run.state != RunState::running && run.began_at && *run.began_at < over;
        if (!is_old) continue;
        if (auto emptied = empty_lines(run.id); !emptied) return emptied;
        SyncRun empty;
        empty.id = run.id;
        empty.version = run.version + 1;
        empty.state = run.state;
        auto done = core_.commit_bookkeeping({{Record::of(std::move(empty)), run.version, record}}, {lease_.held()});
        if (!done) return done.error();
    }
    return {};
}

Result<void> LmsRun::empty_lines(Id<SyncRun> run) {
    Scan scan(type_of<lms::SyncItem>(), 500);
    scan.under("run", {run.value, {}, false});
    return scan.pages(core_.store(), [&](const std::vector<Record>& page) -> Result<void> {
        std::vector<Write> writes;
        for (const Record& record : page) {
            lms::SyncItem empty;
            empty.id = {record.id()};
            empty.version = record.version() + 1;
            writes.push_back({Record::of(std::move(empty)), record.version(), record});
        }
        auto done = core_.commit_bookkeeping(std::move(writes), {lease_.held()});
        return done ? Result<void>{} : done.error();
    });
}

Result<void> LmsRun::load(LmsWrites& writes) {
    std::vector<Key> keys{id_key(type_of<LmsTotals>(), 1), {&type_of<LmsStanding>(), 0, {{0, connection_.key, true}}}};
    if (run_) keys.push_back(id_key(type_of<SyncRun>(), run_.value));
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    if (const auto* totals = first_of<LmsTotals>(loaded->found[0])) writes.totals = *totals;
    writes.standing.connection = connection_.key;
    if (const auto* standing = first_of<LmsStanding>(loaded->found[1])) writes.standing = *standing;
    const auto* run = run_ ? first_of<SyncRun>(loaded->found[2]) : nullptr;
    if (run != nullptr) writes.run = *run;
    return {};
}

Result<bool> LmsRun::try_commit(const std::function<Result<void>(LmsWrites&)>& build, bool under_lease) {
    LmsWrites writes;
    if (auto loaded = load(writes); !loaded) return loaded.error();
    const LmsWrites before = writes;
    if (auto built = build(writes); !built) return built.error();
    if (!same_content(type_of<SyncRun>(), &before.run, &writes.run)) {
        if (!writes.run.id) writes.run.id = {writes.number()};
        writes.put(writes.run);
    }
    if (!same_content(type_of<LmsStanding>(), &before.standing, &writes.standing)) {
        if (!writes.standing.id) writes.standing.id = {writes.number()};
        writes.put(writes.standing);
    }
    if (!same_content(type_of<LmsTotals>(), &before.totals, &writes.totals)) writes.put(writes.totals);
    if (!writes.writes.empty()) {
        std::vector<Expectation> reads;
        if (under_lease) reads.push_back(lease_.held());
        auto committed = core_.commit_bookkeeping(std::move(writes.writes), std::move(reads));
        if (!committed || !*committed) return committed;
    }
    run_ = writes.run.id;
    standing_ = writes.standing;
    return true;
}

Result<void> LmsRun::commit(const std::function<Result<void>(LmsWrites&)>& build) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        if (auto kept = lease_.keep(core_, now()); !kept) return kept;
        auto committed = try_commit(build, true);
        if (!committed) return committed.error();
        if (*committed) return {};
        auto lost = lease_.is_lost(core_);
        if (!lost) return lost.error();
        if (*lost) return Error{Status::conflict, "lease.lost"_code, {}, {}};
    }
    return Core::contended();
}

Result<void> LmsRun::close(const SyncRun& outcome) {
    closed_ = true;
    if (begun_) {
        auto closed = commit([&](LmsWrites& writes) -> Result<void> {
            const SyncRun begun = writes.run;
            writes.run = outcome;
            writes.run.id = begun.id;
            writes.run.version = begun.version;
            writes.run.connection = begun.connection;
            writes.run.kind = begun.kind;
            writes.run.worker = begun.worker;
            writes.run.began_at = begun.began_at;
            writes.run.ended_at = now();
            return {};
        });
        const bool lost =
            !closed && (closed.error().code == "lease.held"_code || closed.error().code == "lease.lost"_code);
        if (lost) return {};  // who has the lease now has said of this run that it broke off
        if (!closed) return closed;
    }
    return lease_.give_back(core_, now());
}

}  // namespace provost::engine

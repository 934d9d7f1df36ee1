// A unit checks before it writes, so a stale one has as a rule written nothing and costs no savepoint. Only when a
// later write of a unit hits a constraint is the whole transaction taken back and run once more, with a savepoint per
// unit.
#include "adapters/sqlite_commit.hpp"

#include "adapters/described_keys.hpp"
#include "adapters/guarded.hpp"
#include "adapters/sqlite_rows.hpp"
#include "adapters/sqlite_text.hpp"
#include "adapters/sqlite_views.hpp"

#include <provost/describe/compare.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace provost::sqlite {

namespace {

using State = Outcome::State;

struct NameHash {
    std::size_t operator()(const std::pair<const RecordType*, std::int64_t>& name) const {
        const auto mixed = static_cast<std::uint64_t>(name.second) * 0x9e3779b97f4a7c15U;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U)) ^ std::hash<const RecordType*>()(name.first);
    }
};

// One try to commit a list of units.
class Commit {
public:
    Commit(Database& database, std::span<const Unit> units, bool savepoints)
        : database_(database), units_(units), savepoints_(savepoints) {}

    [[nodiscard]] Result<std::vector<Outcome>> run();
    [[nodiscard]] bool needs_savepoints() const { return needs_savepoints_; }

private:
    // How far a unit came. `broken` ends the call: nothing of it is in the file.
    enum class Step : std::uint8_t { applied, stale, failed, broken };

    Step unit(const Unit& unit);
    Step steps(const Unit& unit);
    Step hold(const Unit& unit);
    Step holds_in_file(const Expectation& read);
    Step write(const Write& write);
    Step insert(KindStatements& kind, const Record& record);
    Step update(KindStatements& kind, const Write& write);
    Step keep_days(const KindStatements& kind, const Record& record);
    [[nodiscard]] sqlite3* connection() const { return database_.connection.get(); }
    Step settle(const Unit& unit, Step step);
    Step problem(int code);
    Step problem(Error error, Step step) { return (error_ = std::move(error), step); }
    Result<void> finish();

    Database& database_;
    std::span<const Unit> units_;
    bool savepoints_;
    bool needs_savepoints_ = false;
    Counters counters_;
    std::size_t written_ = 0;  // by the unit at work
    std::size_t applied_ = 0;
    std::int64_t highest_id_ = 0;
    Error error_;
    // Records that earlier units of this call changed, or tried to change: for these as_of proves nothing.
    std::unordered_set<std::pair<const RecordType*, std::int64_t>, NameHash> touched_;
};

Commit::Step Commit::problem(int code) {
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT: {
            const bool taken = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
                               code == SQLITE_CONSTRAINT_ROWID;
            return taken ? Step::stale : problem(error_of(code), Step::failed);
        }
        case SQLITE_TOOBIG: return problem(error_of(code), Step::failed);
        default: return problem(error_of(code), Step::broken);
    }
}

Commit::Step Commit::holds_in_file(const Expectation& read) {
    KindStatements* kind = database_.kind(read.type);
    if (kind == nullptr) return problem(plain_error("kind.unknown"_code), Step::failed);
    auto* statement = kind->version.get(connection(), error_, [&] { return version_sql(*kind->type); });
    if (statement == nullptr) return Step::broken;
    Run run(statement);
    sqlite3_bind_int64(statement, 1, read.id);
    const int code = run.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE) return problem(code);
    return (code == SQLITE_ROW ? run.integer(0) : 0) == read.version ? Step::applied : Step::stale;
}

Commit::Step Commit::hold(const Unit& unit) {
    const bool nothing_moved = unit.as_of == counters_.revision;
    if (nothing_moved && touched_.empty()) return Step::applied;
    for (const Expectation& read : unit.reads) {
        if (nothing_moved && !touched_.contains({read.type, read.id})) continue;
        if (const Step step = holds_in_file(read); step != Step::applied) return step;
    }
    return Step::applied;
}

Commit::Step Commit::insert(KindStatements& kind, const Record& record) {
    auto* statement = kind.insert.get(connection(), error_, [&] { return insert_sql(*kind.type); });
    if (statement == nullptr) return Step::broken;
    if (const int code = bind_record(statement, record, database_.json)) return problem(code);
    const int code = run_once(statement);
    return code == SQLITE_DONE ? Step::applied : problem(code);
}

// SQLite rewrites each index whose column an UPDATE names, changed or not, and most updates change none: they name only
// the members of indexes that did change.
Commit::Step Commit::update(KindStatements& kind, const Write& write) {
    std::uint64_t changed = 0;
    for (std::size_t i = 0; i < kind.indexed.size(); ++i) {
        const Field& field = *kind.indexed[i];
        const bool same = write.before && same_member(field, write.before.data(), write.record.data());
        if (!same) changed |= std::uint64_t{1} << i;
    }
    auto* statement = kind.update[changed].get(connection(), error_, [&] {
        std::vector<const Field*> kept;
        for (std::size_t i = 0; i < kind.indexed.size(); ++i) {
            if ((changed >> i & 1U) == 0) kept.push_back(kind.indexed[i]);
        }
        return update_sql(*kind.type, kept);
    });
    if (statement == nullptr) return Step::broken;
    if (const int code = bind_record(statement, write.record, database_.json)) return problem(code);
    sqlite3_bind_int64(statement, static_cast<int>(kind.type->fields.size()) + 1, write.expected);
    if (const int code = run_once(statement); code != SQLITE_DONE) return problem(code);
    return sqlite3_changes(connection()) == 1 ? Step::applied : Step::stale;
}

Commit::Step Commit::keep_days(const KindStatements& kind, const Record& record) {
    if (database_.zones == nullptr) return Step::applied;
    const auto& name = *static_cast<const std::string*>(kind.zone->in(record.data()));
    const auto kept = keep_zone(connection(), *database_.zones, name);
    return kept ? Step::applied : problem(kept.error(), Step::broken);
}

Commit::Step Commit::write(const Write& write) {
    const Record& record = write.record;
    KindStatements* kind = record ? database_.kind(&record.type()) : nullptr;
    if (kind == nullptr) return problem(plain_error("kind.unknown"_code), Step::failed);
    if (record.id() < 1 || record.id() > id_limit) {
        return problem(plain_error("value.out-of-range"_code, "range", "ids"), Step::failed);
    }
    Step step = write.expected == 0 ? insert(*kind, record) : update(*kind, write);
    if (step == Step::applied && kind->zone != nullptr) step = keep_days(*kind, record);
    if (step == Step::applied) {
        ++written_;
        if (takes_id(*kind->type)) highest_id_ = std::max(highest_id_, record.id());
    }
    return step;
}

Commit::Step Commit::steps(const Unit& unit) {
    if (const Step step = hold(unit); step != Step::applied) return step;
    for (const Write& change : unit.writes) {
        if (const Step step = write(change); step != Step::applied) return step;
    }
    return Step::applied;
}

// After a unit: takes back what a unit that did not succeed has written.
Commit::Step Commit::settle(const Unit& unit, Step step) {
    if (units_.size() > 1) {
        for (const Write& write : unit.writes) {
            if (write.record) touched_.emplace(&write.record.type(), write.record.id());
        }
    }
    if (step == Step::broken) return step;
    if (savepoints_) {
        int code = step == Step::applied ? SQLITE_DONE : run_once(database_.undo_savepoint.get());
        if (code == SQLITE_DONE) code = run_once(database_.drop_savepoint.get());
        return code == SQLITE_DONE ? step : problem(error_of(code), Step::broken);
    }
    if (step == Step::applied || written_ == 0) return step;
    needs_savepoints_ = true;
    return Step::broken;
}

Commit::Step Commit::unit(const Unit& unit) {
    written_ = 0;
    const std::int64_t highest_before = highest_id_;
    if (savepoints_) {
        const int code = run_once(database_.savepoint.get());
        if (code != SQLITE_DONE) return problem(error_of(code), Step::broken);
    }
    const Step step = settle(unit, steps(unit));
    if (step != Step::applied) highest_id_ = highest_before;
    return step;
}

Result<void> Commit::finish() {
    if (applied_ == 0) return {};  // the transaction ends without a trace
    auto* counters = database_.write_counters.get();
    sqlite3_bind_int64(counters, 1, counters_.revision + 1);
    sqlite3_bind_int64(counters, 2, std::max(counters_.next_id, highest_id_ + 1));
    if (const int code = run_once(counters); code != SQLITE_DONE) return error_of(code);
    const int code = run_once(database_.end.get());
    if (code == SQLITE_DONE) return {};
    // The log may or may not hold what could not be synced; only the next recovery would tell.
    if ((code & 0xff) == SQLITE_IOERR) return plain_error("store.unknown-outcome"_code);
    return error_of(code);
}

Result<std::vector<Outcome>> Commit::run() {
    const Transaction transaction(connection());
    if (const int code = run_once(database_.begin_write.get()); code != SQLITE_DONE) return error_of(code);
    const auto counters = database_.counters();
    if (!counters) return counters.error();
    counters_ = *counters;
    std::vector<Outcome> outcomes;
    outcomes.reserve(units_.size());
    touched_.reserve(2 * units_.size());
    for (const Unit& each : units_) {
        const Step step = unit(each);
        if (step == Step::broken) return error_;
        if (step == Step::applied) ++applied_;
        const State state = step == Step::applied ? State::applied : step == Step::stale ? State::stale : State::failed;
        outcomes.push_back({state, state == State::applied ? counters_.revision + 1 : 0, {}});
        if (state == State::failed) outcomes.back().error = std::move(error_);
    }
    if (auto finished = finish(); !finished) return finished.error();
    return outcomes;
}

}  // namespace

Result<std::vector<Outcome>> commit_units(Database& database, std::span<const Unit> units) {
    Commit first(database, units, false);
    auto outcomes = first.run();
    if (!first.needs_savepoints()) return outcomes;
    return Commit(database, units, true).run();
}

}  // namespace provost::sqlite

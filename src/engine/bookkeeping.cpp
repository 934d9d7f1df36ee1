// What is written beside the journal: records that no entry tells of, and those of the runs of sessions.
#include "base/failure.hpp"
#include "engine/core.hpp"

namespace provost::engine {

Result<bool> Core::commit_bookkeeping(std::vector<Write> writes, std::vector<Expectation> reads) {
    Unit unit;
    unit.reads = std::move(reads);
    unit.writes = std::move(writes);
    discard();
    auto outcomes = store_->commit(std::span(&unit, 1));
    if (!outcomes) return outcomes.error();
    if (outcomes->front().state == Outcome::State::failed) return outcomes->front().error;
    return outcomes->front().state == Outcome::State::applied;
}

Result<void> Core::record_run(audit::Run run) {
    auto actor = name_of_actor(run.actor);
    if (!actor) return actor.error();
    run.actor = std::move(*actor);
    for (int tries = 0; tries < most_tries; ++tries) {
        if (auto head = refresh_head(); !head) return head;
        audit::JournalHead moved = head_;
        moved.id = {1};
        moved.version = head_.version + 1;
        run.id = {++moved.runs};
        run.version = 1;
        auto committed = commit_bookkeeping({{Record::of(run), 0}, {Record::of(moved), head_.version}});
        if (!committed) return committed.error();
        if (*committed) return (head_ = moved, Result<void>{});
    }
    return contended();
}

Error Core::contended(std::int64_t tries) {
    return failure("store.contended"_code, {}, {{"tries", std::to_string(tries)}});
}

}  // namespace provost::engine

// The faults themselves.
#include "faulty_store.hpp"

namespace provost::contract {

namespace {

Error error_for(Fault fault) {
    if (fault == Fault::busy) return {Status::busy, find_code("store.busy")};
    if (fault == Fault::lost_answer) return {Status::storage, find_code("store.unknown-outcome")};
    return {Status::storage, find_code("store.failed"), {}, {{"detail", "a fault that a test has planned"}}};
}

}  // namespace

Fault FaultyStore::next(std::deque<Fault>& planned) {
    if (planned.empty()) return Fault::none;
    const Fault fault = planned.front();
    planned.pop_front();
    if (fault == Fault::slow && meanwhile) meanwhile();
    return fault;
}

Result<Loaded> FaultyStore::load(std::span<const Key> keys) {
    ++load_calls;
    keys_loaded += keys.size();
    const Fault fault = next(loads);
    if (fault == Fault::failed || fault == Fault::busy) return error_for(fault);
    return inner_->load(keys);
}

Result<std::vector<Record>> FaultyStore::find(const Query& query) {
    ++find_calls;
    return inner_->find(query);
}

Result<std::vector<Outcome>> FaultyStore::commit(std::span<const Unit> units) {
    ++commit_calls;
    units_committed += units.size();
    const Fault fault = next(commits);
    switch (fault) {
        case Fault::stale: return std::vector<Outcome>(units.size(), Outcome{Outcome::State::stale, 0, {}});
        case Fault::failed:
        case Fault::busy: return error_for(fault);
        case Fault::lost_answer: {
            const auto done = inner_->commit(units);
            return done ? error_for(fault) : done.error();
        }
        default: return inner_->commit(units);
    }
}

}  // namespace provost::contract

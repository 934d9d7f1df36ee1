// A store that misbehaves on order: it stands before a good one and spoils the next calls as a test has planned.
#pragma once

#include <provost/ports/store.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

namespace provost::contract {

/// What becomes of one call of commit, or of one call of load.
enum class Fault : std::uint8_t {
    none,
    stale,        ///< commit: nothing is written, every unit is stale
    lost_answer,  ///< commit: everything is written, the answer is store.unknown-outcome
    failed,       ///< nothing is written, the answer is store.failed
    busy,         ///< the same with store.busy
    slow,         ///< `meanwhile` runs first, for example another writer
};

class FaultyStore final : public Store {
public:
    explicit FaultyStore(Store& inner) : inner_(&inner) {}

    std::deque<Fault> commits;        ///< faults of the next commits, first to last; then none
    std::deque<Fault> loads;          ///< faults of the next loads
    std::function<void()> meanwhile;  ///< what happens during a slow call

    // what was asked, for tests that count load waves and transactions
    std::size_t load_calls = 0;
    std::size_t keys_loaded = 0;
    std::size_t find_calls = 0;
    std::size_t commit_calls = 0;
    std::size_t units_committed = 0;

    Result<std::int64_t> reserve(std::int64_t count) override { return inner_->reserve(count); }
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query& query) override;
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override { return inner_->describe(); }
    Result<void> forget() override { return inner_->forget(); }

private:
    Fault next(std::deque<Fault>& planned);

    Store* inner_;
};

}  // namespace provost::contract

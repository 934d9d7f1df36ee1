// Taking, keeping and giving back a lease.
#pragma once

#include "engine/core.hpp"

#include <provost/ports/lease.hpp>

namespace provost::engine {

/// How long a lease lasts from the moment when it was last taken or renewed.
inline constexpr std::chrono::minutes lease_life{15};

/// The lease of one session. All calls under the lock of the core.
class LeaseKeeper {
public:
    LeaseKeeper(std::string name, std::string holder) : name_(std::move(name)), holder_(std::move(holder)) {}

    /// Takes the lease, and renews it when half of it is over: lease.held while another worker has it. A worker
    /// that has a name finds its own one again after it was killed.
    [[nodiscard]] Result<void> keep(Core& core, Instant now);
    /// What a commit of the holder must rest on.
    [[nodiscard]] Expectation held() const { return {&type_of<Lease>(), lease_.id.value, lease_.version}; }
    /// Why such a commit was stale: another worker has the lease, or something else has moved.
    [[nodiscard]] Result<bool> is_lost(Core& core);
    /// Ends it, so that another worker need not wait. Nothing happens when it was lost already.
    [[nodiscard]] Result<void> give_back(Core& core, Instant now);

private:
    [[nodiscard]] Result<Lease> read(Core& core) const;
    [[nodiscard]] Result<bool> write(Core& core, Instant until);

    std::string name_, holder_;
    Lease lease_;
};

}  // namespace provost::engine

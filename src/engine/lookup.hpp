// What a decision looks up besides its facts, in the overlay.
#pragma once

#include "plan/decision.hpp"
#include "plan/overlay.hpp"

namespace provost::engine {

/// A record stays where it is in the overlay as long as nothing is applied.
class Lookup final : public MoreFacts {
public:
    explicit Lookup(Overlay& overlay) : overlay_(overlay) {}
    [[nodiscard]] bool add(const Key& key, std::vector<const void*>& found) override {
        const bool known = overlay_.knows(key);
        if (!known) missing_.push_back(key);
        return known && overlay_.read(key, [&](const Record& record) { found.push_back(record.data()); });
    }
    /// What it lacked; loading takes it out.
    [[nodiscard]] std::vector<Key>& missing() { return missing_; }

private:
    Overlay& overlay_;
    std::vector<Key> missing_;
};

}  // namespace provost::engine

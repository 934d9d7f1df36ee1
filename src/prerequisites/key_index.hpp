// Keys of the caller's own as small numbers, in the order in which they came first.
#pragma once

#include "plan/positions.hpp"

namespace provost::prerequisites {

class KeyIndex {
public:
    static constexpr std::uint32_t none = Positions::none;

    /// The number of a key, which is new if need be.
    std::uint32_t add(std::int64_t key) {
        if (const auto known = find(key); known != none) return known;
        const auto number = static_cast<std::uint32_t>(keys_.size());
        keys_.push_back(key);
        places_.add(hash(key), number);
        return number;
    }
    [[nodiscard]] std::uint32_t find(std::int64_t key) const {
        return places_.find(hash(key), [&](std::uint32_t number) { return keys_[number] == key; });
    }
    [[gnu::always_inline]] void fetch(std::int64_t key) const { places_.fetch(hash(key)); }

    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    [[nodiscard]] std::size_t bytes() const { return keys_.capacity() * sizeof(std::int64_t) + places_.bytes(); }
    void shrink() { keys_.shrink_to_fit(); }

private:
    [[nodiscard]] static std::uint64_t hash(std::int64_t key) { return mixed(static_cast<std::uint64_t>(key), 0); }

    std::vector<std::int64_t> keys_;
    Positions places_;
};

}  // namespace provost::prerequisites

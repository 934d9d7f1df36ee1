// Keys of the caller's own as small numbers, in the order in which they came first.
#pragma once

#include "plan/positions.hpp"

#include <algorithm>

namespace provost::prerequisites {

class KeyIndex {
public:
    static constexpr std::uint32_t none = Positions::none;

    /// The number of a key, which is new if need be. Not after `close`.
    std::uint32_t add(std::int64_t key) {
        if (const auto known = find(key); known != none) return known;
        const auto number = static_cast<std::uint32_t>(count_++);
        keys_.push_back(key);
        places_.add(hash(key), number);
        return number;
    }
    /// After the last key: keys that lie close together, as those of a database do, are looked up without hashing.
    void close() {
        keys_.shrink_to_fit();
        if (keys_.empty()) return;
        const auto [low, high] = std::ranges::minmax(keys_);
        const std::uint64_t span = distance(low, high);
        if (span / roomy >= count_) return;
        low_ = low;
        near_.assign(static_cast<std::size_t>(span) + 1, none);
        for (std::uint32_t number = 0; number < count_; ++number) near_[distance(low_, keys_[number])] = number;
        keys_ = {};
        places_ = {};
    }

    [[nodiscard]] std::uint32_t find(std::int64_t key) const {
        if (near_.empty()) return places_.find(hash(key), [&](std::uint32_t number) { return keys_[number] == key; });
        const std::uint64_t at = distance(low_, key);
        return at < near_.size() ? near_[at] : none;
    }
    [[gnu::always_inline]] void fetch(std::int64_t key) const {
        if (near_.empty()) return places_.fetch(hash(key));
        if (const auto at = distance(low_, key); at < near_.size()) __builtin_prefetch(&near_[at]);
    }

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] std::size_t bytes() const {
        return keys_.capacity() * sizeof(std::int64_t) + near_.capacity() * sizeof(std::uint32_t) + places_.bytes();
    }

private:
    static constexpr std::uint64_t roomy = 4;  // places for each key, when keys are looked up directly: no more memory

    [[nodiscard]] static std::uint64_t hash(std::int64_t key) { return mixed(static_cast<std::uint64_t>(key), 0); }
    [[nodiscard]] static std::uint64_t distance(std::int64_t from, std::int64_t to) {
        return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
    }

    std::size_t count_ = 0;
    std::vector<std::int64_t> keys_;
    Positions places_;
    std::int64_t low_ = 0;
    std::vector<std::uint32_t> near_;  // numbers by key, from the least key on; empty when hashed
};

}  // namespace provost::prerequisites

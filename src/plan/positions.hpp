// Where things stand in a list, found by their hash: one open table of 32-bit positions. The list itself belongs to the
// caller, who says whether the thing at a position is the one that is looked for. Things are added, and taken out all
// at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace provost {

/// Mixes two numbers into one whose bits all depend on theirs.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{a ^ 0x9e3779b97f4a7c15U} * (b ^ 0xd6e8feb86659fd93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

[[nodiscard]] inline std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = bytes.size();
    while (!bytes.empty()) {
        std::uint64_t next = 0;
        const auto size = bytes.size() < sizeof next ? bytes.size() : sizeof next;
        std::memcpy(&next, bytes.data(), size);
        bytes.remove_prefix(size);
        hash = mixed(hash, next);
    }
    return hash;
}

class Positions {
public:
    static constexpr std::uint32_t none = 0xffffffffU;

    /// The position of that hash for which `same(position)` holds; else none.
    template <class Same>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, Same same) const {
        if (slots_.empty()) return none;
        const auto tag = static_cast<std::uint32_t>(hash >> 32U);
        for (std::size_t at = tag & mask(); slots_[at].position != none; at = (at + 1) & mask()) {
            if (slots_[at].tag == tag && same(slots_[at].position)) return slots_[at].position;
        }
        return none;
    }
    /// Fetches ahead what `find` will look at. Inlined: GCC drops calls of functions that only fetch.
    [[gnu::always_inline]] void fetch(std::uint64_t hash) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[(hash >> 32U) & mask()]);
    }
    [[nodiscard]] std::size_t bytes() const { return slots_.capacity() * sizeof(Slot); }
    /// Adds what was not found.
    void add(std::uint64_t hash, std::uint32_t position) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        place({static_cast<std::uint32_t>(hash >> 32U), position});
        ++count_;
    }
    /// Keeps its room unless most of it was not used.
    void clear() {
        if (count_ == 0) return;
        if (slots_.size() > 16 * (count_ + least)) slots_ = {};
        slots_.assign(slots_.size(), Slot{});
        count_ = 0;
    }

private:
    static constexpr std::size_t least = 64;
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t position = none;
    };

    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
    void place(Slot slot) {
        std::size_t at = slot.tag & mask();
        while (slots_[at].position != none) at = (at + 1) & mask();
        slots_[at] = slot;
    }
    void grow() {
        const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(std::max(least, 2 * slots_.size())));
        for (const Slot& slot : before) {
            if (slot.position != none) place(slot);
        }
    }

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::size_t count_ = 0;
};

}  // namespace provost

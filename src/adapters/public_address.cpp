// The registries of special addresses (RFC 6890 and its successors), as prefixes.
#include "adapters/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace provost {

namespace {

struct Prefix {
    std::array<unsigned char, 16> bytes;
    int bits;
};

constexpr auto special4 = std::to_array<Prefix>({
    {{0}, 8},
    {{10}, 8},
    {{100, 64}, 10},
    {{127}, 8},
    {{169, 254}, 16},
    {{172, 16}, 12},
    {{192, 0, 0}, 24},
    {{192, 0, 2}, 24},
    {{192, 88, 99}, 24},
    {{192, 168}, 16},
    {{198, 18}, 15},
    {{198, 51, 100}, 24},
    {{203, 0, 113}, 24},
    {{224}, 4},
    {{240}, 4},
});
// Of IPv6 only 2000::/3 is public, and not all of it.
constexpr Prefix global6{{0x20}, 3};
constexpr auto special6 = std::to_array<Prefix>({
    {{0x20, 0x01, 0x00}, 23},
    {{0x20, 0x01, 0x0D, 0xB8}, 32},
    {{0x3F, 0xFF}, 20},
});
constexpr Prefix mapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96};
constexpr Prefix translated{{0x00, 0x64, 0xFF, 0x9B}, 96};
constexpr Prefix six_to_four{{0x20, 0x02}, 16};

bool begins(std::span<const unsigned char> bytes, const Prefix& prefix) {
    for (int bit = 0; bit < prefix.bits; bit += 8) {
        const auto at = static_cast<std::size_t>(bit / 8);
        const int rest = std::min(8, prefix.bits - bit);
        if (((bytes[at] ^ prefix.bytes[at]) >> (8 - rest)) != 0) return false;
    }
    return true;
}

}  // namespace

bool is_public_address(std::span<const unsigned char> bytes) {
    const auto has = [&](const Prefix& prefix) { return begins(bytes, prefix); };
    if (bytes.size() == 4) return std::ranges::none_of(special4, has);
    if (bytes.size() != 16) return false;
    if (has(mapped) || has(translated)) return is_public_address(bytes.subspan(12));
    if (has(six_to_four)) return is_public_address(bytes.subspan(2, 4));
    return has(global6) && std::ranges::none_of(special6, has);
}

}  // namespace provost

// SHA-256 as FIPS 180-4, section 6.2, writes it.
#include "base/sha256.hpp"

#include <provost/base/id.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace provost {

const std::array<std::uint32_t, 64> sha256_constants{
    0x428a2f98U, 0x71374491U, 0xb5c0fbcfU, 0xe9b5dba5U, 0x3956c25bU, 0x59f111f1U, 0x923f82a4U, 0xab1c5ed5U,
    0xd807aa98U, 0x12835b01U, 0x243185beU, 0x550c7dc3U, 0x72be5d74U, 0x80deb1feU, 0x9bdc06a7U, 0xc19bf174U,
    0xe49b69c1U, 0xefbe4786U, 0x0fc19dc6U, 0x240ca1ccU, 0x2de92c6fU, 0x4a7484aaU, 0x5cb0a9dcU, 0x76f988daU,
    0x983e5152U, 0xa831c66dU, 0xb00327c8U, 0xbf597fc7U, 0xc6e00bf3U, 0xd5a79147U, 0x06ca6351U, 0x14292967U,
    0x27b70a85U, 0x2e1b2138U, 0x4d2c6dfcU, 0x53380d13U, 0x650a7354U, 0x766a0abbU, 0x81c2c92eU, 0x92722c85U,
    0xa2bfe8a1U, 0xa81a664bU, 0xc24b8b70U, 0xc76c51a3U, 0xd192e819U, 0xd6990624U, 0xf40e3585U, 0x106aa070U,
    0x19a4c116U, 0x1e376c08U, 0x2748774cU, 0x34b0bcb5U, 0x391c0cb3U, 0x4ed8aa4aU, 0x5b9cca4fU, 0x682e6ff3U,
    0x748f82eeU, 0x78a5636fU, 0x84c87814U, 0x8cc70208U, 0x90befffaU, 0xa4506cebU, 0xbef9a3f7U, 0xc67178f2U};

namespace {

std::uint32_t big_endian(const std::uint8_t* p) {
    return std::uint32_t{p[0]} << 24U | std::uint32_t{p[1]} << 16U | std::uint32_t{p[2]} << 8U | p[3];
}

void take_block(std::uint32_t* state, const std::uint8_t* bytes) {
    static const Sha256Block own = sha256_instructions();
    own == nullptr ? sha256_portable(state, bytes) : own(state, bytes);
}

}  // namespace

void sha256_portable(std::uint32_t* state, const std::uint8_t* bytes) {
    using std::rotr;
    std::array<std::uint32_t, 64> w{};
    for (std::size_t t = 0; t < 16; ++t) w[t] = big_endian(bytes + 4 * t);
    for (std::size_t t = 16; t < 64; ++t) {
        const auto s0 = rotr(w[t - 15], 7) ^ rotr(w[t - 15], 18) ^ (w[t - 15] >> 3U);
        const auto s1 = rotr(w[t - 2], 17) ^ rotr(w[t - 2], 19) ^ (w[t - 2] >> 10U);
        w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    auto a = state[0], b = state[1], c = state[2], d = state[3];
    auto e = state[4], f = state[5], g = state[6], h = state[7];
    for (std::size_t t = 0; t < 64; ++t) {
        const auto t1 =
            h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + sha256_constants[t] + w[t];
        const auto t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> after{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += after[i];
}

Sha256& Sha256::add(std::string_view bytes) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data());
    auto left = bytes.size();
    while (left > 0) {
        const auto held = static_cast<std::size_t>(size_ % 64);
        if (held == 0 && left >= 64) {
            take_block(state_.data(), from);
            from += 64, left -= 64, size_ += 64;
            continue;
        }
        const auto take = std::min(left, 64 - held);
        std::memcpy(open_.data() + held, from, take);
        from += take, left -= take, size_ += take;
        if (size_ % 64 == 0) take_block(state_.data(), open_.data());
    }
    return *this;
}

Digest Sha256::finish() {
    const auto bits = size_ * 8;
    std::array<char, 72> tail{'\x80'};
    std::size_t size = 1 + (119 - size_ % 64) % 64;
    for (int shift = 56; shift >= 0; shift -= 8) {
        tail[size++] = static_cast<char>(bits >> static_cast<unsigned>(shift) & 0xffU);
    }
    add({tail.data(), size});
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
    }
    return digest;
}

Digest sha256(std::string_view bytes) { return Sha256{}.add(bytes).finish(); }

void append_hex(std::string& out, const Digest& digest, std::size_t bytes) {
    static constexpr std::string_view hex = "0123456789abcdef";
    std::array<char, 64> text{};
    for (std::size_t i = 0; i < bytes; ++i) {
        text[2 * i] = hex[digest[i] >> 4U];
        text[2 * i + 1] = hex[digest[i] & 15U];
    }
    out.append(text.data(), 2 * bytes);
}

std::string to_hex(const Digest& digest, std::size_t bytes) {
    std::string text;
    append_hex(text, digest, bytes);
    return text;
}

Digest from_hex(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    Digest digest{};
    for (std::size_t i = 0; i < digest.size() && 2 * i + 1 < text.size(); ++i) {
        const auto high = hex.find(text[2 * i]);
        const auto low = hex.find(text[2 * i + 1]);
        if (high == hex.npos || low == hex.npos) return {};
        digest[i] = static_cast<std::uint8_t>(high << 4U | low);
    }
    return digest;
}

std::int64_t short_digest(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = value << 8U | digest[i];
    value >>= 1U;
    return value == 0 ? 1 : static_cast<std::int64_t>(value);
}

Digest hmac_digest(std::string_view key, std::string_view text) {
    constexpr std::size_t block = 64;
    std::array<char, block> inner{}, outer{};
    const Digest hashed = sha256(key);
    for (std::size_t i = 0; i < block; ++i) {
        std::uint8_t byte = 0;
        if (key.size() > block) {
            byte = i < hashed.size() ? hashed[i] : std::uint8_t{0};
        } else if (i < key.size()) {
            byte = static_cast<std::uint8_t>(key[i]);
        }
        inner[i] = static_cast<char>(byte ^ 0x36U);
        outer[i] = static_cast<char>(byte ^ 0x5cU);
    }
    const Digest first = Sha256().add({inner.data(), block}).add(text).finish();
    return Sha256()
        .add({outer.data(), block})
        .add({reinterpret_cast<const char*>(first.data()), first.size()})
        .finish();
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    const Digest digest = hmac_digest(key, text);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0;
}

std::int64_t id_of_name(std::string_view name) { return std::max<std::int64_t>(short_digest(name) & id_limit, 1); }

}  // namespace provost

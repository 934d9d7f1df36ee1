// SHA-256 (FIPS 180-4), tested against the standard's vectors. The only cryptography here; not for passwords.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace provost {

using Digest = std::array<std::uint8_t, 32>;

/// The round constants of FIPS 180-4, section 4.2.2.
extern const std::array<std::uint32_t, 64> sha256_constants;

/// Takes 64 bytes into a state of eight words.
using Sha256Block = void (*)(std::uint32_t* state, const std::uint8_t* bytes);
/// In plain C++.
void sha256_portable(std::uint32_t* state, const std::uint8_t* bytes);
/// In the processor's own instructions; null when it has none (base/sha256_x86.cpp).
[[nodiscard]] Sha256Block sha256_instructions();

/// Digest of bytes that come in pieces.
class Sha256 {
public:
    Sha256& add(std::string_view bytes);
    [[nodiscard]] Digest finish();

private:
    std::array<std::uint32_t, 8> state_{0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                                        0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
    std::array<std::uint8_t, 64> open_{};
    std::uint64_t size_ = 0;
};

[[nodiscard]] Digest sha256(std::string_view bytes);
/// HMAC-SHA-256 of a text (RFC 2104), tested against the vectors of RFC 4231: as a digest, and as its 32 bytes, which
/// may be a key again.
[[nodiscard]] Digest hmac_digest(std::string_view key, std::string_view text);
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view text);
/// Whether two texts are the same, in a time that does not tell where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);
/// Lower-case hexadecimal text of the first `bytes` bytes.
[[nodiscard]] std::string to_hex(const Digest& digest, std::size_t bytes = 32);
/// Appends what `to_hex` gives.
void append_hex(std::string& out, const Digest& digest, std::size_t bytes = 32);
/// The digest of a text that `to_hex` made; zeros when it is none.
[[nodiscard]] Digest from_hex(std::string_view text);

/// The first 63 bits as a number that fits an integer column; never zero.
[[nodiscard]] std::int64_t short_digest(std::string_view bytes);

/// The id of a record of bookkeeping of which there are few, and which is found by its name: leases, cursors. Such
/// records take none from the sequence (docs/decisions/0006-one-sequence-of-ids.md).
[[nodiscard]] std::int64_t id_of_name(std::string_view name);

}  // namespace provost

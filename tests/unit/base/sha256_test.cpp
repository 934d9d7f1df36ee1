// SHA-256 against the vectors of FIPS 180-4 and of NIST's example files, in one piece and in many; its text form and
// the short digest.
#include "base/sha256.hpp"

#include <doctest/doctest.h>

namespace {

std::string hex_of(std::string_view bytes) { return provost::to_hex(provost::sha256(bytes)); }

}  // namespace

TEST_CASE("the standard's vectors") {
    CHECK(hex_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
                 "mnopqrstnopqrstu") == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(hex_of(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("lengths around the block border, whole and in pieces") {
    // The digest over the digests of 'a' x n, n = 0 .. 129; computed with an independent implementation.
    provost::Sha256 all;
    for (std::size_t n = 0; n < 130; ++n) {
        const std::string bytes(n, 'a');
        const auto whole = provost::sha256(bytes);
        provost::Sha256 pieces;
        for (std::size_t at = 0; at < n; at += 7) pieces.add(std::string_view(bytes).substr(at, 7));
        CHECK(pieces.finish() == whole);
        all.add({reinterpret_cast<const char*>(whole.data()), whole.size()});
    }
    CHECK(provost::to_hex(all.finish()) == "39a48225ae6069c68f7c9f867bf47f4a2e188c3903dd919926b8259a73ecada5");
}

TEST_CASE("the processor's own instructions and the portable rounds agree") {
    const auto own = provost::sha256_instructions();
    if (own == nullptr) return;
    std::mt19937 dice(1);
    std::array<std::uint32_t, 8> a{}, b{};
    for (int i = 0; i < 2000; ++i) {
        std::array<std::uint8_t, 64> bytes{};
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(dice());
        own(a.data(), bytes.data());
        provost::sha256_portable(b.data(), bytes.data());
        REQUIRE(a == b);
    }
}

TEST_CASE("hexadecimal text and back") {
    const auto digest = provost::sha256("abc");
    CHECK(provost::from_hex(provost::to_hex(digest)) == digest);
    CHECK(provost::to_hex(digest, 4) == "ba7816bf");
    CHECK(provost::from_hex("xyz") == provost::Digest{});
}

TEST_CASE("short digests are positive, differ, and are the first 63 bits") {
    CHECK(provost::short_digest("abc") == 0xba7816bf8f01cfea >> 1U);
    CHECK(provost::short_digest("abc") != provost::short_digest("abd"));
}

TEST_CASE("HMAC-SHA-256 has the values of RFC 4231") {
    const auto hex = [](std::string_view key, std::string_view text) {
        return provost::to_hex(provost::hmac_digest(key, text));
    };
    CHECK(hex(std::string(20, '\x0b'), "Hi There") ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hex("Jefe", "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    CHECK(provost::same_secret("abc", "abc"));
    CHECK_FALSE(provost::same_secret("abc", "abd"));
    CHECK_FALSE(provost::same_secret("abc", "ab"));
}

// UTF-8 and the canonical key of a login. The expected keys and digests were made with Python's unicodedata (Unicode
// 14).
#include "base/sha256.hpp"

#include <provost/base/text.hpp>

#include <doctest/doctest.h>

namespace {

using provost::login_key;
using provost::valid_utf8;

std::string utf8(char32_t point) {
    std::string out;
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (point < 0x80) return std::string(1, static_cast<char>(point));
    if (point < 0x800) return byte(0xC0 | point >> 6U), byte(0x80 | (point & 0x3FU)), out;
    if (point < 0x10000) {
        byte(0xE0 | point >> 12U);
    } else {
        byte(0xF0 | point >> 18U), byte(0x80 | (point >> 12U & 0x3FU));
    }
    return byte(0x80 | (point >> 6U & 0x3FU)), byte(0x80 | (point & 0x3FU)), out;
}

bool is_surrogate(char32_t point) { return point >= 0xD800 && point < 0xE000; }

}  // namespace

TEST_CASE("every code point is valid UTF-8, surrogates are not") {
    for (char32_t point = 0; point < 0x110000; ++point) {
        if (valid_utf8(utf8(point)) == is_surrogate(point)) FAIL(static_cast<std::uint32_t>(point));
    }
    CHECK(valid_utf8(""));
    CHECK(valid_utf8(std::string_view("a\0\u00e9", 4)));
}

TEST_CASE("what is no UTF-8 is seen, and has no login key") {
    for (const std::string_view text : {"\x80",
                                        "\xBF",
                                        "\xC0\x80",
                                        "\xC1\xBF",
                                        "\xC3",
                                        "\xC3(",
                                        "\xE0\x80\x80",
                                        "\xE0\x9F\xBF",
                                        "\xE2\x82",
                                        "\xE2(\xA1",
                                        "\xED\xA0\x80",
                                        "\xED\xBF\xBF",
                                        "\xF0\x80\x80\x80",
                                        "\xF0\x8F\xBF\xBF",
                                        "\xF0\x9F\x98",
                                        "\xF4\x90\x80\x80",
                                        "\xF5\x80\x80\x80",
                                        "\xF8\x88\x80\x80\x80",
                                        "\xFE",
                                        "\xFF",
                                        "good\xFF",
                                        "\xC3\xA9\xA9"}) {
        CAPTURE(text);
        CHECK_FALSE(valid_utf8(text));
        CHECK_FALSE(login_key(text));
    }
}

TEST_CASE("login keys of single spellings") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"Ann.Lee", "ann.lee"},
        {"ZO\u00cb", "zo\u00eb"},
        {"ZOE\u0308", "zo\u00eb"},
        {"\u0130", "\u0130"},
        {"I\u0307", "\u0130"},
        {"\u0131", "\u0131"},
        {"I", "i"},
        {"Stra\u00dfe", "stra\u00dfe"},
        {"STRASSE", "strasse"},
        {"STRA\u1e9eE", "stra\u00dfe"},
        {"\uff21\uff4e\uff4e\uff20\uff19", "\uff41\uff4e\uff4e\uff20\uff19"},
        {"\u03a3\u0391\u03a3", "\u03c3\u03b1\u03c3"},
        {"\u03a3\u0391\u03c2", "\u03c3\u03b1\u03c3"},
        {"\u03c2", "\u03c3"},
        {"\ud55c\uae00", "\ud55c\uae00"},
        {"\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00"},
        {"\u1112\u1161", "\ud558"},
        {"\uac00\u11a8", "\uac01"},
        {"K", "k"},
        {"\u00c5", "\u00e5"},
        {"\u00c5", "\u00e5"},
        {"\ufb01n", "\ufb01n"},
        {"\u01c5", "\u01c6"},
        {"\u01c4", "\u01c6"},
        {"\u1fbc", "\u1fb3"},
        {"\u03b1\u0345", "\u1fb3"},
        {"\u0345", "\u03b9"},
        {"\u03a9", "\u03c9"},
        {"\u1e9b\u0323", "\u1e69"},
        {"a\u0323\u0307", "\u1ea1\u0307"},
        {"a\u0307\u0323", "\u1ea1\u0307"},
        {"\u0344", "\u0308\u0301"},
        {"\u0958", "\u0915\u093c"},
        {"\u2adc", "\u2add\u0338"},
        {"\uf900", "\u8c48"},
        {"\U0002f800", "\u4e3d"},
        {"\U00010400", "\U00010428"},
        {"\U0001d15e", "\U0001d157\U0001d165"},
        {"\U000e0041", "\U000e0041"},
        {"\u13a0", "\u13a0"},
        {"\uab70", "\u13a0"},
        {"\u03ac", "\u03ac"},
        {"\u03d0", "\u03b2"},
        {"\u0f73", "\u0f71\u0f72"},
        {"\ufb05", "\ufb05"},
        {"\u0149", "\u0149"},
        {"\u4e2d\u6587\U0001f600", "\u4e2d\u6587\U0001f600"},
        {"\u0130\u0307", "\u0130\u0307"},
        {"e\u0301\u0323\u0302", "\u1eb9\u0301\u0302"},
        {"q\u0323\u0307x", "q\u0323\u0307x"},
    };
    for (const auto& row : rows) {
        const auto& [login, key] = row;
        CAPTURE(row.first);
        CHECK(login_key(login) == key);
        CHECK(login_key(key) == key);
    }
    CHECK(login_key("") == "");
}

TEST_CASE("spellings that are one login, and spellings that are not") {
    CHECK(login_key("Zo\u00eb") == login_key("ZOE\u0308"));
    CHECK(login_key("\u03a3\u0391\u03a3") == login_key("\u03c3\u03b1\u03c2"));
    CHECK(login_key("\ud55c\uae00") == login_key("\u1112\u1161\u11ab\u1100\u1173\u11af"));
    CHECK(login_key("\uff21nn") == login_key("\uff41NN"));
    CHECK(login_key("\u1e9e") == login_key("\u00df"));
    CHECK(login_key("\uff21nn") != login_key("ann"));         // wide forms stay other letters
    CHECK(login_key("stra\u00dfe") != login_key("strasse"));  // simple folding keeps the length
    CHECK(login_key("\u0130") != login_key("i"));             // no language's own rule is used
    CHECK(login_key("\u0131") != login_key("i"));
}

TEST_CASE("many marks come in the order of their ranks, marks of one rank keep theirs") {
    std::string mixed = "Q";
    std::string below;
    std::string above;
    for (int i = 0; i < 40; ++i) {
        mixed += "\u0308\u0323\u0301";
        below += "\u0323";
        above += "\u0308\u0301";
    }
    CHECK(login_key(mixed) == "q" + below + above);
}

TEST_CASE("the key of every code point is what Python makes of it") {
    provost::Sha256 all;
    for (char32_t point = 1; point < 0x110000; ++point) {
        if (!is_surrogate(point)) all.add(*login_key(utf8(point)) + "\n");
    }
    CHECK(provost::to_hex(all.finish()) == "2e97ddbb82a68c15f30c0606a3857ef75808419e73fb85a2d4ddb67263659dfd");
}

TEST_CASE("keys of 20,000 made-up logins are what Python makes of them, and keys of themselves") {
    static constexpr char32_t pool[] = {0x41,    0x61,    0x49,   0x69,   0x130,  0x131, 0x345,  0x300,  0x301,  0x307,
                                        0x308,   0x323,   0x327,  0x3b1,  0x3c9,  0x391, 0x1fbc, 0x1100, 0x1161, 0x11a8,
                                        0xac00,  0xac01,  0x1112, 0x3099, 0x304b, 0x9c7, 0x9be,  0xf71,  0xf72,  0xf74,
                                        0x1d157, 0x1d165, 0x1f00, 0x313,  0x342,  0xdf,  0x1e9e, 0x3a3};
    std::uint64_t state = 12'345;
    provost::Sha256 all;
    for (std::size_t i = 0; i < 20'000; ++i) {
        std::string login;
        for (std::size_t n = 0; n < 1 + i % 9; ++n) {
            state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            login += utf8(pool[(state >> 33U) % std::size(pool)]);
        }
        const auto key = login_key(login);
        REQUIRE(key);
        REQUIRE(login_key(*key) == key);
        all.add(*key + "\n");
    }
    CHECK(provost::to_hex(all.finish()) == "32748504d1c886c030b0d69d6e63b4a545a2b79187bbc17123b05c57c64f90bf");
}

// Exact numbers: what is read, what is refused, what is written, and comparison of quotients beyond 64 bits. A decimal
// is never rounded, so every refusal here is a promise.
#include <provost/base/decimal.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace {

using provost::Decimal;
using provost::make_rational;
using provost::parse_decimal;
using provost::Rational;
using provost::to_text;

constexpr auto highest = std::numeric_limits<std::int64_t>::max();
constexpr auto lowest = std::numeric_limits<std::int64_t>::min();

}  // namespace

TEST_CASE("decimals are read exactly") {
    const std::vector<std::pair<std::string_view, std::int64_t>> rows{
        {"0", 0},
        {"-0", 0},
        {"67.5", 67'500'000},
        {"-0.25", -250'000},
        {"000100.000000", 100'000'000},
        {"0.000001", 1},
        {"9223372036854.775807", highest},
        {"-9223372036854.775807", -highest},
        {"-9223372036854.775808", lowest},
    };
    for (const auto& row : rows) {
        const auto& [text, millionths] = row;
        CAPTURE(row.first);
        REQUIRE(parse_decimal(text));
        CHECK(parse_decimal(text)->millionths == millionths);
    }
}

TEST_CASE("what is no decimal, has seven places or does not fit is refused, never rounded") {
    for (const std::string_view text : {"",
                                        "-",
                                        ".",
                                        "1.",
                                        ".5",
                                        "-.5",
                                        "+1",
                                        "--1",
                                        " 1",
                                        "1 ",
                                        "1,5",
                                        "1e3",
                                        "0x1",
                                        "1.0000000",
                                        "0.1234567",
                                        "9223372036854.775808",
                                        "-9223372036854.775809",
                                        "9223372036855",
                                        "99999999999999999999",
                                        "1.2.3",
                                        "1.-2",
                                        "NaN",
                                        "inf",
                                        "\xD9\xA1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text));
    }
    CHECK_FALSE(parse_decimal(std::string_view("1\0", 2)));
}

TEST_CASE("decimals are written without spare zeros") {
    CHECK(to_text(Decimal{}) == "0");
    CHECK(to_text(Decimal::of(100)) == "100");
    CHECK(to_text(Decimal{67'500'000}) == "67.5");
    CHECK(to_text(Decimal{-250'000}) == "-0.25");
    CHECK(to_text(Decimal{-1}) == "-0.000001");
    CHECK(to_text(Decimal{highest}) == "9223372036854.775807");
    CHECK(to_text(Decimal{lowest}) == "-9223372036854.775808");
}

TEST_CASE("MIS-06 every decimal comes back from its text") {
    std::mt19937_64 random(20'260'405);
    for (int i = 0; i < 20'000; ++i) {
        const auto bits = random() >> (random() % 64);
        const Decimal number{static_cast<std::int64_t>(random() % 2 == 0 ? bits : 0 - bits)};
        const auto text = to_text(number);
        REQUIRE_MESSAGE(parse_decimal(text) == number, text);
    }
}

TEST_CASE("decimals are ordered by value") {
    CHECK(*parse_decimal("49.999999") < Decimal::of(50));
    CHECK(*parse_decimal("-2") < *parse_decimal("-1.5"));
    CHECK(*parse_decimal("50.0") == Decimal::of(50));
}

TEST_CASE("quotients are compared by cross-multiplication") {
    CHECK(*make_rational(1, 3) == *make_rational(2, 6));
    CHECK(*make_rational(1, -3) == *make_rational(-1, 3));
    CHECK(*make_rational(-1, 2) < *make_rational(-1, 3));
    CHECK(*make_rational(0, 5) == *make_rational(0, 7));
    CHECK(*make_rational(2, 3) > *make_rational(666'666, 1'000'000));
}

TEST_CASE("quotients near the ends of 64 bits compare without overflow") {
    const Rational large = *make_rational(highest, highest - 1);
    const Rational smaller = *make_rational(highest - 1, highest - 2);
    CHECK(large < smaller);  // 1 + 1/(n-1) < 1 + 1/(n-2): equal as doubles
    CHECK(*make_rational(highest, 1) > *make_rational(highest - 1, 1));
    CHECK(*make_rational(-highest, 1) < *make_rational(highest, highest));
    CHECK(*make_rational(highest, -highest) == *make_rational(-1, 1));
}

TEST_CASE("a quotient that can not be held is refused") {
    CHECK_FALSE(make_rational(1, 0));
    CHECK_FALSE(make_rational(0, 0));
    CHECK_FALSE(make_rational(lowest, 1));
    CHECK_FALSE(make_rational(1, lowest));
}

// Exact numbers that decide: grades, fees, hours. Never a double: compare first, round once, for display.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace provost {

/// Decimal number with six places after the point, stored as millionths. Since 0.1.
struct Decimal {
    std::int64_t millionths = 0;

    /// The whole number `units`.
    [[nodiscard]] static constexpr Decimal of(std::int64_t units) { return {units * 1'000'000}; }
    friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// Reads `[-]digits[.digits]`. Empty when malformed, more than six places, or out of range: never rounded. Since 0.1.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// Canonical text: no leading or trailing zeros, no point without places ("67.5", "100", "-0.25"). Since 0.1.
[[nodiscard]] std::string to_text(Decimal number);

/// Exact quotient of two integers (progress, means), compared by cross-multiplication. `below` is positive. Since 0.1.
struct Rational {
    std::int64_t above = 0;
    std::int64_t below = 1;

    friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
};

/// `above / below` with the sign above; empty when `below` is zero. Since 0.1.
[[nodiscard]] std::optional<Rational> make_rational(std::int64_t above, std::int64_t below);

}  // namespace provost

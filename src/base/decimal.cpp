// Reading, writing and comparing exact numbers.
#include <provost/base/decimal.hpp>

#include <charconv>
#include <limits>

namespace provost {

namespace {

constexpr std::int64_t scale = 1'000'000;
constexpr std::size_t places = 6;
__extension__ using Wide = __int128;  // products of two 64-bit integers, exactly

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return !text.empty();
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto part = point == text.npos ? std::string_view("0") : text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(part) || part.size() > places) return std::nullopt;
    std::int64_t units = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), units).ec != std::errc{}) return std::nullopt;
    std::int64_t fraction = 0;
    std::from_chars(part.data(), part.data() + part.size(), fraction);
    for (auto n = part.size(); n < places; ++n) fraction *= 10;
    const Wide size = Wide{units} * scale + fraction;
    const Wide value = negative ? -size : size;
    using Limits = std::numeric_limits<std::int64_t>;
    if (value < Limits::min() || value > Limits::max()) return std::nullopt;
    return Decimal{static_cast<std::int64_t>(value)};
}

std::string to_text(Decimal number) {
    const bool negative = number.millionths < 0;
    const auto size =
        negative ? 0 - static_cast<std::uint64_t>(number.millionths) : static_cast<std::uint64_t>(number.millionths);
    std::string text = negative ? "-" : "";
    text += std::to_string(size / scale);
    if (const auto rest = size % scale; rest != 0) {
        const auto digits = std::to_string(rest);
        text += '.' + std::string(places - digits.size(), '0') + digits;
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    return Wide{a.above} * b.below <=> Wide{b.above} * a.below;
}

std::optional<Rational> make_rational(std::int64_t above, std::int64_t below) {
    constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
    if (below == 0 || above == lowest || below == lowest) return std::nullopt;
    return below < 0 ? Rational{-above, -below} : Rational{above, below};
}

}  // namespace provost

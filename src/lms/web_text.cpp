// Forms, entities, tags and numbers.
#include "lms/web_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace provost::lms {

namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

void add_utf8(std::string& out, std::uint32_t point) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// The character that an entity (between & and ;) stands for; 0 when it is none.
std::uint32_t character_of(std::string_view entity) {
    static constexpr auto named = std::to_array<std::pair<std::string_view, std::uint32_t>>(
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"ndash", 0x2013}});
    if (!entity.starts_with('#')) {
        const auto* row = std::ranges::find(named, entity, &std::pair<std::string_view, std::uint32_t>::first);
        return row == named.end() ? 0 : row->second;
    }
    const bool hex = entity.size() > 1 && (entity[1] == 'x' || entity[1] == 'X');
    entity.remove_prefix(hex ? 2 : 1);
    std::uint32_t point = 0;
    const auto [end, problem] = std::from_chars(entity.data(), entity.data() + entity.size(), point, hex ? 16 : 10);
    const bool right = problem == std::errc{} && end == entity.data() + entity.size() && point <= 0x10FFFF;
    return right && !(point >= 0xD800 && point < 0xE000) ? point : 0;
}

}  // namespace

void add_encoded(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
}

Form& Form::add(std::string_view name, std::string_view value) {
    if (!body_.empty()) body_ += '&';
    add_encoded(body_, name);
    body_ += '=';
    add_encoded(body_, value);
    ++fields_;
    return *this;
}

std::string unescaped(std::string_view html) {
    static constexpr std::size_t longest = 10;
    std::string out;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const auto end = html[i] == '&' ? html.substr(i, longest + 2).find(';') : html.npos;
        const auto point = end == html.npos ? 0 : character_of(html.substr(i + 1, end - 1));
        if (point == 0) {
            out += html[i];
        } else {
            add_utf8(out, point);
            i += end;
        }
    }
    return out;
}

std::string words_of(std::string_view html) {
    std::string text;
    bool inside = false;
    for (const char c : html) {
        if (c == '<') inside = true;
        if (!inside) text += c;
        if (c == '>') inside = false;
    }
    text = unescaped(text);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<Decimal> web_number(std::string_view text) {
    static constexpr std::size_t places = 5;
    const auto point = text.find('.');
    const auto digits = point == text.npos ? 0 : text.size() - point - 1;
    if (digits <= places) return parse_decimal(text);
    if (text.substr(point + 1).find_first_not_of("0123456789") != text.npos) return std::nullopt;
    const bool up = text[point + 1 + places] >= '5';
    auto cut = parse_decimal(text.substr(0, point + 1 + places));
    if (cut && up) cut->millionths += text.starts_with('-') ? -10 : 10;
    return cut;
}

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool is_true(const JsonTree& value) {
    if (value.is(JsonTree::Kind::number)) return value.text != "0";
    return value.truth || value.text == "true" || value.text == "1";
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t characters = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (starts && characters++ == most) break;
        ++end;
    }
    return std::string(text.substr(0, end));
}

}  // namespace provost::lms

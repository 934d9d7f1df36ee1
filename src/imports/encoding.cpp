// UTF-16 and windows-1252, by hand: a table of 32 characters and the arithmetic of pairs (decision 0015).
#include "imports/encoding.hpp"

#include "base/list_text.hpp"

#include <algorithm>
#include <array>

namespace provost::imports {

namespace {

struct Named {
    std::string_view name;
    Encoding encoding;
};
constexpr auto names = std::to_array<Named>({
    {"utf-8", Encoding::utf8},
    {"utf-16", Encoding::utf16},
    {"utf-16le", Encoding::utf16le},
    {"utf-16be", Encoding::utf16be},
    {"windows-1252", Encoding::windows1252},
});

// What windows-1252 has from 80 to 9F; 0: nothing. All its other bytes are the characters of that number.
constexpr std::array<std::uint16_t, 32> high_controls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char no_character = '\xFF';

void append(std::string& out, std::uint32_t c) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | c >> 6U);
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | c >> 12U);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | c >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

// The character at text[at], which is well-formed; moves `at` behind it.
std::uint32_t next(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const std::uint32_t more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    std::uint32_t c = more == 0 ? first : first & (0x3FU >> more);
    for (std::uint32_t i = 0; i < more && at < text.size(); ++i) {
        c = c << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return c;
}

void append_unit(std::string& out, std::uint32_t unit, bool little) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8U);
    out += little ? low : high;
    out += little ? high : low;
}

char byte_of(std::uint32_t c) {
    if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return static_cast<char>(c);
    const auto found = std::ranges::find(high_controls, c);
    return found == high_controls.end() ? '?' : static_cast<char>(0x80 + (found - high_controls.begin()));
}

void append_windows1252(std::string& out, std::string_view bytes) {
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        const std::uint32_t meant = c >= 0x80 && c < 0xA0 ? high_controls[c - 0x80U] : c;
        if (meant == 0 && c != 0) {
            out += no_character;
        } else {
            append(out, meant);
        }
    }
}

}  // namespace

std::optional<Encoding> find_encoding(std::string_view name) {
    const auto found = std::ranges::find(names, name, &Named::name);
    return found == names.end() ? std::nullopt : std::optional(found->encoding);
}

std::string_view name_of(Encoding encoding) { return std::ranges::find(names, encoding, &Named::encoding)->name; }

std::string encoding_names() {
    std::string all;
    for (const Named& each : names) add_to_list(all, each.name);
    return all;
}

std::string_view Decoder::decode(std::string_view bytes) {
    if (encoding_ == Encoding::utf8) return bytes;
    out_.clear();
    if (encoding_ == Encoding::windows1252) {
        append_windows1252(out_, bytes);
    } else {
        decode_utf16(bytes);
    }
    return out_;
}

void Decoder::decode_utf16(std::string_view bytes) {
    for (const char byte : bytes) {
        open_ += byte;
        if (open_.size() < 2) continue;
        const std::uint32_t first = static_cast<unsigned char>(open_[0]);
        const std::uint32_t second = static_cast<unsigned char>(open_[1]);
        // A header begins with a mark or with a Latin letter: either shows the order.
        if (encoding_ == Encoding::utf16) {
            const bool big = (first == 0xFE && second == 0xFF) || (first == 0 && second != 0);
            encoding_ = big ? Encoding::utf16be : Encoding::utf16le;
        }
        open_.clear();
        take_unit(encoding_ == Encoding::utf16le ? first | second << 8U : first << 8U | second);
    }
}

void Decoder::take_unit(std::uint32_t unit) {
    const bool trails = unit >= 0xDC00 && unit < 0xE000;
    if (leading_ != 0 && trails) {
        append(out_, 0x10000 + ((leading_ - 0xD800) << 10U) + (unit - 0xDC00));
        leading_ = 0;
        return;
    }
    if (leading_ != 0 || trails) out_ += no_character;  // half a pair
    leading_ = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (leading_ == 0 && !trails) append(out_, unit);
}

std::string_view Decoder::finish() {
    out_.clear();
    if (!open_.empty() || leading_ != 0) out_ += no_character;
    open_.clear();
    leading_ = 0;
    return out_;
}

std::string encode(Encoding encoding, std::string_view text) {
    if (encoding == Encoding::utf8) return std::string(text);
    const bool little = encoding != Encoding::utf16be;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next(text, at);
        if (encoding == Encoding::windows1252) {
            out += byte_of(c);
        } else if (c < 0x10000) {
            append_unit(out, c, little);
        } else {
            append_unit(out, 0xD800 + ((c - 0x10000) >> 10U), little);
            append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU), little);
        }
    }
    return out;
}

}  // namespace provost::imports

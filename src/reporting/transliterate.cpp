// The rules of transliteration, and their application character by character.
#include "reporting/transliterate.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace provost::reporting {

namespace {

// clang-format off
constexpr auto rules = std::to_array<AsciiRule>({
    {"a", U"àáâãäåāăąǎǟǡǻȁȃȧəḁạảấầẩẫậắằẳẵặ"},
    {"A", U"ÀÁÂÃÄÅĀĂĄƏǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"},
    {"ae", U"æǣǽ"},
    {"AE", U"ÆǢǼ"},
    {"b", U"ɓḃḅḇ"},
    {"B", U"ƁḂḄḆ"},
    {"c", U"çćĉċčḉ"},
    {"C", U"ÇĆĈĊČḈ"},
    {"d", U"ðďđɗḋḍḏḑḓ"},
    {"D", U"ÐĎĐƉƊḊḌḎḐḒ"},
    {"dz", U"ǆǳ"},
    {"Dz", U"ǅǲ"},
    {"DZ", U"ǄǱ"},
    {"e", U"èéêëēĕėęěȅȇȩɛḕḗḙḛḝẹẻẽếềểễệ"},
    {"E", U"ÈÉÊËĒĔĖĘĚƐȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"},
    {"f", U"ḟ"},
    {"F", U"Ḟ"},
    {"g", U"ĝğġģǧǵḡ"},
    {"G", U"ĜĞĠĢǦǴḠ"},
    {"h", U"ĥħȟḣḥḧḩḫẖ"},
    {"H", U"ĤĦȞḢḤḦḨḪ"},
    {"i", U"ìíîïĩīĭįıǐȉȋɨḭḯỉị"},
    {"I", U"ÌÍÎÏĨĪĬĮİƗǏȈȊḬḮỈỊ"},
    {"ij", U"ĳ"},
    {"IJ", U"Ĳ"},
    {"j", U"ĵǰȷ"},
    {"J", U"Ĵ"},
    {"k", U"ķĸƙǩḱḳḵ"},
    {"K", U"ĶƘǨḰḲḴ"},
    {"l", U"ĺļľŀłḷḹḻḽ"},
    {"L", U"ĹĻĽĿŁḶḸḺḼ"},
    {"lj", U"ǉ"},
    {"Lj", U"ǈ"},
    {"LJ", U"Ǉ"},
    {"m", U"ḿṁṃ"},
    {"M", U"ḾṀṂ"},
    {"n", U"ñńņňŉǹṅṇṉṋ"},
    {"N", U"ÑŃŅŇǸṄṆṈṊ"},
    {"ng", U"ŋ"},
    {"nj", U"ǌ"},
    {"Nj", U"ǋ"},
    {"NG", U"Ŋ"},
    {"NJ", U"Ǌ"},
    {"o", U"òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔṍṏṑṓọỏốồổỗộớờởỡợ"},
    {"O", U"ÒÓÔÕÖØŌŎŐƆƠǑǪǬǾȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"},
    {"oe", U"œ"},
    {"OE", U"Œ"},
    {"p", U"ṕṗ"},
    {"P", U"ṔṖ"},
    {"r", U"ŕŗřȑȓṙṛṝṟ"},
    {"R", U"ŔŖŘȐȒṘṚṜṞ"},
    {"s", U"śŝşšſșṡṣṥṧṩẛ"},
    {"S", U"ŚŜŞŠȘṠṢṤṦṨ"},
    {"ss", U"ß"},
    {"SS", U"ẞ"},
    {"t", U"ţťŧțṫṭṯṱẗ"},
    {"T", U"ŢŤŦȚṪṬṮṰ"},
    {"th", U"þ"},
    {"Th", U"Þ"},
    {"u", U"ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
    {"U", U"ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"},
    {"v", U"ṽṿ"},
    {"V", U"ṼṾ"},
    {"w", U"ŵẁẃẅẇẉẘ"},
    {"W", U"ŴẀẂẄẆẈ"},
    {"x", U"ẋẍ"},
    {"X", U"ẊẌ"},
    {"y", U"ýÿŷƴȳẏẙỳỵỷỹ"},
    {"Y", U"ÝŶŸƳȲẎỲỴỶỸ"},
    {"z", U"źżžẑẓẕ"},
    {"Z", U"ŹŻŽẐẒẔ"},
    {"ff", U"\uFB00"}, {"fi", U"\uFB01"}, {"fl", U"\uFB02"}, {"ffi", U"\uFB03"}, {"ffl", U"\uFB04"},
    {"st", U"\uFB05\uFB06"},

    // quotes, dashes, signs
    {"'", U"\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8"},
    {"\"", U"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"},
    {"-", U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
    {"...", U"\u2026"}, {"x", U"\u00D7"}, {".", U"\u00B7\u2022"}, {"/", U"\u2044"},

    // spaces and line ends; signs that only steer the layout
    {" ", U"\t\n\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004"
          U"\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"},
    {"", U"\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF"},
});
// clang-format on

struct Character {
    char32_t value;
    std::size_t size;
};

constexpr char32_t no_character = 0xFFFD;

// The first character of UTF-8 text; a byte that begins none counts as one that has no rule.
Character first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (size == 1 || text.size() < size) return {no_character, 1};
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {no_character, 1};
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, size};
}

bool is_mark(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

bool is_printable(char32_t c) { return c >= ' ' && c <= '~'; }

struct Step {
    std::string_view from;  // a character with its marks
    std::string_view to;
};

// What is written for the first character of `text` and the marks that follow it.
Step first_step(std::string_view text) {
    const auto [value, base] = first_character(text);
    std::size_t size = base;
    while (size < text.size()) {
        const auto next = first_character(text.substr(size));
        if (!is_mark(next.value)) break;
        size += next.size;
    }
    const auto from = text.substr(0, size);
    if (is_printable(value)) return {from, text.substr(0, 1)};
    if (is_mark(value)) return {from, ""};
    for (const AsciiRule& rule : rules) {
        if (rule.from.find(value) != rule.from.npos) return {from, rule.to};
    }
    return {from, "?"};
}

}  // namespace

// Eight bytes at once: one that is not printable leaves a high bit, and so may its neighbours, never the others.
bool is_printable(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    if (text.size() < 8) return std::ranges::none_of(text, [](char c) { return c < ' ' || c > '~'; });
    std::uint64_t wrong = 0;
    const auto look = [&](std::size_t at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, 8);
        wrong |= bytes | (bytes - each * ' ') | (bytes + each);
    };
    for (std::size_t at = 0; at + 8 <= text.size(); at += 8) look(at);
    look(text.size() - 8);
    return (wrong & each * 0x80U) == 0;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    return from == text.npos ? std::string_view() : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::span<const AsciiRule> ascii_rules() { return rules; }

void append_ascii(std::string& out, std::string_view text, std::vector<Replacement>& replaced) {
    while (!text.empty()) {
        const auto plain = std::ranges::find_if(text, [](char c) { return c < ' ' || c > '~'; });
        // The last plain character may carry a mark that follows: it is looked at together with it.
        const auto length = static_cast<std::size_t>(plain - text.begin());
        const auto certain = length == text.size() || length == 0 ? length : length - 1;
        out += text.substr(0, certain);
        text.remove_prefix(certain);
        if (text.empty()) break;
        const Step step = first_step(text);
        out += step.to;
        text.remove_prefix(step.from.size());
        if (step.from == step.to) continue;
        Replacement replacement{std::string(step.from), std::string(step.to)};
        if (std::ranges::find(replaced, replacement) == replaced.end()) replaced.push_back(std::move(replacement));
    }
}

std::string_view ascii_prefix(std::string_view text, std::size_t room) {
    std::size_t size = 0;
    while (size < text.size()) {
        const Step step = first_step(text.substr(size));
        if (step.to.size() > room) break;
        room -= step.to.size();
        size += step.from.size();
    }
    return text.substr(0, size);
}

}  // namespace provost::reporting

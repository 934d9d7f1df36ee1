// UTF-8, normalisation form C (Unicode Standard Annex 15, section 3.11 of the Standard for Hangul) and simple case
// folding, over tables that are made from the Unicode data.
#include <provost/base/text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace provost {

namespace {

struct Fold {
    char32_t first, last;
    std::uint8_t step;
    std::int32_t by;
};
struct Rank {
    char32_t first, last;
    std::uint8_t value;
};
struct Run {
    char32_t first;
    std::uint16_t at;
};
struct Pair {
    char32_t whole, first, second;
};

#include "base/unicode_table.inc"

constexpr char32_t none = 0xFFFFFFFF;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The code point that begins at `at`, which moves behind it; `none` where the bytes are not UTF-8.
char32_t next_point(std::string_view text, std::size_t& at) {
    static constexpr std::array<char32_t, 4> smallest{0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < more) return none;
    char32_t point = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at++]);
        if ((byte & 0xC0U) != 0x80) return none;
        point = point << 6U | (byte & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < smallest[more] || surrogate || point > 0x10FFFF ? none : point;
}

void append_utf8(std::string& out, char32_t point) {
    const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
        byte(0xC0 | point >> 6U);
    } else {
        if (point < 0x10000) {
            byte(0xE0 | point >> 12U);
        } else {
            byte(0xF0 | point >> 18U);
            byte(0x80 | (point >> 12U & 0x3FU));
        }
        byte(0x80 | (point >> 6U & 0x3FU));
    }
    byte(0x80 | (point & 0x3FU));
}

// The last entry of a table sorted by `first` that begins at or before the point; null when there is none.
template <class Entry, std::size_t N>
const Entry* entry_before(const Entry (&table)[N], char32_t point) {
    const auto* after = std::ranges::upper_bound(table, point, {}, &Entry::first);
    return after == std::begin(table) ? nullptr : std::prev(after);
}

char32_t folded(char32_t point) {
    const Fold* fold = entry_before(folds, point);
    if (fold == nullptr || point > fold->last || (point - fold->first) % fold->step != 0) return point;
    return static_cast<char32_t>(static_cast<std::int32_t>(point) + fold->by);
}

std::uint8_t rank_of(char32_t point) {
    const Rank* rank = entry_before(ranks, point);
    return rank == nullptr || point > rank->last ? std::uint8_t{0} : rank->value;
}

namespace hangul {
constexpr char32_t first = 0xAC00, lead = 0x1100, vowel = 0x1161, tail = 0x11A7;
constexpr char32_t leads = 19, vowels = 21, tails = 28, all = leads * vowels * tails;
}  // namespace hangul

// The single code point that `point` stands for; the point itself when there is none.
char32_t single(char32_t point) {
    const Run* run = entry_before(runs, point);
    if (run == nullptr) return point;
    const auto end = run + 1 == std::end(runs) ? std::size(singles) : std::size_t{run[1].at};
    const auto at = run->at + (point - run->first);
    return at < end ? singles[at] : point;
}

void decompose(std::u32string& out, char32_t point) {
    if (point - hangul::first < hangul::all) {
        const auto index = point - hangul::first;
        out += hangul::lead + index / (hangul::vowels * hangul::tails);
        out += hangul::vowel + index % (hangul::vowels * hangul::tails) / hangul::tails;
        if (index % hangul::tails != 0) out += hangul::tail + index % hangul::tails;
        return;
    }
    const auto* pair = std::ranges::lower_bound(pairs, point, {}, &Pair::whole);
    if (pair != std::end(pairs) && pair->whole == point) {
        decompose(out, pair->first);
        out += pair->second;  // never decomposes further, by a stability rule of Unicode
    } else if (const auto other = single(point); other != point) {
        decompose(out, other);
    } else {
        out += point;
    }
}

// Marks behind a base stand in the order of their ranks; marks of one rank keep theirs.
void put_marks_in_order(std::u32string& text) {
    for (auto from = text.begin(); from != text.end();) {
        from = std::find_if(from, text.end(), [](char32_t c) { return rank_of(c) != 0; });
        const auto to = std::find_if(from, text.end(), [](char32_t c) { return rank_of(c) == 0; });
        std::stable_sort(from, to, [](char32_t a, char32_t b) { return rank_of(a) < rank_of(b); });
        from = to;
    }
}

char32_t composed(char32_t first, char32_t second) {
    if (first - hangul::lead < hangul::leads && second - hangul::vowel < hangul::vowels) {
        return hangul::first + ((first - hangul::lead) * hangul::vowels + (second - hangul::vowel)) * hangul::tails;
    }
    const bool open_syllable = first - hangul::first < hangul::all && (first - hangul::first) % hangul::tails == 0;
    if (open_syllable && second > hangul::tail && second - hangul::tail < hangul::tails) {
        return first + (second - hangul::tail);
    }
    const auto parts = [](std::uint16_t at) { return std::pair{pairs[at].first, pairs[at].second}; };
    const auto* found = std::ranges::lower_bound(composing, std::pair{first, second}, {}, parts);
    return found != std::end(composing) && parts(*found) == std::pair{first, second} ? pairs[*found].whole : none;
}

void compose(std::u32string& text) {
    std::size_t base = std::u32string::npos;
    std::size_t kept = 0;
    std::uint8_t last = 0;  // rank of the last kept character
    for (const char32_t point : text) {
        const auto rank = rank_of(point);
        const bool reaches_base = base != text.npos && (kept == base + 1 || last < rank);
        if (const auto whole = reaches_base ? composed(text[base], point) : none; whole != none) {
            text[base] = whole;
            continue;
        }
        if (rank == 0) base = kept;
        last = rank;
        text[kept++] = point;
    }
    text.resize(kept);
}

void normalise(std::u32string& text) {
    std::u32string parts;
    parts.reserve(text.size() * 2);
    for (const char32_t point : text) decompose(parts, point);
    put_marks_in_order(parts);
    compose(parts);
    text.swap(parts);
}

}  // namespace

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

bool valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (next_point(text, at) == none) return false;
    }
    return true;
}

std::optional<std::string> login_key(std::string_view login) {
    std::string key(login);
    if (is_ascii(login)) {
        for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return key;
    }
    std::u32string points;
    for (std::size_t at = 0; at < login.size();) {
        const auto point = next_point(login, at);
        if (point == none) return std::nullopt;
        points += point;
    }
    normalise(points);
    std::ranges::transform(points, points.begin(), folded);
    normalise(points);
    key.clear();
    for (const char32_t point : points) append_utf8(key, point);
    return key;
}

bool is_language_tag(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (bool first = true;; first = false) {
        const auto end = text.find('-');
        const auto subtag = text.substr(0, end);
        const bool right = !subtag.empty() && subtag.size() <= 8 &&
                           std::ranges::all_of(subtag, [&](char c) { return is_letter(c) || (!first && is_digit(c)); });
        if (!right || (first && subtag.size() < 2)) return false;
        if (end == text.npos) return true;
        text.remove_prefix(end + 1);
    }
}

bool same_language(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace provost

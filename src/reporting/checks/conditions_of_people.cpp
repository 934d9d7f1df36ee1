// The conditions between fields of the files about clients and locations, and the facts of values.
#include "reporting/checks/conditions.hpp"

#include "reporting/fixed_width.hpp"
#include "reporting/names.hpp"

#include <provost/people/learner.hpp>

#include <algorithm>
#include <array>

namespace provost::reporting::checks {

namespace {

constexpr std::string_view overseas = "OSPC";

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_postcode(std::string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, &is_digit) && text != "0000";
}

bool is_in_australia(std::string_view country) {
    constexpr std::array<std::string_view, 4> all{"1100", "1101", "1102", "1199"};
    return std::ranges::find(all, country) != all.end();
}

std::string upper(std::string_view text) {
    std::string made(text);
    for (char& c : made) {
        if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return made;
}

// Letters and digits alone, in upper case: "P.O. Box 12" begins with POBOX.
std::string bare(std::string_view text) {
    auto made = upper(text);
    std::erase_if(made, [](char c) { return !is_digit(c) && (c < 'A' || c > 'Z'); });
    return made;
}

bool is_box(std::string_view street) {
    constexpr std::array<std::string_view, 5> boxes{"POBOX", "GPOBOX", "LOCKEDBAG", "PRIVATEBAG", "POSTOFFICEBOX"};
    const auto letters = bare(street);
    return std::ranges::any_of(boxes, [&](std::string_view box) { return letters.starts_with(box); });
}

// The year of birth, of which day and month may be unknown.
std::optional<std::int64_t> birth_year(std::string_view text) {
    if (text.size() != 8 || !std::ranges::all_of(text.substr(4), &is_digit)) return std::nullopt;
    std::int64_t year = 0;
    for (const char c : text.substr(4)) year = year * 10 + (c - '0');
    return year;
}

bool is_partial_birth(std::string_view text) {
    if (text == "@@@@@@@@") return true;
    if (!text.starts_with("@@") || !birth_year(text)) return false;
    const auto month = text.substr(2, 2);
    return month == "@@" || (std::ranges::all_of(month, &is_digit) && month >= "01" && month <= "12");
}

}  // namespace

// Release 7.0 had an exemption for courses of a day.
bool usi_malformed(Values v, const Situation& s) {
    return !v[0].empty() && people::check_usi(v[0]) && (s.release == "8.0" || v[0] != "SHORT");
}

bool offshore_with_address(Values v, const Situation&) {
    return v[0] == "INTOFF" && (v[1] != overseas || v[2] != "99");
}

bool overseas_state_differs(Values v, const Situation&) { return v[1] == overseas && v[0] != "99"; }
bool box_as_street(Values v, const Situation&) { return std::ranges::any_of(v, &is_box); }

bool english_told_of_speaker(Values v, const Situation&) {
    constexpr std::array<std::string_view, 6> speakers{"1201", "9700", "9701", "9702", "9799", "@@@@"};
    return !v[0].empty() && std::ranges::find(speakers, v[1]) != speakers.end();
}

bool year_without_school(Values v, const Situation&) { return v[1] == "02" && v[0] != "@@@@"; }
bool year_after_period(Values v, const Situation& s) {
    return v[0].size() == 4 && std::ranges::all_of(v[0], &is_digit) && v[0] > std::to_string(s.year);
}
bool has_space(Values v, const Situation&) { return v[0].find(' ') != v[0].npos; }

bool has_title(Values v, const Situation&) {
    constexpr std::array<std::string_view, 7> titles{"MR", "MRS", "MS", "MISS", "DR", "PROF", "MX"};
    const auto name = upper(v[0]);
    const auto first = std::string_view(name).substr(0, name.find_first_of(" ."));
    const bool whole = first.size() == name.size();
    return !whole && std::ranges::find(titles, first) != titles.end();
}

// No part of the name has two letters.
bool only_initials(Values v, const Situation&) {
    bool before = false;
    for (const char c : v[0]) {
        const bool is_letter = ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z');
        if (is_letter && before) return false;
        before = is_letter;
    }
    return !v[0].empty();
}

bool overseas_by_status_only(Values v, const Situation&) { return v[0] == "O" && v[1] != overseas; }
bool not_a_mobile(Values v, const Situation&) { return !v[0].empty() && !is_mobile(v[0]); }

bool under_10(Values v, const Situation& s) {
    const auto year = birth_year(v[0]);
    return year && s.year - *year < 10;
}

bool over_99(Values v, const Situation& s) {
    const auto year = birth_year(v[0]);
    return year && s.year - *year > 99;
}

bool birth_malformed(Values v, const Situation&) { return !parse_field_day(v[0]) && !is_partial_birth(v[0]); }

bool not_four_digits(Values v, const Situation&) {
    return v[0] != "@@@@" && !(v[0].size() == 4 && std::ranges::all_of(v[0], &is_digit));
}

bool location_postcode_malformed(Values v, const Situation&) { return v[0] != overseas && !is_postcode(v[0]); }
bool overseas_location_in_state(Values v, const Situation&) { return v[1] == overseas && v[0] != "09" && v[0] != "99"; }
bool overseas_location_at_home(Values v, const Situation&) { return v[1] == overseas && is_in_australia(v[0]); }
bool location_country_foreign(Values v, const Situation&) { return is_postcode(v[1]) && !is_in_australia(v[0]); }

bool says_yes(Values v, const Situation&) { return v[0] == "Y"; }
bool says_no(Values v, const Situation&) { return v[0] == "N"; }
bool is_offshore_usi(Values v, const Situation&) { return v[0] == "INTOFF"; }
bool is_not_offshore_funding(Values v, const Situation&) { return v[0] != "32"; }
bool is_international(Values v, const Situation&) { return v[0] == "30" || v[0] == "31" || v[0] == "32"; }
bool is_overseas(Values v, const Situation&) { return v[0] == overseas; }
bool is_at_home(Values v, const Situation&) { return is_postcode(v[0]); }

}  // namespace provost::reporting::checks

// Values of meta tags by their type: one canonical text for equal values.
#include "base/list_text.hpp"
#include "catalogue/tags.hpp"

#include <provost/base/text.hpp>

#include <charconv>

namespace provost::catalogue {

namespace {

constexpr std::size_t longest_login = 100;

TagText integer_text(std::string_view value) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = problem == std::errc{} && end == value.data() + value.size();
    return whole ? TagText{std::to_string(number), {}, {}} : TagText{{}, "number.malformed"_code, {}};
}

TagText instant_text(std::string_view value, const Zone* zone) {
    const auto moment = parse_moment(value);
    if (!moment) return {{}, "date.malformed"_code, {}};
    if (!moment->offset && zone == nullptr) return {{}, "date.zoneless"_code, {}};
    // IMC-CSV-24
    if (!moment->offset && occurrence(moment->local, *zone) == Occurrence::never) return {{}, "date.skipped"_code, {}};
    const Instant read = moment->in(zone == nullptr ? Zone{} : *zone);
    return can_be_written(read) ? TagText{to_text(read), {}, {}} : TagText{{}, "date.malformed"_code, {}};
}

TagText choice_text(const std::vector<std::string>& choices, std::string_view value) {
    if (std::ranges::find(choices, value) != choices.end()) return {std::string(value), {}, {}};
    std::string expected;
    for (const std::string& choice : choices) add_to_list(expected, choice);
    return {{}, "choice.unknown"_code, std::move(expected)};
}

// IMC-CSV-22: text and URL with a bar between them; without one the whole value is both.
TagText link_text(std::string_view value) {
    const auto bar = value.find('|');
    const auto url = bar == value.npos ? value : value.substr(bar + 1);
    const auto text = bar == value.npos || bar == 0 ? url : value.substr(0, bar);
    const bool right = !url.empty() && std::ranges::none_of(url, [](char c) { return c == ' ' || (c & 0xE0) == 0; });
    if (!right) return {{}, "link.malformed"_code, {}};
    std::string both = std::string(text) + '|' + std::string(url);
    if (characters(both) > most_in_tag) return {{}, "link.too-long"_code, {}};  // so that it can be told as it stands
    return {std::move(both), {}, {}};
}

// The directories of people and objects are the host's: only the form can be judged.
TagText user_text(std::string_view value) {
    const bool fits = characters(value) <= longest_login && !people::check_login(value);
    auto key = fits ? login_key(value) : std::nullopt;
    return key ? TagText{std::move(*key), {}, {}} : TagText{{}, "reference.malformed"_code, {}};
}

TagText object_text(std::string_view value) {
    const auto colon = value.find(':');
    const auto kind = value.substr(0, colon);
    const bool right = colon != value.npos && colon + 1 < value.size() && !kind.empty() &&
                       std::ranges::all_of(kind, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return right ? TagText{std::string(value), {}, {}} : TagText{{}, "reference.malformed"_code, {}};
}

}  // namespace

TagText tag_text(const MetaTag& tag, std::string_view value, const Zone* zone, const ZoneFinder& zones) {
    switch (tag.type) {
        case TagType::text: return {std::string(value), {}, {}};
        case TagType::internet_address: return link_text(value);
        case TagType::boolean: return choice_text({"true", "false"}, value);
        case TagType::integer: return integer_text(value);
        case TagType::decimal: {
            const auto number = parse_decimal(value);
            return number ? TagText{to_text(*number), {}, {}} : TagText{{}, "number.malformed"_code, {}};
        }
        case TagType::day: {
            const auto day = parse_day(value);
            return day ? TagText{to_text(*day), {}, {}} : TagText{{}, "date.malformed"_code, {}};
        }
        case TagType::instant: return instant_text(value, zone);
        case TagType::zone:
            return zones.find(value) != nullptr ? TagText{std::string(value), {}, {}}
                                                : TagText{{}, "zone.unknown"_code, {}};
        case TagType::choice: return choice_text(tag.choices, value);
        case TagType::user: return user_text(value);
        case TagType::object: return object_text(value);
    }
    return {std::string(value), {}, {}};
}

}  // namespace provost::catalogue

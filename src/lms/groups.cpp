// Names of groups: a text, or a pattern that is filled in for each place.
#include "lms/groups.hpp"

#include "lms/window.hpp"

namespace provost::lms {

namespace {

constexpr auto names = std::to_array<std::string_view>({"{offer}", "{location}", "{intake}"});

// Year and month in which the enrolment begins.
std::string intake_of(const LinkedPlace& place, const Zone& zone) {
    const auto start = dates_of(place, zone).start;
    return start ? to_text(*start).substr(0, 7) : std::string();
}

std::string value_of(std::string_view name, const LinkedPlace& place, const Zone& zone) {
    if (name == "{offer}") return place.course->external_id;
    return name == "{location}" ? std::string(place.location) : intake_of(place, zone);
}

std::string filled_in(std::string text, const LinkedPlace& place, const Zone& zone) {
    for (const std::string_view name : names) {
        if (text.find(name) == std::string::npos) continue;
        const std::string value = value_of(name, place, zone);
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
            text.replace(at, name.size(), value);
        }
    }
    return text;
}

}  // namespace

// WIS-LNK-08: the enrolment's own beats that of the link, which beats that of the rule.
std::string group_of(const LinkedPlace& place, const Zone& zone) {
    if (place.elearning != nullptr && !place.elearning->group.empty()) return place.elearning->group;
    if (place.link != nullptr && !place.link->group.empty()) return filled_in(place.link->group, place, zone);
    return place.rule == nullptr ? std::string() : filled_in(place.rule->group, place, zone);
}

bool is_pattern(std::string_view text) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto begins = [&](std::string_view name) { return text.substr(at).starts_with(name); };
        if (std::ranges::none_of(names, begins)) return false;
    }
    return true;
}

}  // namespace provost::lms

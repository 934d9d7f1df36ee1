// How the Moodle of the tests reads numbers, throws and writes.
#pragma once

#include "moodle_double.hpp"

#include <provost/describe/json.hpp>

#include <charconv>

namespace provost::contract {

/// What Moodle throws: everything that the call did is rolled back.
struct MoodleException {
    std::string code;
};

[[nodiscard]] inline int number_of(const std::string& text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size()) throw MoodleException{"invalidparameter"};
    return number;
}

[[nodiscard]] inline std::string quoted(const std::string& text) {
    std::string out;
    write_json_text(out, text);
    return out;
}

// What a formatted name looks like.
[[nodiscard]] inline std::string escaped(const std::string& name) {
    std::string out;
    for (const char c : name) out += c == '&' ? std::string("&amp;") : std::string(1, c);
    return out;
}

template <class Map, class Item>
[[nodiscard]] std::string listed(const Map& all, Item item) {
    std::string out;
    for (const auto& [key, value] : all) {
        const std::string text = item(key, value);
        if (!text.empty()) out += (out.empty() ? "" : ",") + text;
    }
    return "[" + out + "]";
}

// A field that must be there; texts that cleaning would change are refused.
[[nodiscard]] inline const std::string& must(const FormTree& element, const std::string& name) {
    const std::string& text = element[name].value;
    if (!element.has(name) || text.find('<') != text.npos) throw MoodleException{"invalidparameter"};
    return text;
}

}  // namespace provost::contract

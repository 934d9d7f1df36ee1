// Sentences of codes.
#include "base/code_table.hpp"

#include <algorithm>

namespace provost {

namespace {

// A piece of a sentence with its parameters filled in. `whole`: whether all of them are there, and not empty.
std::string filled(std::string_view rest, const std::vector<Parameter>& parameters, bool& whole) {
    std::string text;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        text += rest.substr(0, open);
        const auto close = open == rest.npos ? open : rest.find('}', open);
        if (close == rest.npos) break;
        const auto name = rest.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(parameters, name, &Parameter::name);
        whole = whole && found != parameters.end() && !found->value.empty();
        text += found == parameters.end() ? "…" : found->value;
        rest.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace

std::string sentence(Code code, const std::vector<Parameter>& parameters) {
    std::string text;
    std::string_view rest = row_of(code).meaning;
    while (!rest.empty()) {
        bool whole = true;
        const auto open = rest.find('[');
        text += filled(rest.substr(0, open), parameters, whole);
        const auto close = open == rest.npos ? open : rest.find(']', open);
        if (close == rest.npos) break;
        whole = true;
        const std::string part = filled(rest.substr(open + 1, close - open - 1), parameters, whole);
        if (whole) text += part;
        rest.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace provost

// Sentences of codes.
#include "base/code_table.hpp"

#include <algorithm>

namespace provost {

std::string sentence(Code code, const std::vector<Parameter>& parameters) {
    std::string text;
    std::string_view rest = row_of(code).meaning;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        text += rest.substr(0, open);
        const auto close = open == rest.npos ? open : rest.find('}', open);
        if (close == rest.npos) break;
        const auto name = rest.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(parameters, name, &Parameter::name);
        text += found == parameters.end() ? "…" : found->value;
        rest.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace provost

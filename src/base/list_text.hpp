// Names in a sentence: "a, b, c".
#pragma once

#include <string>
#include <string_view>

namespace provost {

/// Adds a name to those that stand in the text, with a comma between them.
inline void add_to_list(std::string& names, std::string_view name) {
    if (!names.empty()) names += ", ";
    names += name;
}

}  // namespace provost

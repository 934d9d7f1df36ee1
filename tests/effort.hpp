// How much a random suite does: its "run" count of effort.json, or with PROVOST_EFFORT=soak (tests/soak) its "soak"
// count. All counts stand in that one file, so they are raised in one place.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <string>

namespace provost {

/// Number of cases that the suite of that name shall try. Throws when effort.json does not name it.
inline int effort(const std::string& suite) {
    const auto file = std::filesystem::path(__FILE__).replace_filename("effort.json");
    std::ifstream in(file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const char* asked = std::getenv("PROVOST_EFFORT");
    const std::string which = asked == nullptr || *asked == '\0' ? "run" : asked;
    std::smatch found;
    const std::regex row("\"" + suite + "\"\\s*:\\s*\\{[^}]*\"" + which + "\"\\s*:\\s*([0-9]+)");
    if (!std::regex_search(text, found, row))
        throw std::runtime_error(file.string() + ": no " + which + " of " + suite);
    return std::stoi(found[1]);
}

}  // namespace provost

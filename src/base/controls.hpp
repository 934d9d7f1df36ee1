// What no name and no key has: control characters, blanks alone, blanks around it. IMC-CSV-06, IMC-CSV-08
#pragma once

#include <string_view>

namespace provost {

/// Whether UTF-8 text holds controls of ASCII or of Latin-1, or one of the two separators of Unicode; where it may have
/// `lines`, tabs and line ends are none.
[[nodiscard]] inline bool has_control(std::string_view text, bool lines) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0x7F || (c < 0x20 && !(lines && (c == '\t' || c == '\n' || c == '\r')))) return true;
        const auto after = text.substr(i + 1, 2);
        if (c == 0xC2 && !after.empty() && static_cast<unsigned char>(after[0]) < 0xA0) return true;
        if (c == 0xE2 && (after == "\x80\xA8" || after == "\x80\xA9")) return true;
    }
    return false;
}

/// Whether a text has nothing but blanks, tabs and ends of lines, or nothing at all.
[[nodiscard]] inline bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// Whether a text begins or ends with a blank.
[[nodiscard]] inline bool has_blank_edges(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ');
}

}  // namespace provost

// Texts as far as they are shown.
#pragma once

#include <cstddef>
#include <string_view>

namespace provost {

/// The beginning of a text in UTF-8, of at most so many bytes and of whole characters.
[[nodiscard]] constexpr std::string_view clipped(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

}  // namespace provost

// Text as people write it and as keys compare it: UTF-8, and the one canonical key of a login.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace provost {

/// True when the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates). Since 0.1.
[[nodiscard]] bool valid_utf8(std::string_view text);

/// How many characters UTF-8 text has: bytes that do not continue one. Since 0.1.
[[nodiscard]] std::size_t characters(std::string_view text);

/// The canonical key of a login: two spellings that people take for the same login have the same key. Unicode
/// normalisation form C, then simple case folding (CaseFolding C and S, no language's own rules), then form C again,
/// as of Unicode 14. Empty when the bytes are not UTF-8. Since 0.1.
[[nodiscard]] std::optional<std::string> login_key(std::string_view login);

/// Whether a text is a language tag of RFC 5646: subtags of one to eight letters and digits between hyphens, the first
/// of letters only. Since 0.1.
[[nodiscard]] bool is_language_tag(std::string_view text);
/// Whether two tags name the same language: case does not tell them apart. Since 0.1.
[[nodiscard]] bool same_language(std::string_view a, std::string_view b);
/// The tag without its last part: "zh-Hant" of "zh-Hant-TW", "de" of "de-AT"; empty when it has one only. Since 0.1.
[[nodiscard]] inline std::string_view broader_language(std::string_view tag) {
    const auto last = tag.rfind('-');
    return last == tag.npos ? std::string_view() : tag.substr(0, last);
}

}  // namespace provost

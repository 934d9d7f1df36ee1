// Statutory files hold printable ASCII only. What else occurs in names is written by a shown rule: letters lose their
// marks (é and e with a combining accent alike), ligatures are spelled out, typographic signs become plain ones. What
// has no rule becomes '?'. Nothing changes silently: the caller gets a list of what was replaced.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace provost::reporting {

/// Every character of `from` is written as `to`.
struct AsciiRule {
    std::string_view to;
    std::u32string_view from;
};

/// The table of rules. Besides it, combining marks are left out.
[[nodiscard]] std::span<const AsciiRule> ascii_rules();

/// A character, with the marks that belong to it, and what was written in its place.
struct Replacement {
    std::string from;
    std::string to;
    friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// Appends `text` (UTF-8) as printable ASCII. Each replaced character is listed once, in the order of its first use.
void append_ascii(std::string& out, std::string_view text, std::vector<Replacement>& replaced);

/// The longest beginning of `text` that needs at most `room` characters when written as ASCII.
[[nodiscard]] std::string_view ascii_prefix(std::string_view text, std::size_t room);

/// Whether all bytes are printable ASCII.
[[nodiscard]] bool is_printable(std::string_view text);

/// `text` without the spaces at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace provost::reporting

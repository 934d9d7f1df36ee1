// Which known name a mistyped one is meant to be.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace provost {

/// How many letters must be put in, left out or replaced to make one text of the other.
[[nodiscard]] inline std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t before = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t same = before + (a[i - 1] == b[j - 1] ? 0 : 1);
            before = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, same}));
        }
    }
    return row[b.size()];
}

/// Of some things the name that a text is most like, whatever its case and underscores; empty when none is like it: a
/// third of its letters may differ.
template <class Range, class Name>
[[nodiscard]] std::string closest(std::string_view text, const Range& range, Name name) {
    const auto plain = [](std::string_view word) {
        std::string kept;
        for (const char letter : word) {
            if (letter != '_') kept += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
        return kept;
    };
    static constexpr std::size_t longest = 64;
    if (text.empty() || text.size() > longest) return {};
    const std::string wanted = plain(text);
    std::size_t fewest = std::max<std::size_t>(wanted.size() / 3, 1) + 1;
    std::string best;
    for (const auto& each : range) {
        const std::size_t edits = edits_between(wanted, plain(name(each)));
        if (edits >= fewest) continue;
        fewest = edits;
        best = std::string(name(each));
    }
    return best;
}

}  // namespace provost

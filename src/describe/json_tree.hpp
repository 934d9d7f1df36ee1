// JSON of somebody else's as a tree: for answers whose shape no description can tell. Numbers stay as they stand there.
// Documents of this library are read by describe/json.hpp instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace provost {

struct JsonMember;

struct JsonTree {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, object };
    Kind kind = Kind::null;
    bool truth = false;
    std::string text;  ///< of a text; of a number as it stands
    std::vector<JsonTree> items;
    std::vector<JsonMember> members;

    /// A member of an object; of anything else, and when it is not there, an empty tree.
    [[nodiscard]] const JsonTree& operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return &(*this)[key] != &nothing(); }
    /// Text or number as text; else empty.
    [[nodiscard]] std::string_view word() const { return text; }
    [[nodiscard]] bool is(Kind other) const { return kind == other; }
    [[nodiscard]] static const JsonTree& nothing();
};

struct JsonMember {
    std::string name;
    JsonTree value;
};

/// Empty when it is no well-formed JSON, too large, or nests deeper than 64 levels.
[[nodiscard]] std::optional<JsonTree> read_json_tree(std::string_view text, std::size_t largest = 16U << 20U);

}  // namespace provost

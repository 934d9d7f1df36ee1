// What a check found, and the references of the host that some rules ask.
#pragma once

#include "reporting/checks/rule.hpp"
#include "reporting/layout.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace provost::reporting::checks {

/// A record that breaks a rule. It quotes no value: findings are read by more people than clients' data.
struct Finding {
    const CheckRule* rule = nullptr;
    std::string_view file;   ///< "NAT00120"
    std::int64_t line = 0;   ///< from 1
    std::string_view field;  ///< empty: the whole record
    std::size_t column = 0;  ///< from 1
};

/// The host's lists: what national registers, the postal list and earlier collections say. Rules that ask a list which
/// was not given are not checked. Memory grows with the lists.
class References {
public:
    /// Adds a row: "organisations" (identifier), "programs" and "subjects" (code, name), "localities" (postcode,
    /// suburb, state), "reported-completions" (program, client). False: there is no such list, or a cell is missing.
    [[nodiscard]] bool add(std::string_view list, std::span<const std::string_view> cells);
    /// Whether the list has rows. "postcodes" comes with "localities".
    [[nodiscard]] bool has(std::string_view list) const { return lists_.contains(std::string(list)); }
    /// The name under a key, which is the values joined by '|'; null when the list has none. Case does not matter.
    [[nodiscard]] const std::string* find(std::string_view list, Values key) const;

private:
    std::unordered_map<std::string, std::unordered_map<std::string, std::string>> lists_;
};

/// A row of the table with its fields found in a layout.
struct Step {
    static constexpr std::size_t most_fields = 4;
    static constexpr std::uint8_t no_field = 255;  ///< the layout has no field of that name: it is blank

    const CheckRule* rule = nullptr;
    std::array<std::uint8_t, most_fields> fields{};
    std::size_t count = 0;
    std::vector<std::string_view> list{};  ///< values that `argument` names

    /// The values of the fields, in `room`.
    [[nodiscard]] Values of(Values record, std::array<std::string_view, most_fields>& room) const;
};

/// Finds fields, named by spaces. False when the layout lacks the first one: then the row does not concern it.
[[nodiscard]] bool find_fields(const Layout& layout, std::string_view names, Step& step);

/// A finding at the first field of a step.
[[nodiscard]] Finding finding_of(const Layout& layout, const Step& step, std::int64_t line);

/// The words of a text that spaces separate.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);

}  // namespace provost::reporting::checks

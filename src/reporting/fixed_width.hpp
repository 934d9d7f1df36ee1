// Writes records of statutory files by their layout; reading back: read_back.hpp. Written bytes are exact: text
// left-justified and filled with spaces, numbers right-justified and filled with zeros, days DDMMYYYY, absent values
// all spaces.
#pragma once

#include "reporting/layout.hpp"

#include <provost/base/result.hpp>
#include <provost/base/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace provost::reporting {

/// Which part of a record is written.
enum class Extent : std::uint8_t { national, full };

/// A value of a field. None and empty text mean absent. Coded values (outcome "20") are texts, in number fields, too.
using FieldValue = std::variant<std::monostate, std::string_view, std::int64_t, Day>;

/// What a record holds otherwise than it was given: a finding for people, with codes report.character and
/// report.text-cut. Of a text that was cut, `from` and `to` say how many characters it had and has.
struct FieldNote {
    enum class Kind : std::uint8_t { replaced, cut };

    Kind kind;
    std::string_view field;  ///< name in the layout
    std::string from;
    std::string to;
    friend bool operator==(const FieldNote&, const FieldNote&) = default;
};

/// Appends one record and CR LF. `values` stand in the order of the layout's fields; missing ones at the end are
/// absent, those behind the extent are not written. Codes and numbers that do not fit are errors (place: "/<field>")
/// and leave `out` and `notes` as they were; a text that does not fit is cut. [FIN-REP-09]
[[nodiscard]] Result<void> append_record(std::string& out, const Layout& layout, Extent extent,
                                         std::span<const FieldValue> values, std::vector<FieldNote>& notes);

/// Reads DDMMYYYY of a day that exists.
[[nodiscard]] std::optional<Day> parse_field_day(std::string_view text);

}  // namespace provost::reporting

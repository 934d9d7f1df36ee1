// Reads what `write_member_json` wrote: how stores keep lists and nested structs in one column.
#pragma once

#include <provost/describe/json.hpp>

#include <string_view>

namespace provost {

/// Reads the text of one member into it; the member must be fresh. The text may be of any size.
[[nodiscard]] Result<void> read_member_json(std::string_view text, const Field& field, void* record);

}  // namespace provost

// Requests, which must name something wherever they list names.
#pragma once

#include <provost/describe/json.hpp>

namespace provost {

/// Checks a request as `validate` does, and that each text of the lists in it names something: one of blanks names
/// nothing that could be looked up. What records hold, or questions look for, may be blank.
[[nodiscard]] Result<void> validate_request(const RecordType& type, const void* request);

}  // namespace provost

// Names that a request lists.
#pragma once

#include <provost/describe/field.hpp>

namespace provost {

/// Whether the lists of a request, and of what lies in it, name something with each text: one of blanks names nothing
/// that could be looked up.
[[nodiscard]] Result<void> check_names(const RecordType& type, const void* request);

}  // namespace provost

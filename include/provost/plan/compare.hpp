// What a change changes, member by member, as answers and the journal show it: before and after as canonical JSON,
// so that every door and every store sees the same text.
#pragma once

#include <provost/plan/answer.hpp>

#include <vector>

namespace provost {

/// The members in which `after` differs from `before`, in byte order of their names, without "version". A null
/// `before` means a new record: every present member is listed. Absent members have empty text. Since 0.1.
[[nodiscard]] std::vector<FieldChange> differences(const RecordType& type, const void* before, const void* after);

}  // namespace provost

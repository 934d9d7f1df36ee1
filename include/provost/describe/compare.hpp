// Comparing two described structs of one type, member by member. No text is made: a difference is found on the values,
// which is what the hot path of a commit needs.
#pragma once

#include <provost/describe/field.hpp>

namespace provost {

/// True when both structs hold equal values in this member; two absent members are equal. Since 0.1.
[[nodiscard]] bool same_member(const Field& field, const void* a, const void* b);

/// True when two structs hold the same values. The member named "version" does not count: it says how often a record
/// was written, not what it holds. Members named so deeper inside do count. Since 0.1.
[[nodiscard]] bool same_content(const RecordType& type, const void* a, const void* b);

}  // namespace provost

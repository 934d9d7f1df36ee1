// Groups (Moodle) or sections (Canvas) in a course of an LMS that a place belongs to.
#pragma once

#include "lms/access_question.hpp"

namespace provost::lms {

/// The group of a place; empty when it has none. [WIS-LNK-08]
[[nodiscard]] std::string group_of(const LinkedPlace& place, const Zone& zone);

/// Whether a pattern names only what it may: {offer}, {location}, {intake}.
[[nodiscard]] bool is_pattern(std::string_view text);

}  // namespace provost::lms

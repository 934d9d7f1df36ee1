// Reasons in English, for programs that show them to people. Nothing in the library reads them.
#pragma once

#include <provost/condition/reason.hpp>

namespace provost {

/// The tree as lines of English, those of its parts indented by two blanks each time, as in "not met: Prerequisites are
/// not met." Since 0.1.
[[nodiscard]] std::vector<std::string> lines(const Reason& reason);

}  // namespace provost

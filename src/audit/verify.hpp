// Verifying and rebuilding, told which kinds of records there are: the rooms below do not know the table of kinds.
#pragma once

#include "audit/replay.hpp"

#include <provost/audit/audit.hpp>

namespace provost::audit {

[[nodiscard]] Result<VerifyReport> verify_kinds(Kinds kinds, Store& store, std::string_view secret,
                                                const std::optional<JournalPosition>& anchor);
[[nodiscard]] Result<void> rebuild_kinds(Kinds kinds, Store& from, Store& to, std::string_view secret);

}  // namespace provost::audit

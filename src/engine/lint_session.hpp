// The session that checks the whole catalogue.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// What the check finds, a document per line: stream "findings". Nothing is written.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lint(Core& core, const SessionRequest& request);

}  // namespace provost::engine

// The session that does what has become due: tick(now).
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Looks after every course in which something becomes due (stream "due", a tick_line each), each with a commit of its
/// own; a dry run tells the same and writes nothing. Asked again for the same moment it does nothing. [IMC-AC-05]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_tick(Core& core, const SessionRequest& request);

}  // namespace provost::engine

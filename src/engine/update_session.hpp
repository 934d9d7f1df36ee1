// The session that brings the components of all courses to the newest versions of their media: learning.update.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// The scheduled job over all courses in use (stream "components", an update_line each), each course with a commit of
/// its own; a dry run tells the same and writes nothing. [IMC-UPD-11, IMC-UPD-15]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_update(Core& core, const SessionRequest& request);

}  // namespace provost::engine

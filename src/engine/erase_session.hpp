// The session that takes the values of erased people out of what the journal and the store still keep of them.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Looks through all that stands beside the journal, once, for everybody who was erased (stream "progress").
[[nodiscard]] Result<std::unique_ptr<Session>> begin_erase(Core& core, const SessionRequest& request);

}  // namespace provost::engine

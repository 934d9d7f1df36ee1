// The session that judges requests twice: as things are, and as they would be.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Fed with requests, a document per line. The first ones are supposed, the others are asked: stream "differences"
/// tells what of these would be decided otherwise. Nothing is written.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_what_if(Core& core, const SessionRequest& request);

}  // namespace provost::engine

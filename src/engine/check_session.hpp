// The session that checks the learning logic of a course, and draws it.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// What the check finds, a document per line: stream "findings"; and the picture of it: "picture.json", "picture.dot",
/// "picture.mmd". Nothing is written.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_check(Core& core, const SessionRequest& request);

}  // namespace provost::engine

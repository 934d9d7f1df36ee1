// The outbox: messages are handed out to a worker, and what it reports settles them.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Lists what was handed out and never settled (stream "unconfirmed"), hands out what is due (stream "messages"), takes
/// outcomes as they come.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_outbox(Core& core, const SessionRequest& request);

}  // namespace provost::engine

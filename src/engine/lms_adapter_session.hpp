// A shipped adapter as a session: the host carries its requests to the LMS and its answers back.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Takes lines with an action, an ask or an answer; gives requests, outcomes and rows of listings. It writes nothing.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_adapter(Core& core, const SessionRequest& request);

}  // namespace provost::engine

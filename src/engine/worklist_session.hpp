// The session that lists the program enrolments that should be finalised.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// A document per program enrolment: stream "worklist". Nothing is written. [FIN-ORD-12]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_worklist(Core& core, const SessionRequest& request);

}  // namespace provost::engine

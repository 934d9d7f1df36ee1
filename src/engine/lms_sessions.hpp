// Sessions about the LMS: provisioning in step mode, the shipped LMS in memory and the file drop, and verifying.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Hands out what has to be done in the LMS (stream "actions"), takes reports as they come.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_provisioning(Core& core, const SessionRequest& request);
/// Takes actions, gives outcomes (stream "outcomes"); at the end lists what it holds (stream "listing").
[[nodiscard]] Result<std::unique_ptr<Session>> begin_memory_lms(Core& core, const SessionRequest& request);
/// Takes actions, gives at the end the files of a package (streams named like the files).
[[nodiscard]] Result<std::unique_ptr<Session>> begin_file_drop(Core& core, const SessionRequest& request);
/// Takes a complete listing of an LMS, gives what differs from what was agreed (stream "differences").
[[nodiscard]] Result<std::unique_ptr<Session>> begin_verify(Core& core, const SessionRequest& request);

}  // namespace provost::engine

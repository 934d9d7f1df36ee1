// Sessions about the LMS: provisioning in step mode, the shipped LMS in memory and the file drop, and observing.
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
/// Takes a listing of an LMS, gives what is not as it was intended and agreed (streams "differences", "foreign").
[[nodiscard]] Result<std::unique_ptr<Session>> begin_observe(Core& core, const SessionRequest& request);

/// Takes accounts as an LMS lists them, and says which are whose. [WIS-MIG-06]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lms_accounts(Core& core, const SessionRequest& request);
/// Takes courses as an LMS lists them, and the end of the listing. [WIS-LNK-02, WIS-LNK-03]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lms_courses(Core& core, const SessionRequest& request);
/// Takes results of an LMS, and the ends of listings; says what became of each, and where they go on. [WIS-AG-11]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lms_results(Core& core, const SessionRequest& request);
/// Marks e-learning enrolments of a range of days, so that they are sent again. [WIS-RS-01]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lms_resync(Core& core, const SessionRequest& request);
/// Counts active e-learning learners by month. [WIS-AL-01]
[[nodiscard]] Result<std::unique_ptr<Session>> begin_lms_meter(Core& core, const SessionRequest& request);

}  // namespace provost::engine

// Marks of commits become due keys: which enrolments in which LMS a change may concern, and those whose day has come.
#pragma once

#include "engine/lms_run.hpp"

namespace provost::engine {

/// Works through all marks, whoever's connection they are about, page by page; then through the days that have come
/// since the connection was last looked at. Cost follows what has changed.
[[nodiscard]] Result<void> expand_marks(LmsRun& run);

}  // namespace provost::engine

// Marks of commits become due keys: which enrolments in which LMS a change may concern, and those whose day has come.
#pragma once

#include "engine/lms_run.hpp"

namespace provost::engine {

/// Works through all marks, whoever's connection they are about, page by page; then through the days that have come
/// since the connection was last looked at. Cost follows what has changed.
[[nodiscard]] Result<void> expand_marks(LmsRun& run);

/// When access over the connection changes next by itself, within a year. Sought only when what the standing keeps of
/// it no longer holds: a run costs what has changed. [WIS-ER-12]
[[nodiscard]] Result<std::optional<Instant>> next_change(LmsRun& run);

}  // namespace provost::engine

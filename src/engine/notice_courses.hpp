// Which courses the tick asks for notices: those that tell of components, and those in which a notice by days may have
// become due since the last tick.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

struct NoticeCourses {
    std::vector<std::int64_t> courses;  // in ascending order
    std::optional<Instant> next;        // in courses that are not among them
    std::optional<Instant> since;       // the end of the last tick that came to its end
};
[[nodiscard]] Result<NoticeCourses> notice_courses(Core& core, Instant now);

/// The tick has come to its end; an earlier end does not take the place of a later one. [IMC-NOT-06]
[[nodiscard]] Result<void> mark_tick(Core& core, Instant now);

}  // namespace provost::engine

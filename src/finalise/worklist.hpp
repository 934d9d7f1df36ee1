// Whether a program enrolment should be finalised. [FIN-ORD-12]
#pragma once

#include "finalise/completion.hpp"

#include <provost/finalise/worklist.hpp>

namespace provost::finalise {

/// Why it should be, and what is missing for that. Without a reason it is not listed.
struct Listed {
    std::vector<Reason> why;
    std::vector<Reason> missing;
};

/// By all that is judged of a completion on that day.
[[nodiscard]] Listed judge_worklist(const Completing& completing);

}  // namespace provost::finalise

// May this learner enter? Judges the prerequisites of a template by the learner's achievements, on a day.
#pragma once

#include "plan/fetch.hpp"

#include <provost/condition/reason.hpp>
#include <provost/prerequisites/prerequisite.hpp>

namespace provost::prerequisites {

struct Judgement {
    Mark mark = Mark::met;
    Reason reason;                // the tree with its evidence; only when asked for
    std::vector<Reason> nearest;  // what would admit the learner; only when asked for and refused
};

/// `achievements`: the learner's activities in the subjects that `required` names.
[[nodiscard]] Judgement judge(const Many<Prerequisite>& required, const Many<enrolment::Activity>& achievements,
                              Day day, bool explain);

}  // namespace provost::prerequisites

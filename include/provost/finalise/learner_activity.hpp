// Active and inactive learners: the flag that keeps everything of a learner as it is, and what sets and lifts it.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// Makes a learner inactive, who has no enrolment that is active. Since 0.1. [FIN-ACC-03, FIN-ACC-05]
struct InactivateLearner {
    Head head;
    Ref<people::Learner> learner;
    std::optional<people::InactiveReason> reason;
    std::string note;
};

/// Makes an inactive learner active again. Since 0.1. [FIN-ACC-13]
struct ReactivateLearner {
    Head head;
    Ref<people::Learner> learner;
};

}  // namespace provost::finalise

PROVOST_REQUEST(provost::finalise::InactivateLearner, "inactivate_learner", "Makes a learner inactive.",
                PROVOST_FIELD(learner, "Login of the learner.").required(), PROVOST_FIELD(reason, "Why.").required(),
                PROVOST_FIELD(note, "Why, in words.").at_most(2000).personal());

PROVOST_REQUEST(provost::finalise::ReactivateLearner, "reactivate_learner", "Makes a learner active again.",
                PROVOST_FIELD(learner, "Login of the learner.").required());

// Outcomes as the shipped adapters make them.
#pragma once

#include <provost/lms/action.hpp>

namespace provost::lms {

[[nodiscard]] inline ActionOutcome failed(const Action& action, ErrorClass error, std::string problem) {
    ActionOutcome outcome;
    outcome.op_id = action.op_id;
    outcome.status = error == ErrorClass::unknown_outcome ? ActionStatus::unknown : ActionStatus::failed;
    outcome.error = error;
    outcome.problem = std::move(problem);
    return outcome;
}

[[nodiscard]] inline ActionOutcome done(const Action& action, bool changed, std::string remote_id) {
    ActionOutcome outcome;
    outcome.op_id = action.op_id;
    outcome.status = changed ? ActionStatus::applied : ActionStatus::unchanged;
    outcome.remote_id = std::move(remote_id);
    return outcome;
}

}  // namespace provost::lms

// What the shipped adapters have in common: outcomes as they make them, and what they ask of an action.
#pragma once

#include <provost/lms/action.hpp>

namespace provost::lms {

/// Whether the action is about an erased learner, of whom nothing is left but a made-up login.
[[nodiscard]] inline bool is_erased(const Action& action) {
    return action.login.starts_with("erased-") && action.email.empty() && action.first_name.empty() &&
           action.family_name.empty();
}

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

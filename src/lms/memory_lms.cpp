// The LMS in memory.
#include "lms/memory_lms.hpp"

#include <provost/people/learner.hpp>

namespace provost::lms {

namespace {

ActionOutcome failed(const Action& action, std::string problem) {
    ActionOutcome outcome;
    outcome.op_id = action.op_id;
    outcome.status = ActionStatus::failed;
    outcome.error = ErrorClass::invalid;
    outcome.problem = std::move(problem);
    return outcome;
}

ActionOutcome done(const Action& action, bool changed, std::string remote_id) {
    ActionOutcome outcome;
    outcome.op_id = action.op_id;
    outcome.status = changed ? ActionStatus::applied : ActionStatus::unchanged;
    outcome.remote_id = std::move(remote_id);
    return outcome;
}

}  // namespace

ActionOutcome MemoryLms::carry_out(const Action& action) {
    switch (action.kind) {
        case ActionKind::link_course: return link_course(action);
        case ActionKind::upsert_learner: return upsert_learner(action);
        case ActionKind::upsert_enrolment: return upsert_enrolment(action);
        case ActionKind::look_up_enrolment: return look_up(action);
    }
    return failed(action, "unknown action");
}

// It has every course that it is asked for: whoever runs it decides what is taught there.
ActionOutcome MemoryLms::link_course(const Action& action) {
    if (action.course.empty()) return failed(action, "a course needs an external id");
    const bool is_new = courses_.insert_or_assign(action.course, action.course_name).second;
    return done(action, is_new, "course-" + action.course);
}

ActionOutcome MemoryLms::upsert_learner(const Action& action) {
    if (action.learner.empty() || action.login.empty())
        return failed(action, "an account needs an external id and a login");
    const auto key = people::login_index(action.login);
    const auto owner = logins_.find(key);
    if (owner != logins_.end() && owner->second != action.learner)
        return failed(action, "another account has this login");
    const Account account{action.login, action.email, action.first_name, action.family_name};
    const auto held = accounts_.find(action.learner);
    const bool changed = held == accounts_.end() || !(held->second == account);
    if (held != accounts_.end()) logins_.erase(people::login_index(held->second.login));
    accounts_[action.learner] = account;
    logins_[key] = action.learner;
    return done(action, changed, "user-" + action.learner);
}

ActionOutcome MemoryLms::upsert_enrolment(const Action& action) {
    if (!accounts_.contains(action.learner)) return failed(action, "there is no such account");
    if (!courses_.contains(action.course)) return failed(action, "there is no such course");
    const auto [place, is_new] = enrolments_.try_emplace(action.course + between + action.learner, Access::absent);
    if (place->second == action.access && !is_new) return done(action, false, {});
    place->second = action.access;
    return done(action, true, {});
}

ActionOutcome MemoryLms::look_up(const Action& action) const {
    const auto held = enrolments_.find(action.course + between + action.learner);
    ActionOutcome outcome = done(action, false, {});
    outcome.observed = held == enrolments_.end() ? Access::absent : held->second;
    return outcome;
}

}  // namespace provost::lms

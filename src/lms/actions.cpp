// Each action carries the whole desired state of one thing.
#include "lms/actions.hpp"

#include "base/sha256.hpp"

namespace provost::lms {

// WIS-EE-07: renamed, he would be another one to the LMS, and what has to end would not reach him.
std::string learner_name(const people::Learner& learner, const LmsLearner* account) {
    if (account != nullptr && !account->name.empty()) return account->name;
    return learner.client_id.empty() ? "L" + std::to_string(learner.id.value) : learner.client_id;
}

std::int64_t learner_digest(const people::Learner& learner, const LmsLearner* account, bool suspended,
                            std::string_view secret) {
    std::string text(secret);
    for (const auto* value : {&learner.login, &learner.email, &learner.first_name, &learner.family_name}) {
        text += *value + '\x1f';
    }
    return short_digest(text + learner_name(learner, account) + (suspended ? "\x1fsuspended" : ""));
}

Action link_action(const catalogue::Course& course) {
    Action action;
    action.op_id = "c" + std::to_string(course.id.value);
    action.kind = ActionKind::link_course;
    action.course = course.external_id;
    action.course_name = course.settings.name;
    return action;
}

Action learner_action(const people::Learner& learner, const LmsLearner* account, std::optional<bool> suspended) {
    Action action;
    action.op_id = "l" + std::to_string(learner.id.value);
    action.kind = ActionKind::upsert_learner;
    action.learner = learner_name(learner, account);
    action.login = learner.login;
    action.email = learner.email;
    action.first_name = learner.first_name;
    action.family_name = learner.family_name;
    action.suspended = suspended;
    return action;
}

Action look_up_action(const LmsEnrolment& key, const std::string& learner) {
    Action action;
    action.op_id = "q" + std::to_string(key.id.value) + "-" + std::to_string(key.version);
    action.kind = ActionKind::look_up_enrolment;
    action.epoch = key.version;
    action.container = container_of(key.course);
    action.course = name_in_lms(key.course);
    action.learner = learner;
    action.enrolment_remote_id = key.remote_id;
    action.was = key.agreed;
    return action;
}

Action enrolment_action(const LmsEnrolment& key, const std::string& learner, const DesiredAccess& desired,
                        const Wish& wish) {
    Action action = look_up_action(key, learner);
    action.op_id.front() = 'e';
    action.kind = ActionKind::upsert_enrolment;
    action.access = wish.access;
    action.from = wish.from;
    action.until = wish.until;
    action.groups = wish.groups;
    action.leave_groups = wish.leave_groups;
    action.cause = wish.cause;
    for (const PlaceAccess& place : desired.places) action.enrolments.push_back(place.enrolment);
    return action;
}

}  // namespace provost::lms

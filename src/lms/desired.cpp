// Desired access, and the actions that lead there.
#include "lms/desired.hpp"

#include "base/sha256.hpp"

#include <utility>

namespace provost::lms {

namespace {

using enrolment::State;

using Given = std::pair<Access, Cause>;

// What one place gives. A concluded place keeps its access (by rule, FIN-ACC-01); one that ended otherwise loses it.
Given given_by(const enrolment::Enrolment& place) {
    switch (place.state) {
        case State::registered:
        case State::in_progress:
        case State::passed:
        case State::failed: return {Access::active, Cause::has_place};
        case State::on_hold: return {Access::suspended, Cause::on_hold};
        case State::cancelled:
        case State::moved:
        case State::replaced: return {Access::suspended, Cause::ended};
        default: return {Access::absent, Cause::never_entered};
    }
}

int weight(Access access) { return access == Access::active ? 2 : access == Access::suspended ? 1 : 0; }

}  // namespace

bool gives_the_same(const enrolment::Enrolment& before, const enrolment::Enrolment& after) {
    return given_by(before) == given_by(after);
}

Desired desired_access(std::span<const enrolment::Enrolment* const> places) {
    Desired desired;
    for (const auto* place : places) {
        const auto [access, cause] = given_by(*place);
        if (weight(access) >= weight(desired.access)) {
            desired.access = access;
            desired.cause = cause;
        }
        desired.enrolments.push_back(place->id.value);
    }
    return desired;
}

Desired access_of_erased(std::span<const enrolment::Enrolment* const> places, Access agreed) {
    Desired desired = desired_access(places);
    desired.access = agreed == Access::absent ? Access::absent : Access::suspended;
    desired.cause = Cause::erased;
    return desired;
}

Desired access_of_inactive(std::span<const enrolment::Enrolment* const> places, Access agreed) {
    Desired desired = access_of_erased(places, agreed);
    desired.cause = Cause::inactive;
    return desired;
}

bool is_settled(const LmsAccess& access, const Desired& desired) {
    const bool overwrites = desired.cause == Cause::erased && access.agreed != Access::absent;
    return desired.access == access.agreed && !overwrites;
}

std::string learner_name(const people::Learner& learner) {
    return learner.client_id.empty() ? "L" + std::to_string(learner.id.value) : learner.client_id;
}

std::int64_t learner_digest(const people::Learner& learner, std::string_view secret) {
    std::string text(secret);
    for (const auto* value : {&learner.login, &learner.email, &learner.first_name, &learner.family_name}) {
        text += *value + '\x1f';
    }
    return short_digest(text + learner_name(learner));
}

Action link_action(const catalogue::Course& course) {
    Action action;
    action.op_id = "c" + std::to_string(course.id.value);
    action.kind = ActionKind::link_course;
    action.course = course.external_id;
    action.course_name = course.settings.name;
    return action;
}

Action learner_action(const people::Learner& learner) {
    Action action;
    action.op_id = "l" + std::to_string(learner.id.value);
    action.kind = ActionKind::upsert_learner;
    action.learner = learner_name(learner);
    action.login = learner.login;
    action.email = learner.email;
    action.first_name = learner.first_name;
    action.family_name = learner.family_name;
    return action;
}

Action enrolment_action(const LmsAccess& access, const catalogue::Course& course, const people::Learner& learner,
                        const Desired& desired) {
    Action action;
    action.op_id = "e" + std::to_string(access.id.value) + "-" + std::to_string(access.version);
    action.kind = ActionKind::upsert_enrolment;
    action.epoch = access.version;
    action.course = course.external_id;
    action.learner = learner_name(learner);
    action.access = desired.access;
    action.was = access.agreed;
    action.cause = desired.cause;
    action.enrolments = desired.enrolments;
    return action;
}

}  // namespace provost::lms

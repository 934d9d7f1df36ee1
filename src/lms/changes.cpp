// What rules of access look at, member by member. [WIS-ER-12]
#include "lms/changes.hpp"

#include <tuple>

namespace provost::lms {

namespace {

auto of(const enrolment::Enrolment& place) {
    return std::tie(place.state, place.unit_status, place.enrolled_on, place.due_at, place.planned_start_at,
                    place.planned_end_at, place.started_on, place.ended_on, place.resumes_on, place.finalised,
                    place.access_stopped);
}

auto of(const enrolment::Activity& activity) {
    return std::tie(activity.outcome, activity.start_on, activity.end_on, activity.program_enrolment,
                    activity.enrolment);
}

auto of(const enrolment::ProgramEnrolment& program) {
    return std::tie(program.status, program.status_on, program.commenced_on, program.completed_on, program.finalised);
}

auto of(const catalogue::Course& course) {
    return std::tie(course.starts_at, course.ends_at, course.settings.duration, course.assignments.location,
                    course.is_test);
}

// The account follows when a key of the learner is looked at; what decides about access is this.
auto of(const people::Learner& learner) {
    return std::tuple(std::cref(learner.inactive), std::cref(learner.is_test), learner.login.empty());
}

}  // namespace

bool gives_the_same(const enrolment::Enrolment& before, const enrolment::Enrolment& after) {
    return of(before) == of(after);
}
bool gives_the_same(const enrolment::Activity& before, const enrolment::Activity& after) {
    return of(before) == of(after);
}
bool gives_the_same(const enrolment::ProgramEnrolment& before, const enrolment::ProgramEnrolment& after) {
    return of(before) == of(after);
}
bool gives_the_same(const catalogue::Course& before, const catalogue::Course& after) { return of(before) == of(after); }
bool gives_the_same(const people::Learner& before, const people::Learner& after) { return of(before) == of(after); }

}  // namespace provost::lms

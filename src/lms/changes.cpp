// What rules of access look at, member by member. [WIS-ER-12]
#include "lms/changes.hpp"

#include <provost/lms/connection.hpp>
#include <provost/organisation/organisation.hpp>

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

// What decides about access, and what the account in the LMS is told. WIS-MIG-09
auto of(const people::Learner& learner) {
    return std::tie(learner.inactive, learner.is_test, learner.login, learner.email, learner.first_name,
                    learner.family_name);
}

// What of a connection changes what was worked out before. Modes and guards say only what is sent of it.
auto of(const Connection& connection) {
    return std::tie(connection.every_course, connection.zone, connection.jurisdiction);
}

}  // namespace

// One that is new concerns nobody, unless it holds courses that nobody links. WIS-MIG-09, WIS-ER-12
bool concerns_everybody(const Record& before, const Record& put) {
    if (const auto* is = put.get<Connection>()) {
        const Connection none;
        const auto* was = before ? before.get<Connection>() : &none;
        return before ? of(*was) != of(*is) : is->every_course;
    }
    const auto* is = put.get<organisation::Location>();
    return is != nullptr && before && before.get<organisation::Location>()->zone != is->zone;
}

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

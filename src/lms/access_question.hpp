// Everything that says what a learner's access to one course of an LMS is at a moment, and the answer.
#pragma once

#include <functional>
#include <provost/lms/access_rule.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/elearning.hpp>
#include <provost/lms/lms.hpp>

#include <span>

namespace provost::lms {

/// A place of the learner and the link by which it reaches the course of the LMS. What is null is not there.
struct LinkedPlace {
    const results::LmsLink* link = nullptr;  // null: the connection holds every course
    const AccessRule* rule = nullptr;
    const catalogue::Course* course = nullptr;
    const enrolment::Enrolment* place = nullptr;
    const ElearningEnrolment* elearning = nullptr;
    const ElearningEnrolment* flag = nullptr;  // of the place, where nothing is said of it and the link
    const enrolment::Activity* activity = nullptr;
    const enrolment::ProgramEnrolment* program = nullptr;
    std::string_view location;  // what {location} in the name of a group stands for
    std::string_view zone;      // of the course's location; empty: that of the connection
};

/// Of a learner's enrolments in programs the latest in this one; null: he has none. `read` gives the enrolment of an
/// element. [WIS-ER-07, WIS-ER-13]
template <class Enrolments, class Read = std::identity>
[[nodiscard]] const enrolment::ProgramEnrolment* latest_in(Id<catalogue::Program> program, const Enrolments& all,
                                                           Read read = {}) {
    const enrolment::ProgramEnrolment* latest = nullptr;
    for (const auto& each : all) {
        const enrolment::ProgramEnrolment& one = read(each);
        if (one.program == program) latest = &one;
    }
    return latest;
}

struct AccessQuestion {
    const Connection* connection = nullptr;
    const people::Learner* learner = nullptr;
    std::span<const LinkedPlace> places;
    Access agreed = Access::absent;
    Instant now;
    const ZoneFinder* zones = nullptr;
};

/// What one place gives, and why.
struct PlaceAccess {
    std::int64_t enrolment = 0;
    Access access = Access::absent;
    Cause cause = Cause::none;
    std::optional<Instant> from;
    std::optional<Instant> until;
};

struct DesiredAccess {
    Access access = Access::absent;
    Cause cause = Cause::never_entered;
    std::vector<PlaceAccess> places;  // all of them, the one that decides first
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::optional<Instant> next_change_at;
    std::vector<std::string> groups;
    Code blocked;  // why nothing can be sent although something should
};

/// Access of the learner to the course of the LMS now, and when it changes by itself. A function of the question alone.
[[nodiscard]] DesiredAccess desired_access(const AccessQuestion& question);

}  // namespace provost::lms

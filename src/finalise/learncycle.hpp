// Learncycles: when they are due, and finalise.fire_learncycle. The session tick (engine/learncycle_run) looks for what
// is due and asks that verb.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/finalise/learncycle.hpp>
#include <provost/people/group.hpp>

namespace provost::finalise {

/// Of a learncycle whose parts do not fit; the empty code when they do.
[[nodiscard]] Code check_learncycle(const Learncycle& cycle, const Context& context);

/// The occasion on which it acts next, as a firing names it; nothing when it is not due by that day. Conditions are not
/// asked.
[[nodiscard]] std::optional<std::int64_t> occasion_of(const Learncycle& cycle,
                                                      const enrolment::ProgramEnrolment& program, Day today);
[[nodiscard]] std::optional<std::int64_t> occasion_of(const Learncycle& cycle, const enrolment::Enrolment& place,
                                                      Day today);

struct FireLearncycleFacts {
    One<Learncycle> cycle;
    One<enrolment::ProgramEnrolment> program;
    One<enrolment::Enrolment> place;
    One<people::Learner> of_program;
    One<people::Learner> of_place;
    Many<enrolment::Activity> in_program;
    Many<enrolment::Activity> of_unit;
    Many<people::Group> groups;
    One<organisation::Location> location;
    One<catalogue::Course> course;
    One<organisation::Location> of_course;
};

template <class Facts = FireLearncycleFacts>
inline constexpr auto fire_learncycle_fetch = [] {
    return fetch_plan<FireLearncycle>(std::to_array<FetchRow>({
        PROVOST_SLOT(cycle, "key(request.learncycle)", "learncycle.unknown"_code),
        PROVOST_SLOT(program, "id(request.program_enrolment)"),
        PROVOST_SLOT(place, "id(request.enrolment)"),
        PROVOST_SLOT(of_program, "id(program.learner)", "record.missing"_code),
        PROVOST_SLOT(of_place, "id(place.learner)", "record.missing"_code),
        PROVOST_SLOT(in_program, "program_enrolment(program.id)"),
        PROVOST_SLOT(of_unit, "enrolment(place.id)"),
        PROVOST_SLOT(groups, "key(cycle.groups)"),
        PROVOST_SLOT(location, "id(program.location)", "record.missing"_code),
        PROVOST_SLOT(course, "id(place.course)", "record.missing"_code),
        PROVOST_SLOT(of_course, "id(course.location)", "record.missing"_code),
    }));
}();

void fire_learncycle(const FireLearncycle& request, const FireLearncycleFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::finalise

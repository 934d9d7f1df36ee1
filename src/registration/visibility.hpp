// registration.sees, registration.may_list_participants: questions about what learners see of a course.
#pragma once

#include "clearances/acting.hpp"
#include "plan/fetch.hpp"

#include <provost/registration/visibility.hpp>

namespace provost::registration {

struct VisibilityFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    Many<enrolment::Enrolment> places;  // of the learner in the course
    Many<people::Group> groups;         // that see the course
    clearances::ActingFacts acting;
};

/// A course, and a learner with what may show it to him.
struct VisibleTo {
    const catalogue::Course& course;
    Id<people::Learner> learner;
    const Many<enrolment::Enrolment>& places;
    const Many<people::Group>& groups;
    Instant now;
};

/// Each way to see the course, and whether one holds. [IMC-CT-11]
[[nodiscard]] Reason ways_to_see(const VisibleTo& asked);
[[nodiscard]] inline bool is_visible(const VisibleTo& asked) { return ways_to_see(asked).mark == Mark::met; }

template <class Request, class Facts = VisibilityFacts>
inline constexpr auto visibility_fetch = [] {
    return fetch_plan<Request>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                         PROVOST_SLOT(places, "learner_course(learner.id, course.id)"),
                         PROVOST_SLOT(groups, "key(course.visible_to)"),
                     }),
                     PROVOST_PART(acting, clearances::acting_in_course_rows)));
}();

void sees(const Sees& request, const VisibilityFacts& facts, Context& context, Decision& decision);
void may_list_participants(const MayListParticipants& request, const VisibilityFacts& facts, Context& context,
                           Decision& decision);

}  // namespace provost::registration

// staffing.follow_tutors, staffing.follow_resources: tutors and the people among the resources of a course go together.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/follow_staff.hpp>
#include <provost/enrolment/participation.hpp>
#include <provost/learning/progress.hpp>
#include <provost/resources/booking.hpp>
#include <provost/results/results.hpp>

namespace provost::tutoring {

/// The course with what may hide or lock one of the two lists.
struct FollowedCourse {
    One<catalogue::Course> course;
    One<catalogue::TemplateVersion> pinned;
};

template <class Facts = FollowedCourse>
inline constexpr auto followed_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
    });
}();

struct FollowTutorsFacts {
    FollowedCourse place;
    Many<resources::Resource> added;  // that the tutors are
    Many<resources::Resource> removed;
    Many<resources::Resource> changed;
    One<catalogue::Seats> seats;
};

template <class Facts = FollowTutorsFacts>
inline constexpr auto follow_tutors_fetch = [] {
    return fetch_plan<catalogue::FollowTutors>(
        detail::join(PROVOST_PART(place, followed_rows), std::to_array<FetchRow>({
                                                             PROVOST_SLOT(added, "tutor(request.added)"),
                                                             PROVOST_SLOT(removed, "tutor(request.removed)"),
                                                             PROVOST_SLOT(changed, "tutor(request.changed)"),
                                                             PROVOST_SLOT(seats, "course(course.id)"),
                                                         })));
}();

void follow_tutors(const catalogue::FollowTutors& request, const FollowTutorsFacts& facts, Context& context,
                   Decision& decision);

struct FollowResourcesFacts {
    FollowedCourse place;
    Many<resources::Resource> added;
    Many<resources::Resource> removed;
    Many<resources::Resource> changed;
    Many<staffing::Tutor> people;  // whom those stand for
    Many<staffing::Tutor> left;
};

template <class Facts = FollowResourcesFacts>
inline constexpr auto follow_resources_fetch = [] {
    return fetch_plan<catalogue::FollowResources>(detail::join(
        PROVOST_PART(place, followed_rows), std::to_array<FetchRow>({
                                                PROVOST_SLOT(added, "id(request.added)", "resource.unknown"_code),
                                                PROVOST_SLOT(removed, "id(request.removed)", "resource.unknown"_code),
                                                PROVOST_SLOT(changed, "id(request.changed)", "resource.unknown"_code),
                                                PROVOST_SLOT(people, "id(added.tutor)", "record.missing"_code),
                                                PROVOST_SLOT(left, "id(removed.tutor)", "record.missing"_code),
                                            })));
}();

void follow_resources(const catalogue::FollowResources& request, const FollowResourcesFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::tutoring

// registration.follow_dates: by which dates those in a course train, when it is held at others than before.
#pragma once

#include "registration/entry.hpp"

#include <provost/catalogue/promote.hpp>

namespace provost::registration {

struct FollowDatesFacts {
    One<catalogue::Course> course;
    One<organisation::Location> location;
    Many<enrolment::Enrolment> places;
    Many<enrolment::Activity> activities;
};

template <class Facts = FollowDatesFacts>
inline constexpr auto follow_dates_fetch = [] {
    return fetch_plan<catalogue::FollowDates>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(places, "course(course.id)"),
        PROVOST_SLOT(activities, "enrolment(places.id)"),
    }));
}();

void follow_dates(const catalogue::FollowDates& request, const FollowDatesFacts& facts, Context& context,
                  Decision& decision);

}  // namespace provost::registration

// registration.count_quotas: who counts in which quota, when quotas or groups have changed.
#pragma once

#include "registration/entry.hpp"

#include <provost/catalogue/promote.hpp>

namespace provost::registration {

struct CountQuotasFacts {
    One<catalogue::Course> course;
    One<catalogue::Seats> seats;
    Many<enrolment::Enrolment> places;
    Many<people::Group> groups;
};

template <class Facts = CountQuotasFacts>
inline constexpr auto count_quotas_fetch = [] {
    return fetch_plan<catalogue::CountQuotas>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(places, "course(course.id)"),
        PROVOST_SLOT(groups, "key(course.quotas.group)", "group.unknown"_code),
    }));
}();

void count_quotas(const catalogue::CountQuotas& request, const CountQuotasFacts& facts, Context& context,
                  Decision& decision);

}  // namespace provost::registration

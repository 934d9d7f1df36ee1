// resources.transfer_dates, resources.transfer_schedules.
#pragma once

#include "resources/judge.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

struct TransferDatesFacts {
    One<catalogue::Course> course;
    PlannedFacts planned;
    Many<Resource> resources;
    Many<Occupancy> occupancies;
    Many<Booking> bookings;  // of the course
};

template <class Facts = TransferDatesFacts>
inline constexpr auto transfer_dates_fetch = [] {
    return fetch_plan<TransferDates>(detail::join(
        std::to_array<FetchRow>({PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                              when<catalogue::Course, catalogue::is_there>)}),
        PROVOST_PART(planned, planned_rows),
        std::to_array<FetchRow>({
            PROVOST_SLOT(resources, "key(request.resources)", "resource.unknown"_code, when<Resource, is_there>),
            PROVOST_SLOT(occupancies, "resource(resources.id)", "record.missing"_code),
            PROVOST_SLOT(bookings, "course(course.id)"),
        })));
}();

void transfer_dates(const TransferDates& request, const TransferDatesFacts& facts, Context& context,
                    Decision& decision);

struct TransferSchedulesFacts {
    One<catalogue::Course> course;
    PlannedFacts planned;
    One<Resource> source;
    Many<Resource> targets;
    Many<Occupancy> occupancies;
    Many<Booking> named;
    Many<Booking> bookings;  // of the course
};

template <class Facts = TransferSchedulesFacts>
inline constexpr auto transfer_schedules_fetch = [] {
    return fetch_plan<TransferSchedules>(detail::join(
        std::to_array<FetchRow>({PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                              when<catalogue::Course, catalogue::is_there>)}),
        PROVOST_PART(planned, planned_rows),
        std::to_array<FetchRow>({
            PROVOST_SLOT(source, "key(request.source)", "resource.unknown"_code),
            PROVOST_SLOT(targets, "key(request.targets)", "resource.unknown"_code, when<Resource, is_there>),
            PROVOST_SLOT(occupancies, "resource(targets.id)", "record.missing"_code),
            PROVOST_SLOT(named, "id(request.bookings)", "booking.unknown"_code),
            PROVOST_SLOT(bookings, "course(course.id)"),
        })));
}();

void transfer_schedules(const TransferSchedules& request, const TransferSchedulesFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::resources

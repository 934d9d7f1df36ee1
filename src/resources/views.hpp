// resources.show_availability, resources.show_bookings, resources.show_floor_plan: what is read of bookings, by pages.
#pragma once

#include "resources/whereabouts.hpp"

namespace provost::resources {

struct ShowAvailabilityFacts {
    One<catalogue::Course> course;
    Many<Resource> named;
    One<Booking> after;
    Many<Resource> added;
    One<organisation::Location> location;
    One<catalogue::Syllabus> syllabus;
    Many<Booking> bookings;  // of the course
    Many<Resource> booked;
};

template <class Facts = ShowAvailabilityFacts>
inline constexpr auto show_availability_fetch = [] {
    return fetch_plan<ShowAvailability>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(named, "key(request.resources)", "resource.unknown"_code),
        PROVOST_SLOT(after, "id(request.after)", "booking.unknown"_code),
        PROVOST_SLOT(added, "id(course.resources.resource)", "record.missing"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(bookings, "course(course.id)"),
        PROVOST_SLOT(booked, "id(bookings.resource)", "record.missing"_code),
    }));
}();

void show_availability(const ShowAvailability& request, const ShowAvailabilityFacts& facts, Context& context,
                       Decision& decision);

struct ShowBookingsFacts {
    Many<Resource> resources;
    One<catalogue::Course> course;
    One<Booking> after;
};

template <class Facts = ShowBookingsFacts>
inline constexpr auto show_bookings_fetch = [] {
    return fetch_plan<ShowBookings>(std::to_array<FetchRow>({
        PROVOST_SLOT(resources, "key(request.resources)", "resource.unknown"_code),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(after, "id(request.after)", "booking.unknown"_code),
    }));
}();

void show_bookings(const ShowBookings& request, const ShowBookingsFacts& facts, Context& context, Decision& decision);

struct ShowFloorPlanFacts {
    One<Resource> location;
    One<Booking> after;
};

template <class Facts = ShowFloorPlanFacts>
inline constexpr auto show_floor_plan_fetch = [] {
    return fetch_plan<ShowFloorPlan>(std::to_array<FetchRow>({
        PROVOST_SLOT(location, "key(request.location)", "resource.unknown"_code),
        PROVOST_SLOT(after, "id(request.after)", "booking.unknown"_code),
    }));
}();

void show_floor_plan(const ShowFloorPlan& request, const ShowFloorPlanFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::resources

// resources.change_booking, resources.cancel_booking, resources.remove_booking.
#pragma once

#include "resources/judge.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

struct ChangeBookingFacts {
    One<Booking> booking;
    One<catalogue::Course> course;
    One<Resource> resource;
    One<Occupancy> occupancy;
    PlannedFacts planned;
    Many<Booking> bookings;  // of the course
};

template <class Request, class Facts = ChangeBookingFacts>
inline constexpr auto change_booking_fetch = [] {
    return fetch_plan<Request>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(booking, "id(request.booking)", "booking.unknown"_code),
                         PROVOST_SLOT(course, "id(booking.course)", "record.missing"_code),
                         PROVOST_SLOT(resource, "id(booking.resource)", "record.missing"_code),
                         PROVOST_SLOT(occupancy, "resource(booking.resource)", "record.missing"_code),
                     }),
                     PROVOST_PART(planned, planned_rows),
                     std::to_array<FetchRow>({PROVOST_SLOT(bookings, "course(booking.course)")})));
}();

void change_booking(const ChangeBooking& request, const ChangeBookingFacts& facts, Context& context,
                    Decision& decision);
void cancel_booking(const CancelBooking& request, const ChangeBookingFacts& facts, Context& context,
                    Decision& decision);
void remove_booking(const RemoveBooking& request, const ChangeBookingFacts& facts, Context& context,
                    Decision& decision);

/// The closed table of moves. [IMC-RES-08]
[[nodiscard]] bool may_become(BookingState from, BookingState to);

}  // namespace provost::resources

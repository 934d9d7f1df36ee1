// resources.send_confirmation.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

struct SendConfirmationFacts {
    Many<Booking> bookings;
    Many<catalogue::Course> courses;
    Many<Resource> resources;
    One<catalogue::NoticeDefinition> notice;
};

template <class Facts = SendConfirmationFacts>
inline constexpr auto send_confirmation_fetch = [] {
    return fetch_plan<SendConfirmation>(std::to_array<FetchRow>({
        PROVOST_SLOT(bookings, "id(request.bookings)", "booking.unknown"_code),
        PROVOST_SLOT(courses, "id(bookings.course)", "record.missing"_code),
        PROVOST_SLOT(resources, "id(bookings.resource)", "record.missing"_code),
        PROVOST_SLOT(notice, "key(request.notice)"),
    }));
}();

void send_confirmation(const SendConfirmation& request, const SendConfirmationFacts& facts, Context& context,
                       Decision& decision);

}  // namespace provost::resources

// resources.define_resource: what a resource is, and which of its bookings no longer fit.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/resources/booking.hpp>

namespace provost::resources {

struct DefineResourceFacts {
    Many<ResourceCategory> categories;
    One<organisation::Location> location;
    One<staffing::Tutor> tutor;
    Many<Resource> of_tutor;
    One<Resource> existing;
    One<Occupancy> occupancy;
    Many<Booking> bookings;
};

template <class Facts = DefineResourceFacts>
inline constexpr auto define_resource_fetch = [] {
    return fetch_plan<DefineResource>(std::to_array<FetchRow>({
        PROVOST_SLOT(categories, "key(request.categories)", "resource-category.unknown"_code),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(tutor, "login(request.tutor)", "tutor.unknown"_code),
        PROVOST_SLOT(of_tutor, "tutor(tutor.id)"),
        PROVOST_SLOT(existing, "key(request.resource)"),
        PROVOST_SLOT(occupancy, "resource(existing.id)", "record.missing"_code),
        PROVOST_SLOT(bookings, "resource(existing.id)"),
    }));
}();

void define_resource(const DefineResource& request, const DefineResourceFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::resources

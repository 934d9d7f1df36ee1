// resources.book, resources.book_series.
#pragma once

#include "resources/judge.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

struct BookFacts {
    One<catalogue::Course> course;
    One<Resource> resource;
    PlannedFacts planned;
    One<Occupancy> occupancy;
    One<organisation::Location> at;  // where the resource is
};

template <class Request, class Facts = BookFacts>
inline constexpr auto book_fetch = [] {
    return fetch_plan<Request>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(resource, "key(request.resource)", "resource.unknown"_code,
                                      when<Resource, is_there>),
                     }),
                     PROVOST_PART(planned, planned_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(occupancy, "resource(resource.id)", "record.missing"_code),
                         PROVOST_SLOT(at, "id(resource.location)", "record.missing"_code),
                     })));
}();

void book(const BookResource& request, const BookFacts& facts, Context& context, Decision& decision);
void book_series(const BookSeries& request, const BookFacts& facts, Context& context, Decision& decision);

/// prebooked or booked, as asked; absent: booked. Refuses another one, and answers nothing. [IMC-RES-12]
[[nodiscard]] std::optional<BookingState> wanted_state(const std::optional<BookingState>& asked, BookingState absent,
                                                       Decision& decision);

}  // namespace provost::resources

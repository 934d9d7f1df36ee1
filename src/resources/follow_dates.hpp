// resources.follow_course: what is linked to the dates of a course or of its events follows them; and what else a change
// of a course means for its bookings. Asked after whatever changes these (see follows_from).
#pragma once

#include "resources/judge.hpp"

#include <provost/resources/planning.hpp>

namespace provost::resources {

struct FollowDatesFacts {
    One<catalogue::Course> course;
    PlannedFacts planned;
    Many<Booking> bookings;
    Many<Resource> resources;
    Many<Occupancy> occupancies;
    Many<Occupancy> of_added;  // nothing is booked meanwhile by what the course was before
};

template <class Facts = FollowDatesFacts>
inline constexpr auto follow_dates_fetch = [] {
    return fetch_plan<FollowDates>(detail::join(
        std::to_array<FetchRow>({PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                              when<catalogue::Course, catalogue::is_there>)}),
        PROVOST_PART(planned, planned_rows),
        std::to_array<FetchRow>({
            PROVOST_SLOT(bookings, "course(course.id)"),
            PROVOST_SLOT(resources, "id(bookings.resource)", "record.missing"_code),
            PROVOST_SLOT(occupancies, "resource(bookings.resource)", "record.missing"_code),
            PROVOST_SLOT(of_added, "resource(course.resources.resource)", "record.missing"_code),
        })));
}();

void follow_dates(const FollowDates& request, const FollowDatesFacts& facts, Context& context, Decision& decision);

/// A course for whose bookings a change of a record may mean something; 0: for none. Whether the course needs resources
/// at all is asked besides. [IMC-RES-10]
[[nodiscard]] std::int64_t follows_from(const Record& before, const Record& after);

/// Whether a course may show the tab of resources that was hidden: what is booked stands in its list again then.
/// [IMC-RES-08]
[[nodiscard]] bool shows_again(const catalogue::Course& before, const catalogue::Course& after);

/// A booking that wants to move, and where to; why it can not when that is certain before.
struct Move {
    Booking booking;
    Span to{};
    Code refused{};
};
/// Moves of one resource, all together: one that would be in the way of another keeps its dates, and whoever it is then
/// in the way of, too. What stays has its reason. The diary holds the others as well, and afterwards what moved.
/// [IMC-RES-10]
void move_together(std::vector<Move>& moves, const std::vector<catalogue::AddedResource>& list, Diary& diary);

}  // namespace provost::resources

// Where a resource is while it is booked, and what of a course's bookings is left to a person. Values only.
#pragma once

#include "resources/judge.hpp"

namespace provost::resources {

/// A course with its bookings, and the resources of these.
struct CoursePlan {
    const catalogue::Course& course;
    const One<catalogue::Syllabus>& syllabus;
    const Zone* zone;  // of the course's location; null: unknown, so that no date is compared
    std::vector<const Booking*> bookings;
    std::map<std::int64_t, const Resource*> resources;

    [[nodiscard]] bool is_location(const Booking& booking) const {
        return resources.at(booking.resource.value)->kind == ResourceKind::location;
    }
};

/// Where a booked resource is: where somebody has assigned it, or the only location that is booked with it; open when
/// there are several. Of several, one that is booked for the same event is meant. [IMC-RES-13]
struct Whereabouts {
    Code how{};
    Id<Resource> location{};
};
[[nodiscard]] Whereabouts whereabouts_of(const Booking& booking, const CoursePlan& plan);

/// What is left to a person: a line each, for bookings that hold a resource and are not over. Computed, kept nowhere.
/// [IMC-RES-10, IMC-RES-13]
[[nodiscard]] std::vector<ReportLine> open_tasks_of(const CoursePlan& plan, Instant now);

}  // namespace provost::resources

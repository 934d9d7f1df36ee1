// Where resources are, and what is left to a person.
#include "resources/whereabouts.hpp"

#include <set>

namespace provost::resources {

namespace {

// Locations that are booked for the course while the other resource is.
std::set<std::int64_t> locations_with(const Booking& booking, const CoursePlan& plan, bool same_event) {
    std::set<std::int64_t> found;
    for (const Booking* other : plan.bookings) {
        const bool counts = other->state == BookingState::booked && plan.is_location(*other) &&
                            span_of(*other).overlaps(span_of(booking)) &&
                            (!same_event || other->component == booking.component);
        if (counts) found.insert(other->resource.value);
    }
    return found;
}

// Why a booking that is linked stands elsewhere than what it follows; empty: it does not.
Code apart(const Booking& booking, const CoursePlan& plan) {
    if (booking.linked_to == LinkedTo::none || plan.zone == nullptr) return {};
    const auto event = booking.linked_to == LinkedTo::event ? std::string_view(booking.component) : std::string_view();
    const Period period = period_of(plan.course, plan.syllabus, event, *plan.zone);
    return period.none || period.span != span_of(booking) ? "booking.could-not-follow"_code : Code{};
}

bool is_outside(const Booking& booking, const CoursePlan& plan) {
    const auto* entry = entry_of(plan.course.assignments.resources, booking.resource, booking.component);
    if (entry == nullptr || entry->windows.empty()) return false;
    return std::ranges::none_of(entry->windows, [&](const catalogue::PlannedWindow& window) {
        return span_of(booking).lies_in(span_of(window));
    });
}

std::vector<Code> left_of(const Booking& booking, const CoursePlan& plan) {
    const Resource& resource = *plan.resources.at(booking.resource.value);
    std::vector<Code> left;
    const auto add = [&](bool is_so, Code code) {
        if (is_so) left.push_back(code);
    };
    add(plan.course.planning_status() == catalogue::PlanningStatus::cancelled, "booking.course-off"_code);
    const bool gone = !booking.component.empty() && component_of(plan.syllabus, booking.component) == nullptr;
    add(gone, "booking.event-gone"_code);
    add(!gone && apart(booking, plan), "booking.could-not-follow"_code);
    add(resource.removed, "resource.out-of-use"_code);
    add(!can_be_had(resource.calendar, span_of(booking)), "booking.not-available"_code);
    add(is_outside(booking, plan), "booking.outside-window"_code);
    const auto& list = plan.course.assignments.resources;
    add(entry_of(list, booking.resource, booking.component) == nullptr, "resource.not-added"_code);
    add(whereabouts_of(booking, plan).how == "location.open"_code, "location.open"_code);
    return left;
}

}  // namespace

// IMC-RES-13
Whereabouts whereabouts_of(const Booking& booking, const CoursePlan& plan) {
    if (plan.is_location(booking)) return {};
    const auto* entry = entry_of(plan.course.assignments.resources, booking.resource, booking.component);
    if (entry != nullptr && entry->location != 0) return {"location.assigned"_code, {entry->location}};
    auto found = locations_with(booking, plan, false);
    if (found.size() > 1 && !booking.component.empty()) {
        const auto same_event = locations_with(booking, plan, true);
        if (same_event.size() == 1) found = same_event;
    }
    if (found.empty()) return {"location.none"_code, {}};
    if (found.size() > 1) return {"location.open"_code, {}};
    return {"location.only"_code, {*found.begin()}};
}

std::vector<ReportLine> open_tasks_of(const CoursePlan& plan, Instant now) {
    std::vector<ReportLine> lines;
    for (const Booking* booking : plan.bookings) {
        if (!is_live(*booking) || booking->ends_at <= now) continue;
        const Resource& resource = *plan.resources.at(booking->resource.value);
        for (const Code code : left_of(*booking, plan)) {
            lines.push_back(line_of(std::to_string(booking->id.value), "open_tasks", Fate::open, code,
                                    view_of(*booking, resource, plan.course.external_id)));
        }
    }
    return lines;
}

}  // namespace provost::resources

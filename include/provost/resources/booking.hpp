// Bookings of resources for courses, and the record that guards them.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/resources/resource.hpp>

namespace provost::resources {

/// Where a booking stands. What is only added to a course has none. Since 0.1. [IMC-RES-03, IMC-RES-08]
enum class BookingState : std::uint8_t { prebooked, booked, cancelled, removed };

/// Whose dates a booking follows for good. Since 0.1. [IMC-RES-09]
enum class LinkedTo : std::uint8_t { none, course, event };

/// To whom a booking was confirmed. Since 0.1. [IMC-RES-14]
struct Confirmation {
    std::string told;
    std::string notice;
    Instant confirmed_at{};
};

/// A resource for a course, or for an event of it, from a moment until just before another one. Since 0.1.
/// [IMC-RES-01, IMC-RES-03]
struct Booking {
    Id<Booking> id;
    std::int64_t version = 0;
    Id<Resource> resource;
    Id<catalogue::Course> course;
    std::string component;
    Instant starts_at{};
    Instant ends_at{};
    BookingState state = BookingState::prebooked;
    LinkedTo linked_to = LinkedTo::none;
    Id<Booking> series;
    std::int64_t month = 0;
    std::vector<Confirmation> confirmations;
};

/// Guards the bookings of a resource: one record per resource, which every change of a booking changes, so that of two
/// changes that did not see each other one is decided again. Since 0.1. [IMC-RES-07]
struct Occupancy {
    Id<Occupancy> id;
    std::int64_t version = 0;
    Id<Resource> resource;
    std::int64_t changes = 0;
    std::int64_t longest = 0;
};

/// Whether it holds the resource, for certain or not. Since 0.1.
[[nodiscard]] inline bool is_live(const Booking& booking) {
    return booking.state == BookingState::prebooked || booking.state == BookingState::booked;
}

}  // namespace provost::resources

template <>
struct provost::Choices<provost::resources::BookingState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "prebooked", "Wanted; others may want it, too."},
        {1, "booked", "Holds the resource."},
        {2, "cancelled", "Was booked, and is not any more; it stays visible."},
        {3, "removed", "Was prebooked, and is not any more."},
    });
};
template <>
struct provost::Choices<provost::resources::LinkedTo> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Has dates of its own."},
        {1, "course", "Follows the dates of the course."},
        {2, "event", "Follows the dates of its component."},
    });
};

PROVOST_DESCRIBE(provost::resources::Confirmation, document, "confirmation", "To whom a booking was confirmed.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(told, "Who, as the host calls them: x- and a name."),
                 PROVOST_FIELD(notice, "Key of the notice whose text they got; absent: booking.confirmation."),
                 PROVOST_FIELD(confirmed_at, "As of when."));

PROVOST_DESCRIBE(
    provost::resources::Booking, record, "booking", "A resource for a course, for a while.",
    PROVOST_INDEXES({"course", false, {"course"}}, {"resource", false, {"resource"}},
                    {"resource_month", false, {"resource", "month"}}, {"month", false, {"month"}}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(resource, "The resource."), PROVOST_FIELD(course, "The course."),
    PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course."),
    PROVOST_FIELD(starts_at, "Its first moment."),
    PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it."), PROVOST_FIELD(state, "Where it stands."),
    PROVOST_FIELD(linked_to, "Whose dates it follows."),
    PROVOST_FIELD(series, "The first booking of its series; absent: it was made alone."),
    PROVOST_FIELD(month, "Months from January of the year 0 until that of its start, in UTC: for looking up."),
    PROVOST_FIELD(confirmations, "To whom it was confirmed."));

PROVOST_DESCRIBE(provost::resources::Occupancy, record, "occupancy", "Guards the bookings of a resource.",
                 PROVOST_INDEXES({"resource", true, {"resource"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(resource, "The resource."),
                 PROVOST_FIELD(changes, "How often its bookings have changed."),
                 PROVOST_FIELD(longest, "How many months the longest of them, ever, goes beyond that of its start."));

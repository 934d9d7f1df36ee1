// What is read of resources: when they can be had, what is booked, where everything is, what feedback forms ask.
#pragma once

#include <provost/resources/booking.hpp>

namespace provost::resources {

/// A booking as reports show it, with names instead of ids. Since 0.1. [IMC-RES-06, IMC-RES-18]
struct BookingView {
    Id<Booking> booking;
    std::string resource;
    std::string course;
    std::string component;
    Instant starts_at{};
    Instant ends_at{};
    BookingState state = BookingState::prebooked;
    LinkedTo linked_to = LinkedTo::none;
    std::string location;
};

/// A time as reports show it. Since 0.1. [IMC-RES-06]
struct PeriodView {
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
};

/// The dates of a course and of its events, beside its bookings, when its resources can be had, and what else they are
/// booked for; with what is left to a person. Since 0.1. [IMC-RES-06]
struct ShowAvailability {
    Head head;
    Ref<catalogue::Course> course;
    std::vector<std::string> resources;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    Ref<Booking> after;
    std::optional<std::int64_t> limit;
};

/// Bookings of a time, in the order of their starts, a page of them. Since 0.1. [IMC-RES-06]
struct ShowBookings {
    Head head;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::vector<std::string> resources;
    Ref<catalogue::Course> course;
    std::vector<std::string> categories;
    std::vector<std::string> states;
    Ref<Booking> after;
    std::optional<std::int64_t> limit;
};

/// Which resource is at which location, when; with those of which that is not known. Since 0.1. [IMC-RES-18]
struct ShowFloorPlan {
    Head head;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    Ref<Resource> location;
    std::vector<std::string> categories;
    bool only_open = false;
    Ref<Booking> after;
    std::optional<std::int64_t> limit;
};

/// Which questions about resources the feedback forms of a course have besides their own. Since 0.1. [IMC-RES-15]
struct FeedbackQuestions {
    Head head;
    Ref<catalogue::Course> course;
};

}  // namespace provost::resources

PROVOST_DESCRIBE(provost::resources::BookingView, document, "booking_view", "A booking with names.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(booking, "Id of the booking."), PROVOST_FIELD(resource, "Key of the resource."),
                 PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(component, "Key of the component whose event it is for."),
                 PROVOST_FIELD(starts_at, "Its first moment."),
                 PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it."),
                 PROVOST_FIELD(state, "Where it stands."), PROVOST_FIELD(linked_to, "Whose dates it follows."),
                 PROVOST_FIELD(location, "Key of the resource that is its location, where that is asked."));

PROVOST_DESCRIBE(provost::resources::PeriodView, document, "period_view", "A time.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(starts_at, "Its first moment."),
                 PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it."));

PROVOST_REQUEST(provost::resources::ShowAvailability, "show_availability",
                "Shows when the resources of a course can be had, and what they are booked for.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(resources, "Keys of resources; absent: those of the course.").at_most(100),
                PROVOST_FIELD(starts_at, "From when; absent: the first date of the course and its events."),
                PROVOST_FIELD(ends_at, "Until just before when; absent: their last date."),
                PROVOST_FIELD(after, "Id of the last booking of the page before."),
                PROVOST_FIELD(limit, "At most so many bookings; absent: 1000.").between(1, 10'000, "value.out-of-range"));

PROVOST_REQUEST(provost::resources::ShowBookings, "show_bookings", "Shows the bookings of a time.",
                PROVOST_FIELD(starts_at, "From when.").required(),
                PROVOST_FIELD(ends_at, "Until just before when; at most 400 days later.").required(),
                PROVOST_FIELD(resources, "Keys of resources; absent: all.").at_most(100),
                PROVOST_FIELD(course, "External id of a course; absent: all."),
                PROVOST_FIELD(categories, "Keys of categories of resources; absent: all.").at_most(50),
                PROVOST_FIELD(states, "States; absent: prebooked, booked, cancelled.").at_most(4),
                PROVOST_FIELD(after, "Id of the last booking of the page before."),
                PROVOST_FIELD(limit, "At most so many; absent: 1000.").between(1, 10'000, "value.out-of-range"));

PROVOST_REQUEST(provost::resources::ShowFloorPlan, "show_floor_plan", "Shows which resource is where, when.",
                PROVOST_FIELD(starts_at, "From when.").required(),
                PROVOST_FIELD(ends_at, "Until just before when; at most 400 days later.").required(),
                PROVOST_FIELD(location, "Key of the resource that is the location; absent: all."),
                PROVOST_FIELD(categories, "Keys of categories of resources; absent: all.").at_most(50),
                PROVOST_FIELD(only_open, "Only those of which it is not known where they are."),
                PROVOST_FIELD(after, "Id of the last booking of the page before."),
                PROVOST_FIELD(limit, "At most so many; absent: 1000.").between(1, 10'000, "value.out-of-range"));

PROVOST_REQUEST(provost::resources::FeedbackQuestions, "resource_questions",
                "Lists the questions about resources that the feedback forms of a course have.",
                PROVOST_FIELD(course, "External id of the course.").required());

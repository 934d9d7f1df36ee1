// What courses need of resources: added first, then booked, once or in series, by hand or by the dates of the course.
#pragma once

#include <provost/resources/booking.hpp>

namespace provost::resources {

/// Adds a resource to a course or a template, or says anew for which times it is planned there. Since 0.1.
/// [IMC-RES-01, IMC-RES-03, IMC-RES-04]
struct AddResource {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<Resource> resource;
    std::string component;
    std::vector<catalogue::PlannedWindow> windows;
    std::optional<bool> feedback_question;
    std::vector<std::string> clear;
};

/// Takes a resource from a course or a template: one that is booked or prebooked stays. Since 0.1. [IMC-RES-08]
struct RemoveResource {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<Resource> resource;
    std::string component;
};

/// Assigns a resource of a course to one of its locations, or to none: then to the one that is booked with it. Since
/// 0.1. [IMC-RES-13]
struct AssignLocation {
    Head head;
    Ref<catalogue::Course> course;
    Ref<Resource> resource;
    std::string component;
    Ref<Resource> location;
};

/// Books, or prebooks, a resource of a course. Since 0.1. [IMC-RES-03, IMC-RES-12]
struct BookResource {
    Head head;
    Ref<catalogue::Course> course;
    Ref<Resource> resource;
    std::string component;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::optional<BookingState> state;
};

/// By what a series repeats. Since 0.1. [IMC-RES-05]
enum class Frequency : std::uint8_t { daily, weekly, monthly };

/// Which days a series has: a part of RFC 5545, by local times. Since 0.1. [IMC-RES-05]
struct Recurrence {
    Frequency frequency = Frequency::daily;
    std::optional<std::int64_t> interval;
    std::vector<std::string> by_day;
    std::optional<std::int64_t> count;
    std::optional<Day> until;
};

/// Books a resource of a course again and again, at the same local times. Each occurrence has a result of its own.
/// Since 0.1. [IMC-RES-05, IMC-RES-12]
struct BookSeries {
    Head head;
    Ref<catalogue::Course> course;
    Ref<Resource> resource;
    std::string component;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::optional<BookingState> state;
    Recurrence recurrence;
    std::string zone;
    bool all_or_none = false;
};

/// Changes the time of a booking, or books what was prebooked. Since 0.1. [IMC-RES-17]
struct ChangeBooking {
    Head head;
    Ref<Booking> booking;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::optional<BookingState> state;
};

/// Cancels what was booked; it stays visible. Since 0.1. [IMC-RES-08]
struct CancelBooking {
    Head head;
    Ref<Booking> booking;
    bool following = false;
};

/// Removes what was prebooked. Since 0.1. [IMC-RES-08]
struct RemoveBooking {
    Head head;
    Ref<Booking> booking;
    bool following = false;
};

/// Books resources of a course by its own dates or by those of an event, once or linked for good. Each resource has a
/// result of its own. Since 0.1. [IMC-RES-09, IMC-RES-12]
struct TransferDates {
    Head head;
    Ref<catalogue::Course> course;
    std::string component;
    std::vector<std::string> resources;
    std::optional<BookingState> state;
    bool linked = false;
};

/// Books further resources of a course at the times at which one is booked. Each booking has a result of its own. Since
/// 0.1. [IMC-RES-11, IMC-RES-12]
struct TransferSchedules {
    Head head;
    Ref<catalogue::Course> course;
    std::string component;
    Ref<Resource> source;
    std::vector<std::string> targets;
    std::vector<std::int64_t> bookings;
    std::optional<BookingState> state;
};

/// Moves what is linked to the dates of a course and of its events, as far as it can be; the rest keeps its dates and
/// is told. Follows whatever changes these. Since 0.1. [IMC-RES-10]
struct FollowDates {
    Head head;
    Ref<catalogue::Course> course;
};

/// Has bookings confirmed to third parties. Since 0.1. [IMC-RES-14]
struct SendConfirmation {
    Head head;
    std::vector<std::int64_t> bookings;
    std::vector<std::string> to;
    std::string notice;
};

}  // namespace provost::resources

template <>
struct provost::Choices<provost::resources::Frequency> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "daily", "Every so many days."},
        {1, "weekly", "Every so many weeks, which begin on Monday."},
        {2, "monthly", "Every so many months."},
    });
};

PROVOST_REQUEST(provost::resources::AddResource, "add_resource", "Adds a resource to a course or a template.",
                PROVOST_FIELD(course, "External id of the course; absent: for a template."),
                PROVOST_FIELD(course_template, "External id of the template."),
                PROVOST_FIELD(resource, "Key of the resource.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course.")
                    .at_most(40),
                PROVOST_FIELD(windows, "Times for which it is planned; absent: as before.").at_most(100),
                PROVOST_FIELD(feedback_question, "Whether the feedback forms of the course ask about it."),
                PROVOST_FIELD(clear, "Members that shall have no value: windows, feedback_question.").at_most(10));

PROVOST_REQUEST(provost::resources::RemoveResource, "remove_resource", "Takes a resource from a course or a template.",
                PROVOST_FIELD(course, "External id of the course; absent: from a template."),
                PROVOST_FIELD(course_template, "External id of the template."),
                PROVOST_FIELD(resource, "Key of the resource.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it was for; absent: for the whole course.")
                    .at_most(40));

PROVOST_REQUEST(provost::resources::AssignLocation, "assign_location", "Assigns a resource of a course to a location.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(resource, "Key of the resource.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course.")
                    .at_most(40),
                PROVOST_FIELD(location, "Key of the resource that is the location; absent: none is said."));

PROVOST_REQUEST(provost::resources::BookResource, "book_resource", "Books a resource of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(resource, "Key of the resource.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course.")
                    .at_most(40),
                PROVOST_FIELD(starts_at, "Its first moment.").required(),
                PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it.").required(),
                PROVOST_FIELD(state, "prebooked or booked; absent: booked."));

PROVOST_DESCRIBE(provost::resources::Recurrence, document, "recurrence", "Which days a series has.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(frequency, "By what it repeats."),
                 PROVOST_FIELD(interval, "Every how many days, weeks or months; absent: 1.")
                     .between(1, 1'000, "value.out-of-range"),
                 PROVOST_FIELD(by_day,
                               "Days of the week, MO to SU; monthly also with a number: 2TU the second Tuesday, -1FR "
                               "the last Friday. Absent: the day of the first one.")
                     .at_most(20),
                 PROVOST_FIELD(count, "How many there are.").between(1, 366, "value.out-of-range"),
                 PROVOST_FIELD(until, "The last day on which one may begin. One of the two is needed."));

PROVOST_REQUEST(provost::resources::BookSeries, "book_series", "Books a resource of a course again and again.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(resource, "Key of the resource.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course.")
                    .at_most(40),
                PROVOST_FIELD(starts_at, "First moment of the first one.").required(),
                PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it.").required(),
                PROVOST_FIELD(state, "prebooked or booked; absent: booked."),
                PROVOST_FIELD(recurrence, "Which days it has."),
                PROVOST_FIELD(zone,
                              "IANA name of the time zone of its local times; absent: that of the resource's location, "
                              "or of the course's.")
                    .at_most(64),
                PROVOST_FIELD(all_or_none, "Whether nothing is booked when one can not be; absent: the others are."));

PROVOST_REQUEST(provost::resources::ChangeBooking, "change_booking", "Changes the time or the state of a booking.",
                PROVOST_FIELD(booking, "Id of the booking.").required(),
                PROVOST_FIELD(starts_at, "Its first moment; absent: as it is."),
                PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it; absent: as it is."),
                PROVOST_FIELD(state, "booked, for what is prebooked; absent: as it is."));

PROVOST_REQUEST(provost::resources::CancelBooking, "cancel_booking", "Cancels what was booked.",
                PROVOST_FIELD(booking, "Id of the booking.").required(),
                PROVOST_FIELD(following, "With all that are booked later in its series."));

PROVOST_REQUEST(provost::resources::RemoveBooking, "remove_booking", "Removes what was prebooked.",
                PROVOST_FIELD(booking, "Id of the booking.").required(),
                PROVOST_FIELD(following, "With all that are prebooked later in its series."));

PROVOST_REQUEST(provost::resources::TransferDates, "transfer_dates",
                "Books resources by the dates of their course or of an event.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(component, "Key of the component whose dates are meant; absent: those of the course.")
                    .at_most(40),
                PROVOST_FIELD(resources, "Keys of the resources.").required().at_most(100),
                PROVOST_FIELD(state, "prebooked or booked; absent: booked."),
                PROVOST_FIELD(linked, "Whether the bookings follow these dates from now on."));

PROVOST_REQUEST(provost::resources::TransferSchedules, "transfer_schedules",
                "Books further resources at the times of another one.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course.")
                    .at_most(40),
                PROVOST_FIELD(source, "Key of the resource that is booked.").required(),
                PROVOST_FIELD(targets, "Keys of the resources that shall be.").required().at_most(20),
                PROVOST_FIELD(bookings, "Ids of the bookings that are meant; absent: all of the source that hold it.")
                    .at_most(50),
                PROVOST_FIELD(state, "prebooked or booked; absent: as that of the source."));

PROVOST_REQUEST(provost::resources::FollowDates, "follow_resource_dates",
                "Moves bookings that are linked to the dates of a course.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::resources::SendConfirmation, "send_confirmation", "Has bookings confirmed to third parties.",
                PROVOST_FIELD(bookings, "Ids of the bookings.").required().at_most(100),
                PROVOST_FIELD(to, "Third parties, as the host calls them: x- and a name.").required().at_most(20),
                PROVOST_FIELD(notice, "Key of the notice whose text they get; absent: booking.confirmation.").at_most(60));

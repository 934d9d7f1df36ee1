// Verbs of resources: what they are, what courses need of them, bookings, views.
#include "resources/added.hpp"
#include "resources/book.hpp"
#include "resources/change_booking.hpp"
#include "resources/confirm.hpp"
#include "resources/define_resource.hpp"
#include "resources/feedback.hpp"
#include "resources/follow_dates.hpp"
#include "resources/transfer.hpp"
#include "resources/views.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;
using namespace resources;

// clang-format off
constexpr auto resources_verbs = std::to_array<Verb>({
    master<ResourceCategory>("resources.define_category", Right::organise),
    verb<define_resource>("resources.define_resource", Right::organise, define_resource_fetch<>, 2),
    verb<add_resource>("resources.add", Right::edit_courses, add_fetch<AddResource>, 5)
        .on({{"course", edit}, {"course_template", edit}, {"person", assign}}),
    verb<remove_resource>("resources.remove", Right::edit_courses, add_fetch<RemoveResource>, 5)
        .on({{"course", edit}, {"course_template", edit}}),
    verb<assign_location>("resources.assign_location", Right::edit_courses, assign_location_fetch<>, 0)
        .on({{"course", edit}}),
    verb<book>("resources.book", Right::edit_courses, book_fetch<BookResource>, 1)
        .on({{"course", edit}}),
    verb<book_series>("resources.book_series", Right::edit_courses, book_fetch<BookSeries>, 366)
        .on({{"course", edit}}),
    verb<change_booking>("resources.change_booking", Right::edit_courses, change_booking_fetch<ChangeBooking>, 0)
        .on({{"course", edit}}),
    verb<cancel_booking>("resources.cancel_booking", Right::edit_courses, change_booking_fetch<CancelBooking>, 0)
        .on({{"course", edit}}),
    verb<remove_booking>("resources.remove_booking", Right::edit_courses, change_booking_fetch<RemoveBooking>, 0)
        .on({{"course", edit}}),
    verb<transfer_dates>("resources.transfer_dates", Right::edit_courses, transfer_dates_fetch<>, 100)
        .on({{"course", edit}}),
    verb<transfer_schedules>("resources.transfer_schedules", Right::edit_courses, transfer_schedules_fetch<>, 1000)
        .on({{"course", edit}}),
    verb<follow_dates>("resources.follow_course", Right::edit_courses, follow_dates_fetch<>, 0)
        .on({{"course", edit}}),
    verb<send_confirmation>("resources.send_confirmation", Right::edit_courses, send_confirmation_fetch<>, 0)
        .on({{"courses", notifications}}),
    verb<show_availability>("resources.show_availability", Right::none, show_availability_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<show_bookings>("resources.show_bookings", Right::none, show_bookings_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<show_floor_plan>("resources.show_floor_plan", Right::none, show_floor_plan_fetch<>, 0)
        .finding_objects(),
    verb<feedback_questions>("resources.resource_questions", Right::none, feedback_questions_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_resources() { return resources_verbs; }

}  // namespace provost::verbs

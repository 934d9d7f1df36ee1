// Whether a resource can be booked as it is wanted, and how that is told. The one place that says so, whatever books.
#pragma once

#include "resources/diary.hpp"
#include "resources/planned.hpp"

#include <provost/resources/views.hpp>

namespace provost::resources {

/// Why a booking can not be as it is wanted, or what somebody should know; with the bookings that it meets.
struct Judgement {
    Code refused{};  // empty: it can be
    Code warned{};   // empty: there is nothing to know
    std::vector<Parameter> parameters{};
    std::vector<const Booking*> rivals{};
};

/// The time lies in a window for which the resource is planned, in its calendar, and leaves room for what is booked.
/// [IMC-RES-04, IMC-RES-07]
[[nodiscard]] Judgement judge(const Booking& wanted, const catalogue::AddedResource& entry, const Diary& diary);

/// What the diary must know of for that.
void look_at(const Booking& wanted, const catalogue::AddedResource& entry, std::vector<Span>& spans);

/// The reason with both bookings: what was wanted, and what it meets, by their courses. Nothing while these are not
/// known yet.
[[nodiscard]] std::optional<Reason> told(const Judgement& judgement, const Booking& wanted, const Resource& resource,
                                         const Context& context);

/// External id of a course; nothing while it is not known yet.
[[nodiscard]] std::optional<std::string> name_of(Id<catalogue::Course> course, const Context& context);

[[nodiscard]] BookingView view_of(const Booking& booking, const Resource& resource, std::string course);
/// A line that shows a booking.
[[nodiscard]] ReportLine line_of(std::string item, std::string group, Fate fate, Code code, const BookingView& view);

}  // namespace provost::resources

// Looking up bookings for views.
#include "resources/reader.hpp"

#include "catalogue/staff.hpp"

#include <set>
#include <tuple>

namespace provost::resources {

namespace {

constexpr std::int64_t most_days = 400;

auto place_of(const Booking& booking) { return std::tuple(booking.starts_at, booking.id.value); }

}  // namespace

bool may_show(const Span& span, Decision& decision) {
    if (span.empty()) {
        decision.refuse("booking.empty-period"_code, {{"field", "ends_at"}});
    } else if (span.ends_at - span.starts_at > std::chrono::days{most_days}) {
        decision.refuse("view.too-long"_code, {{"limit", std::to_string(most_days)}});
    }
    return !decision.refused();
}

bool Reader::sees(Id<catalogue::Course> id) {
    const auto* of = course(id);
    const auto seen = of == nullptr ? std::optional(false) : catalogue::is_seen(*of, context_);
    known_ = known_ && seen;
    return seen.value_or(false);
}

void Reader::read(const Span& span, const Resource* resource, std::vector<const Booking*>& found) {
    const int index = find_index(type_of<Booking>(), resource != nullptr ? "resource_month" : "month");
    // A booking never begins longer ago than the longest that may be made.
    for (auto m = month_of(span.starts_at) - most_months; m <= month_of(span.ends_at); ++m) {
        KeyParts parts;
        if (resource != nullptr) parts.push_back({resource->id.value, {}, false});
        parts.push_back({m, {}, false});
        const auto bookings = context_.find<Booking>(index, parts);
        known_ = known_ && bookings;
        if (!bookings) continue;
        for (const Booking& booking : *bookings) found.push_back(&booking);
    }
}

void Reader::read(Id<catalogue::Course> course, std::vector<const Booking*>& found) {
    const auto bookings =
        context_.find<Booking>(find_index(type_of<Booking>(), "course"), {{course.value, {}, false}});
    known_ = known_ && bookings;
    if (!bookings) return;
    for (const Booking& booking : *bookings) found.push_back(&booking);
}

std::optional<Whereabouts> Reader::whereabouts(const Booking& booking) {
    const auto* of_course = course(booking.course);
    if (of_course == nullptr) return std::nullopt;
    static const One<catalogue::Syllabus> no_syllabus;
    CoursePlan plan{*of_course, no_syllabus, nullptr, {}, {}};
    read(booking.course, plan.bookings);
    bool known = !plan.bookings.empty();
    for (const Booking* each : plan.bookings) {
        const auto* its = resource(each->resource);
        known = known && its != nullptr;
        plan.resources.emplace(each->resource.value, its);
    }
    return known ? std::optional(whereabouts_of(booking, plan)) : std::nullopt;
}

void turn_page(std::vector<const Booking*>& bookings, const One<Booking>& after,
               const std::optional<std::int64_t>& limit) {
    std::ranges::sort(bookings, {}, [](const Booking* each) { return place_of(*each); });
    if (after) std::erase_if(bookings, [&](const Booking* each) { return place_of(*each) <= place_of(*after); });
    constexpr std::int64_t usual = 1000;
    const auto most = static_cast<std::size_t>(limit.value_or(usual));
    if (bookings.size() > most) bookings.resize(most);
}

}  // namespace provost::resources

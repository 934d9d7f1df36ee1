// The bookings of one resource.
#include "resources/diary.hpp"

#include <provost/describe/compare.hpp>

#include <set>

namespace provost::resources {

namespace {

// Of those that hold the resource at the first moment at which so many do.
std::vector<const Booking*> too_many(const std::vector<const Booking*>& others, const Span& in, std::size_t count) {
    std::vector<Span> spans;
    spans.reserve(others.size());
    for (const Booking* other : others) spans.push_back(span_of(*other));
    const auto moment = first_with(spans, in, count);
    std::vector<const Booking*> held;
    if (!moment) return held;
    for (const Booking* other : others) {
        if (span_of(*other).holds(*moment)) held.push_back(other);
    }
    return held;
}

}  // namespace

std::int64_t month_of(Instant moment) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(moment)};
    return std::int64_t{static_cast<int>(day.year())} * 12 + static_cast<unsigned>(day.month()) - 1;
}

std::int64_t months_beyond(const Span& span) {
    return month_of(span.ends_at - std::chrono::milliseconds{1}) - month_of(span.starts_at);
}

std::optional<Diary> Diary::open(const Resource& resource, const Occupancy& occupancy, std::span<const Span> spans,
                                 const Context& context) {
    std::set<std::int64_t> months;
    for (const Span& span : spans) {
        if (span.empty() || months_beyond(span) > most_months) continue;
        const auto last = month_of(span.ends_at - std::chrono::milliseconds{1});
        for (auto m = month_of(span.starts_at) - occupancy.longest; m <= last; ++m) months.insert(m);
    }
    Diary diary(resource, occupancy);
    const int index = find_index(type_of<Booking>(), "resource_month");
    bool known = true;
    for (const auto month : months) {
        const auto found = context.find<Booking>(index, {{resource.id.value, {}, false}, {month, {}, false}});
        known = known && found;
        if (!found) continue;
        for (const Booking& booking : *found) diary.learn(booking);
    }
    return known ? std::optional(std::move(diary)) : std::nullopt;
}

std::vector<const Booking*> Diary::overlapping(const Booking& wanted, bool only_booked) const {
    std::vector<const Booking*> others;
    for (const auto& [id, other] : bookings_) {
        const bool counts = only_booked ? other.state == BookingState::booked : is_live(other);
        if (counts && id != wanted.id.value && span_of(other).overlaps(span_of(wanted))) others.push_back(&other);
    }
    return others;
}

// IMC-RES-07: two that touch do not overlap; where there is room for several, their number at one moment counts.
Diary::Rivals Diary::rivals_of(const Booking& wanted) const {
    const auto room = static_cast<std::size_t>(resource_->capacity);
    Rivals rivals;
    rivals.booked = too_many(overlapping(wanted, true), span_of(wanted), room);
    rivals.all = too_many(overlapping(wanted, false), span_of(wanted), room);
    return rivals;
}

std::chrono::milliseconds Diary::held_in(const Span& window, const Booking& besides) const {
    std::chrono::milliseconds held{0};
    for (const auto& [id, other] : bookings_) {
        const bool same = other.course == besides.course && other.component == besides.component;
        if (!same || !is_live(other) || id == besides.id.value || !span_of(other).overlaps(window)) continue;
        held += std::min(other.ends_at, window.ends_at) - std::max(other.starts_at, window.starts_at);
    }
    return held;
}

void Diary::put(Booking booking) {
    booking.month = month_of(booking.starts_at);
    const auto before = bookings_.find(booking.id.value);
    if (before != bookings_.end() && same_content(type_of<Booking>(), &before->second, &booking)) return;
    occupancy_.longest = std::max(occupancy_.longest, months_beyond(span_of(booking)));
    if (std::ranges::find(changed_, booking.id.value) == changed_.end()) changed_.push_back(booking.id.value);
    bookings_.insert_or_assign(booking.id.value, std::move(booking));
}

void Diary::write(Decision& decision) const {
    if (changed_.empty()) return;
    for (const auto id : changed_) decision.put(bookings_.at(id));
    Occupancy occupancy = occupancy_;
    ++occupancy.changes;
    decision.put(occupancy);
}

}  // namespace provost::resources

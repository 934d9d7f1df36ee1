// The bookings of one resource, as far as a decision looks at them, and what it changes of them. They are found by the
// months in which they begin; the guard of the resource says how far back a long one may have begun.
#pragma once

#include "plan/decision.hpp"
#include "resources/spans.hpp"

#include <provost/resources/booking.hpp>

#include <map>

namespace provost::resources {

/// Months that a booking may go beyond that of its start.
inline constexpr std::int64_t most_months = 60;

/// Months from January of the year 0, in UTC.
[[nodiscard]] std::int64_t month_of(Instant moment);
/// How many months a span goes beyond that of its start.
[[nodiscard]] std::int64_t months_beyond(const Span& span);

class Diary {
public:
    /// The diary with everything that overlaps one of these spans; nothing while that is not known yet: decide nothing
    /// then.
    [[nodiscard]] static std::optional<Diary> open(const Resource& resource, const Occupancy& occupancy,
                                                   std::span<const Span> spans, const Context& context);
    /// The same from values that are at hand.
    Diary(const Resource& resource, const Occupancy& occupancy) : resource_(&resource), occupancy_(occupancy) {}
    void learn(const Booking& booking) { bookings_.insert_or_assign(booking.id.value, booking); }

    [[nodiscard]] const Resource& resource() const { return *resource_; }

    /// What a booking meets: others that are booked and leave no room for it, and all that there would be too many of
    /// if those that are prebooked were booked. [IMC-RES-07]
    struct Rivals {
        std::vector<const Booking*> booked, all;
    };
    [[nodiscard]] Rivals rivals_of(const Booking& wanted) const;
    /// How long the other bookings of its course and component hold the resource within a window. [IMC-RES-04]
    [[nodiscard]] std::chrono::milliseconds held_in(const Span& window, const Booking& besides) const;

    /// A booking as it shall be.
    void put(Booking booking);
    /// What `put` has changed, with the guard, which changes with any of it. [IMC-RES-07]
    void write(Decision& decision) const;

private:
    [[nodiscard]] std::vector<const Booking*> overlapping(const Booking& wanted, bool only_booked) const;

    const Resource* resource_;
    Occupancy occupancy_;
    std::map<std::int64_t, Booking> bookings_;
    std::vector<std::int64_t> changed_;
};

}  // namespace provost::resources

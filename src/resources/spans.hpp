// Times from one moment until just before another, and what a calendar says of them. Values only: no record is looked
// up here.
#pragma once

#include <provost/resources/resource.hpp>

#include <span>
#include <vector>

namespace provost::resources {

/// From its start until just before its end: two of which one ends when the other starts do not overlap. [IMC-RES-06]
struct Span {
    Instant starts_at{};
    Instant ends_at{};

    [[nodiscard]] bool empty() const { return ends_at <= starts_at; }
    [[nodiscard]] bool holds(Instant moment) const { return starts_at <= moment && moment < ends_at; }
    [[nodiscard]] bool overlaps(const Span& other) const {
        return starts_at < other.ends_at && other.starts_at < ends_at;
    }
    [[nodiscard]] bool lies_in(const Span& other) const {
        return other.starts_at <= starts_at && ends_at <= other.ends_at;
    }
    friend bool operator==(const Span&, const Span&) = default;
};

template <class Timed>
[[nodiscard]] Span span_of(const Timed& timed) {
    return {timed.starts_at, timed.ends_at};
}

/// The first moment of `in` at which at least so many of the spans hold, one or more; nothing when there is none.
[[nodiscard]] std::optional<Instant> first_with(std::span<const Span> spans, const Span& in, std::size_t count);

/// The parts of a span in which something with this calendar can be had, ascending and apart from each other: those of
/// its windows that are not closed, or all times when it names none, without the closed ones. [IMC-RES-06]
[[nodiscard]] std::vector<Span> times_to_be_had(const std::vector<AvailabilityWindow>& calendar, const Span& in);

/// Whether the whole of a span can be had. [IMC-RES-04]
[[nodiscard]] bool can_be_had(const std::vector<AvailabilityWindow>& calendar, const Span& span);

}  // namespace provost::resources

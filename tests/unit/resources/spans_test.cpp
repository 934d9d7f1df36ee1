// Times and calendars, against counting every hour.
#include "effort.hpp"
#include "resources/spans.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using provost::Instant;
using provost::resources::AvailabilityWindow;
using provost::resources::Span;

constexpr int span_hours = 20;

Instant hour_of(int number) { return Instant{std::chrono::hours{number}}; }
Span span_from(int from, int until) { return {hour_of(from), hour_of(until)}; }

class SpanDice {
public:
    explicit SpanDice(unsigned seed) : dice_(seed) {}
    int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
    Span span() {
        const int from = roll(span_hours);
        return span_from(from, from + roll(span_hours - from + 1));
    }
    AvailabilityWindow window() {
        const Span whole = span();
        AvailabilityWindow window{whole.starts_at, whole.ends_at, roll(3) == 0};
        if (window.starts_at == window.ends_at) window.ends_at = *window.ends_at + std::chrono::hours{1};
        if (roll(6) == 0) window.starts_at.reset();
        if (roll(6) == 0) window.ends_at.reset();
        return window;
    }

private:
    std::mt19937 dice_;
};

bool holds_in(const AvailabilityWindow& window, int hour) {
    return (!window.starts_at || *window.starts_at <= hour_of(hour)) &&
           (!window.ends_at || hour_of(hour) < *window.ends_at);
}

bool is_open_in(const std::vector<AvailabilityWindow>& calendar, int hour) {
    bool names_open = false, open = false;
    for (const auto& window : calendar) {
        if (window.closed && holds_in(window, hour)) return false;
        names_open = names_open || !window.closed;
        open = open || (!window.closed && holds_in(window, hour));
    }
    return open || !names_open;
}

TEST_CASE("IMC-RES-06 spans are half open: two that touch do not overlap") {
    CHECK_FALSE(span_from(1, 2).overlaps(span_from(2, 3)));
    CHECK(span_from(1, 3).overlaps(span_from(2, 4)));
    CHECK(span_from(2, 2).empty());
    CHECK(span_from(1, 3).holds(hour_of(1)));
    CHECK_FALSE(span_from(1, 3).holds(hour_of(3)));
    CHECK(span_from(1, 3).lies_in(span_from(1, 3)));
    CHECK_FALSE(span_from(0, 3).lies_in(span_from(1, 3)));
    // The same as counting hours, whatever the two.
    SpanDice dice(1);
    for (int n = provost::effort("booking-spans"); n > 0; --n) {
        const Span a = dice.span(), b = dice.span();
        bool both = false;
        for (int hour = 0; hour < span_hours; ++hour) both = both || (a.holds(hour_of(hour)) && b.holds(hour_of(hour)));
        if (!a.empty() && !b.empty()) CHECK(a.overlaps(b) == both);
    }
}

TEST_CASE("IMC-RES-07 the first moment at which so many hold is the one that counting finds") {
    SpanDice dice(7);
    int found_any = 0, found_none = 0;
    for (int n = provost::effort("booking-spans"); n > 0; --n) {
        std::vector<Span> spans;
        for (int i = dice.roll(9); i > 0; --i) spans.push_back(dice.span());
        const Span in = dice.span();
        const auto count = static_cast<std::size_t>(1 + dice.roll(3));
        std::optional<Instant> first;
        for (int hour = 0; hour < span_hours && !first; ++hour) {
            if (!in.holds(hour_of(hour))) continue;
            std::size_t held = 0;
            for (const Span& span : spans) held += span.holds(hour_of(hour)) ? 1 : 0;
            if (held >= count) first = hour_of(hour);
        }
        CHECK(provost::resources::first_with(spans, in, count) == first);
        ++(first ? found_any : found_none);
    }
    CHECK(found_any > 0);
    CHECK(found_none > 0);
}

TEST_CASE("IMC-RES-06 a calendar opens the hours that its windows open and none closes") {
    SpanDice dice(11);
    int open_hours = 0, whole = 0;
    for (int n = provost::effort("booking-spans"); n > 0; --n) {
        std::vector<AvailabilityWindow> calendar;
        for (int i = dice.roll(6); i > 0; --i) calendar.push_back(dice.window());
        const Span in = dice.span();
        const auto times = provost::resources::times_to_be_had(calendar, in);
        bool all = !in.empty();
        for (int hour = 0; hour < span_hours; ++hour) {
            const bool listed = std::ranges::any_of(times, [&](const Span& time) { return time.holds(hour_of(hour)); });
            const bool open = in.holds(hour_of(hour)) && is_open_in(calendar, hour);
            CHECK(listed == open);
            if (in.holds(hour_of(hour))) all = all && open;
            open_hours += open ? 1 : 0;
        }
        for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i - 1].ends_at < times[i].starts_at);
        CHECK(provost::resources::can_be_had(calendar, in) == all);
        whole += all ? 1 : 0;
    }
    CHECK(open_hours > 0);
    CHECK(whole > 0);
}

}  // namespace

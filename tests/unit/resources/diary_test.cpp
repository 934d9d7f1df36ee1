// What a booking meets, and bookings that move together: against counting hours.
#include "effort.hpp"
#include "resources/change_booking.hpp"
#include "resources/follow_dates.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using provost::Instant;
using provost::resources::Booking;
using provost::resources::BookingState;
using provost::resources::Diary;
using provost::resources::Move;
using provost::resources::Occupancy;
using provost::resources::Resource;
using provost::resources::Span;

constexpr int diary_hours = 12;

Instant diary_hour(int number) { return Instant{std::chrono::hours{number}}; }

// Bookings of a resource, as a list.
struct BookedWorld {
    Resource resource;
    std::vector<Booking> bookings;

    [[nodiscard]] Diary diary() const {
        Diary diary(resource, Occupancy{{1}, 1, resource.id, 0, 0});
        for (const Booking& booking : bookings) diary.learn(booking);
        return diary;
    }
    // The most that hold it in one hour of a span.
    [[nodiscard]] int most_in(const Span& span, std::int64_t besides, bool only_booked) const {
        int most = 0;
        for (int hour = 0; hour < diary_hours; ++hour) {
            if (!span.holds(diary_hour(hour))) continue;
            int held = 0;
            for (const Booking& booking : bookings) {
                const bool counts = only_booked ? booking.state == BookingState::booked : is_live(booking);
                held += counts && booking.id.value != besides && span_of(booking).holds(diary_hour(hour)) ? 1 : 0;
            }
            most = std::max(most, held);
        }
        return most;
    }
};

class BookingDice {
public:
    explicit BookingDice(unsigned seed) : dice_(seed) {}
    int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
    Booking booking(std::int64_t id, BookingState state) {
        Booking made;
        made.id = {id};
        made.resource = {1};
        made.course = {1 + roll(2)};
        const int from = roll(diary_hours - 1);
        made.starts_at = diary_hour(from);
        made.ends_at = diary_hour(from + 1 + roll(std::min(3, diary_hours - from - 1) + 1));
        made.state = state;
        return made;
    }
    BookedWorld world() {
        BookedWorld world;
        world.resource.id = {1};
        world.resource.capacity = 1 + roll(2);
        // Nothing is booked that would not have been let in.
        for (std::int64_t id = 1, most = 1 + roll(7); id <= most; ++id) {
            Booking made = booking(id, static_cast<BookingState>(roll(4)));
            const bool full = world.most_in(span_of(made), 0, true) >= world.resource.capacity;
            if (made.state != BookingState::booked || !full) world.bookings.push_back(made);
        }
        return world;
    }

private:
    std::mt19937 dice_;
};

TEST_CASE("IMC-RES-07 a booking meets others exactly when an hour of it is full") {
    BookingDice dice(3);
    int refused = 0, warned = 0;
    for (int n = provost::effort("booking-spans"); n > 0; --n) {
        const BookedWorld world = dice.world();
        const Booking wanted = dice.booking(0, BookingState::booked);
        const auto diary = world.diary();
        const auto rivals = diary.rivals_of(wanted);
        const auto room = static_cast<int>(world.resource.capacity);
        CHECK(rivals.booked.empty() == (world.most_in(span_of(wanted), 0, true) < room));
        CHECK(rivals.all.empty() == (world.most_in(span_of(wanted), 0, false) < room));
        for (const Booking* rival : rivals.booked) {
            CHECK(span_of(*rival).overlaps(span_of(wanted)));
            CHECK(rival->state == BookingState::booked);
        }
        CHECK((rivals.booked.empty() || std::ssize(rivals.booked) >= room));
        refused += rivals.booked.empty() ? 0 : 1;
        warned += rivals.booked.empty() && !rivals.all.empty() ? 1 : 0;
    }
    CHECK(refused > 0);
    CHECK(warned > 0);
}

TEST_CASE("IMC-RES-10 bookings that move together leave no hour too full, and one that moves alone moves when it can") {
    BookingDice dice(9);
    int moved = 0, stayed = 0;
    for (int n = provost::effort("booking-moves"); n > 0; --n) {
        const BookedWorld before = dice.world();
        std::vector<Move> moves;
        for (const Booking& booking : before.bookings) {
            if (!is_live(booking) || dice.roll(2) == 0) continue;
            moves.push_back({booking, span_of(dice.booking(0, BookingState::booked)), {}});
        }
        Diary diary = before.diary();
        move_together(moves, {}, diary);
        BookedWorld after = before;
        for (const Move& move : moves) {
            for (Booking& booking : after.bookings) {
                if (booking.id != move.booking.id || move.refused) continue;
                booking.starts_at = move.to.starts_at;
                booking.ends_at = move.to.ends_at;
            }
            ++(move.refused ? stayed : moved);
            CHECK((!move.refused || move.booking.state == BookingState::booked));
        }
        CHECK(after.most_in({diary_hour(0), diary_hour(diary_hours)}, 0, true) <= after.resource.capacity);
        if (moves.size() != 1) continue;
        const bool fits = moves[0].booking.state != BookingState::booked ||
                          before.most_in(moves[0].to, moves[0].booking.id.value, true) < before.resource.capacity;
        CHECK(!moves[0].refused == fits);
    }
    CHECK(moved > 0);
    CHECK(stayed > 0);
}

TEST_CASE("IMC-RES-08 the moves of a booking are a closed table") {
    using enum BookingState;
    const std::vector<std::pair<BookingState, BookingState>> legal{{prebooked, booked}, {prebooked, removed}, {booked, cancelled}};
    for (const auto from : {prebooked, booked, cancelled, removed}) {
        for (const auto to : {prebooked, booked, cancelled, removed}) {
            const bool listed = std::ranges::find(legal, std::pair(from, to)) != legal.end();
            CHECK(provost::resources::may_become(from, to) == listed);
        }
    }
}

}  // namespace

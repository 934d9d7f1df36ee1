// A race for one resource: what is booked before it, who wants it when, and what must hold then. Knows no test
// framework.
#pragma once

#include "races/checks.hpp"
#include "races/interleavings.hpp"

#include <provost/resources/booking.hpp>

namespace provost::races {

/// A time of the race's day, in hours, and what is done with it.
struct Wish {
    enum class Act : std::uint8_t {
        book,
        prebook,
        move,    ///< the booking that was made before it, of the same course, to that time
        settle,  ///< the same, prebooked, becomes booked
        cancel,  ///< the same goes
    };
    Act act = Act::book;
    int from = 0, until = 1;
    int before_from = 0, before_until = 0;  ///< what was booked, or prebooked, before; none when they are the same
};

struct BookingRace {
    std::string resource;
    int capacity = 1;
    std::vector<Wish> wishes{};
    std::vector<std::int64_t> before{};  ///< ids of what was booked before, by contender; `prepare` fills it

    /// Whether somebody frees a time: then whoever was refused before may have been right.
    [[nodiscard]] bool frees() const;
};

/// So many courses, one for each contender. Throws when that fails.
void set_up_courses(Engine& engine, std::size_t courses);
/// The resource, what is added and what is booked before. Throws when that fails.
void prepare(Engine& engine, BookingRace& race);
/// As `ask` of seats does.
[[nodiscard]] Reply ask(Engine& engine, const BookingRace& race, std::size_t contender);

/// After each commit: never more are booked at one moment than there is room for.
[[nodiscard]] Problems problems_of_bookings(Store& store, const BookingRace& race);
/// In the end besides: everybody has what he was told, the guard has counted every change, and nobody was refused a
/// time that is free.
[[nodiscard]] Problems problems_of_wishes(Store& store, const BookingRace& race, std::span<const Reply> replies);
/// What is booked, in the order of courses.
[[nodiscard]] std::string bookings_of(Store& store, const BookingRace& race);

/// The race as a scene for `explore`.
class BookingScene final : public Scene {
public:
    explicit BookingScene(BookingRace race) : race_(std::move(race)) {}
    [[nodiscard]] std::size_t contenders() const override { return race_.wishes.size(); }
    void begin(Engine& engine) const override {
        set_up_courses(engine, race_.wishes.size());
        prepare(engine, race_);
    }
    [[nodiscard]] Reply ask(Engine& engine, std::size_t contender) const override {
        return races::ask(engine, race_, contender);
    }
    [[nodiscard]] Problems problems(Store& store) const override { return problems_of_bookings(store, race_); }
    [[nodiscard]] Problems problems_in_the_end(Store& store, std::span<const Reply> replies, bool) const override {
        return problems_of_wishes(store, race_, replies);
    }
    [[nodiscard]] std::string ending(Store& store) const override { return bookings_of(store, race_); }

private:
    mutable BookingRace race_;  // the ids of what is there before come with the beginning
};

}  // namespace provost::races

// Edges in days and weeks are an addition, so that the loop has no branch; months go over the calendar, column by
// column.
#include "lms/access_columns.hpp"

namespace provost::lms {

namespace {

using enrolment::State;
using Days = std::span<const std::int32_t>;

std::int32_t in_days(const Edge& edge) {
    if (edge.direction == Direction::on || edge.unit == Unit::months) return 0;
    const auto days = static_cast<std::int32_t>(edge.amount * (edge.unit == Unit::weeks ? 7 : 1));
    return edge.direction == Direction::before ? -days : days;
}

std::int32_t months_later(std::int32_t day, int months) {
    if (day == no_day) return no_day;
    const Day moved = add_months(Day{std::chrono::days{day}}, months);
    return static_cast<std::int32_t>(moved.time_since_epoch().count());
}

// The days that an edge counts from; of months those that it means already.
Days anchored(const Edge& edge, const AccessRows& rows, std::vector<std::int32_t>& room) {
    const Days days = edge.anchor == Anchor::enrolment_start ? rows.first_day : rows.last_day;
    if (edge.direction == Direction::on || edge.unit != Unit::months) return days;
    const int months = static_cast<int>(edge.direction == Direction::before ? -edge.amount : edge.amount);
    room.resize(days.size());
    std::ranges::transform(days, room.begin(), [&](std::int32_t day) { return months_later(day, months); });
    return room;
}

}  // namespace

void AccessColumns::judge(const AccessRows& rows, std::span<std::uint8_t> on) const {
    std::vector<std::int32_t> first_room, last_room;
    const std::int32_t* first = anchored(rule_.start, rows, first_room).data();
    const std::int32_t* last = anchored(rule_.end, rows, last_room).data();
    const std::int32_t* today = rows.today.data();
    const auto* state = rows.state.data();
    const std::uint8_t* commenced = rows.commenced.data();
    const std::int32_t before = in_days(rule_.start), after = in_days(rule_.end);
    const auto always = static_cast<std::uint8_t>(rule_.commenced_check ? 0 : 1);
    const auto active = static_cast<std::uint8_t>(rule_.active ? 1 : 0);
    std::uint8_t* out = on.data();
    for (std::size_t i = 0; i < on.size(); ++i) {
        const bool inside = (first[i] + before <= today[i]) & (today[i] <= last[i] + after);
        const bool goes_on = (state[i] == State::registered) | (state[i] == State::in_progress);
        out[i] = static_cast<std::uint8_t>(inside & goes_on) & (commenced[i] | always) & active;
    }
}

}  // namespace provost::lms

// The table of moves, and what a state means for seats and statuses.
#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

namespace {

using enum State;

// IMC-PART-09. From none by import any state may be made (IMC-ENI-15); the registration verbs see to that.
constexpr auto table = std::to_array<Move>({
    {none, requested},
    {none, reserved},
    {none, waiting},
    {none, registered},
    {requested, registered},
    {requested, rejected},
    {requested, cancelled},
    {requested, waiting},
    {reserved, registered},
    {reserved, cancelled},
    {waiting, registered},
    {waiting, cancelled},
    {registered, in_progress},
    {registered, on_hold},
    {registered, passed},
    {registered, failed},
    {registered, cancelled},
    {registered, moved},
    {registered, replaced},
    {in_progress, on_hold},
    {in_progress, passed},
    {in_progress, failed},
    {in_progress, cancelled},
    {in_progress, moved},
    {on_hold, registered},
    {on_hold, in_progress},
    {on_hold, cancelled},
    {on_hold, moved},
    {failed, in_progress},
    {failed, passed, Mover::grade_rule},
    {passed, failed, Mover::correction},
    {cancelled, registered, Mover::correction},
    {moved, registered, Mover::correction},
    {replaced, registered, Mover::correction},
});

}  // namespace

std::span<const Move> moves() { return table; }

bool may_move(State from, State to, Mover mover) {
    return std::ranges::any_of(table, [&](const Move& move) {
        return move.from == from && move.to == to && (move.mover == Mover::anybody || move.mover == mover);
    });
}

std::string legal_targets(State from) {
    std::string words;
    for (const Move& move : table) {
        if (move.from == from && move.mover != Mover::correction)
            words += (words.empty() ? "" : ", ") + std::string(word(move.to));
    }
    return words;
}

bool is_open(State state) {
    return state != cancelled && state != rejected && state != moved && state != replaced && state != none;
}

bool is_ahead(State state) { return is_open(state) && state != passed && state != failed; }

bool uses_seat(State state, bool has_dates) {
    switch (state) {
        case reserved:
        case registered:
        case in_progress: return true;
        case passed:
        case failed: return has_dates;  // IMC-WL-02: the end of a duration of use frees its seat
        default: return false;
    }
}

bool is_live(State state) {
    return state == requested || state == reserved || state == waiting || state == registered || state == in_progress ||
           state == on_hold;
}

catalogue::Seats follow(catalogue::Seats seats, State before, State after, bool has_dates) {
    const auto change = [&](auto counts) { return (counts(after) ? 1 : 0) - (counts(before) ? 1 : 0); };
    seats.taken += change([&](State state) { return uses_seat(state, has_dates); });
    seats.live += change(is_live);
    if (before == none) ++seats.participants;
    seats.started = seats.started || after == in_progress || after == passed || after == failed;
    return seats;
}

UnitStatus default_status(State state) {
    switch (state) {
        case registered: return UnitStatus::pending;
        case in_progress: return UnitStatus::current;
        case passed: return UnitStatus::completed;
        case failed: return UnitStatus::did_not_complete;
        case cancelled: return UnitStatus::withdrawn;
        default: return UnitStatus::pending;
    }
}

}  // namespace provost::enrolment

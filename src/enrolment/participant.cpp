// The legal moves, and what a state means for seats and statuses.
#include "base/list_text.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::enrolment {

namespace {

using enum State;

// IMC-PART-09. From none by import any state may be made (IMC-ENI-15); the registration verbs see to that.
constexpr auto all_moves = std::to_array<Move>({
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

std::span<const Move> moves() { return all_moves; }

bool may_move(State from, State to, Mover mover) {
    return std::ranges::any_of(all_moves, [&](const Move& move) {
        return move.from == from && move.to == to && (move.mover == Mover::anybody || move.mover == mover);
    });
}

std::string legal_targets(State from) {
    std::string words;
    for (const Move& move : all_moves) {
        if (move.from == from && move.mover == Mover::anybody) add_to_list(words, word(move.to));
    }
    return words;
}

std::vector<Parameter> illegal_move(State from, State to) {
    return {{"from", std::string(word(from))}, {"to", std::string(word(to))}, {"legal", legal_targets(from)}};
}

bool is_open(State state) {
    return state != cancelled && state != rejected && state != moved && state != replaced && state != none;
}

bool is_ahead(State state) { return is_open(state) && !is_concluded(state); }

bool is_prospective(State state) { return state == requested || state == reserved || state == waiting; }

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

bool is_live(State state) { return is_prospective(state) || takes_part(state) || state == on_hold; }

bool uses_seat(const Enrolment& place, bool has_dates) {
    return uses_seat(place.state, has_dates) || (place.state == requested && place.holds_seat);
}

bool ends_by_itself(const Enrolment& place) {
    return place.expires_at && (place.state == reserved || (place.state == requested && place.holds_seat));
}

namespace {

void count_quota(catalogue::Seats& seats, const std::string& name, std::int64_t change) {
    const auto found = std::ranges::find(seats.quotas, name, &catalogue::QuotaTaken::name);
    if (found != seats.quotas.end()) {
        found->taken += change;
    } else {
        seats.quotas.push_back({name, change});
    }
}

}  // namespace

catalogue::Seats follow(catalogue::Seats seats, const Enrolment* before, const Enrolment& after, bool has_dates) {
    const auto count = [&](const Enrolment& place, std::int64_t sign) {
        if (uses_seat(place, has_dates)) {
            seats.taken += sign;
            for (const std::string& name : place.quotas) count_quota(seats, name, sign);  // IMC-WL-10
        }
        if (is_live(place.state)) seats.live += sign;
        if (place.state == waiting) seats.waiting += sign;
        if (ends_by_itself(place)) seats.expiring += sign;
    };
    if (before != nullptr) count(*before, -1);
    count(after, 1);
    if (before == nullptr) ++seats.participants;
    seats.watched = seats.has_due || seats.expiring > 0;
    seats.started = seats.started || after.state == in_progress || after.state == passed || after.state == failed;
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

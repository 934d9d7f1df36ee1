// Moving several bookings of one resource at once: all that can, found by giving up one after the other.
#include "resources/follow_dates.hpp"

namespace provost::resources {

namespace {

using catalogue::AddedResource;

const AddedResource& entry_for(const Booking& booking, const std::vector<AddedResource>& list) {
    static const AddedResource none;
    const auto* entry = entry_of(list, booking.resource, booking.component);
    return entry == nullptr ? none : *entry;
}

Booking moved(const Move& move) {
    Booking booking = move.booking;
    booking.starts_at = move.to.starts_at;
    booking.ends_at = move.to.ends_at;
    return booking;
}

// As it would be if all moved that are not given up yet.
Diary supposed(const std::vector<Move>& moves, const Diary& diary) {
    Diary then = diary;
    for (const Move& move : moves) then.learn(move.refused ? move.booking : moved(move));
    return then;
}

}  // namespace

// Each round gives up one that does not fit, the last by id first; what stays may be in the way of others. It ends: all
// that stay is what was there before. What did not fit before either is not asked.
void move_together(std::vector<Move>& moves, const std::vector<AddedResource>& list, Diary& diary) {
    for (bool again = true; again;) {
        again = false;
        const Diary then = supposed(moves, diary);
        for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
            if (move->refused) continue;
            const auto judgement = judge(moved(*move), entry_for(move->booking, list), then);
            if (!judgement.refused) continue;
            move->refused = judgement.refused;
            again = true;
            break;
        }
    }
    for (const Move& move : moves) {
        if (!move.refused) diary.put(moved(move));
    }
}

}  // namespace provost::resources

// Whether something is held back from a participant.
#pragma once

#include <provost/enrolment/held_back.hpp>

namespace provost::enrolment {

/// Whether a component (empty: results) is held back from the participant of a place, by what is said of him, else of
/// all; from whoever has signed nothing that was said later. `releases`: those of the course, and of others.
/// [IMC-TUT-16]
template <class Releases>
[[nodiscard]] bool is_held_back(const Releases& releases, const Enrolment& place, std::string_view component) {
    const HeldBack* of_all = nullptr;
    for (const HeldBack& each : releases) {
        if (each.component != component || each.course != place.course) continue;
        if (each.enrolment == place.id) return !each.released_at;
        if (!each.enrolment) of_all = &each;
    }
    if (of_all == nullptr || of_all->released_at) return false;
    return !place.signed_at || of_all->held_at <= place.signed_at;
}

}  // namespace provost::enrolment

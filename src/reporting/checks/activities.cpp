// An open table of chains, so that a period costs no allocation of its own.
#include "reporting/checks/activities.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

std::uint16_t short_day(Day day) {
    constexpr std::int64_t origin = 25567;  // 1 January 1900, in days before 1970
    const std::int64_t count = day.time_since_epoch().count() + origin;
    return static_cast<std::uint16_t>(std::clamp<std::int64_t>(count, 0, 0xFFFF));
}

// Numbers of clients and subjects are dense: all their bits must reach the low ones. The finalizer of splitmix64.
std::uint64_t mixed(std::uint64_t key) {
    key = (key ^ key >> 30U) * 0xBF58476D1CE4E5B9U;
    key = (key ^ key >> 27U) * 0x94D049BB133111EBU;
    return key ^ key >> 31U;
}

}  // namespace

std::size_t Activities::slot_of(std::uint32_t client, std::uint32_t subject) const {
    std::size_t slot = mixed(std::uint64_t{client} << 32U | subject) & (slots_.size() - 1);
    while (slots_[slot] != 0) {
        const Kept& first = kept_[slots_[slot] - 1];
        if (first.client == client && first.subject == subject) break;
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void Activities::grow() {
    const auto before = std::move(slots_);
    slots_.assign(std::max<std::size_t>(64, before.size() * 2), 0);
    for (const auto first : before) {
        if (first != 0) slots_[slot_of(kept_[first - 1].client, kept_[first - 1].subject)] = first;
    }
}

Activities::Seen Activities::add(const Period& period) {
    if (used_ * 3 >= slots_.size() * 2) grow();
    const auto start = short_day(period.start), end = short_day(period.end);
    const auto slot = slot_of(period.client, period.subject);
    const std::uint32_t first = slots_[slot] == 0 ? none : slots_[slot] - 1;
    Seen seen;
    for (auto at = first; at != none; at = kept_[at].next) {
        const Kept& other = kept_[at];
        seen.before = seen.before || (other.start == start && other.where == period.where);
        seen.overlaps = seen.overlaps || (start < other.end && other.start < end);
    }
    if (seen.before) return {true, false};
    used_ += first == none ? 1 : 0;
    kept_.push_back({period.client, period.subject, period.where, first, start, end});
    slots_[slot] = static_cast<std::uint32_t>(kept_.size());
    return seen;
}

}  // namespace provost::reporting::checks

// Who counts as an active e-learning learner, and since when: worked out from the changes of his access alone, so that
// any month can be counted again.
#pragma once

#include <provost/lms/lms.hpp>

#include <span>

namespace provost::lms {

/// What the meter says of a learner. [WIS-AL-03]
enum class MeterEvent : std::uint8_t { continuing, activated, deactivated };

struct MeterLine {
    MeterEvent event = MeterEvent::continuing;
    Instant at;
};

/// A learner over consecutive months: whether he counts in each, and what happened.
struct Metered {
    std::vector<bool> counts;      // by month
    std::vector<MeterLine> lines;  // in their order
};

/// Access was switched on by hand.
struct SwitchedOn {
    std::string connection;
    std::string course;  // as of AccessChange
    bool is_test = false;
    Instant at;
};

/// The changes of one learner in their order, with what was switched on by hand and no run has seen: on at that moment,
/// and off at once, unless it is what the next run saw. [WIS-AL-02]
[[nodiscard]] std::vector<AccessChange> whole_story(std::vector<AccessChange> changes,
                                                    std::span<const SwitchedOn> by_hand);

/// `changes` are those of one learner, in their order; `bounds` are the first
/// moments of the months and the end of the last. [WIS-AL-01, WIS-AL-02, WIS-AL-03, WIS-AL-04]
[[nodiscard]] Metered meter(std::span<const AccessChange> changes, std::span<const Instant> bounds);

}  // namespace provost::lms

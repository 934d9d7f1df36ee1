// What is kept of every distinct training activity, so that the same one twice and two that overlap are found in files
// of any order: 20 bytes an activity and 6 to 12 bytes of index, that is 26 to 32 MB for a million. A record that is
// there already is not kept again. Periods are kept as days of a calendar that ends in 2079.
#pragma once

#include <provost/base/time.hpp>

#include <deque>
#include <vector>

namespace provost::reporting::checks {

class Activities {
public:
    struct Period {
        std::uint32_t client = 0, subject = 0;  ///< numbers of things
        std::uint32_t where = 0;                ///< hash of what else makes the record one of its own
        Day start{}, end{};
    };
    struct Seen {
        bool before = false;    ///< the same client, subject, start and `where`
        bool overlaps = false;  ///< another period of the client in the subject; one day in common is none
    };

    /// Tells what was there before, then keeps the period.
    [[nodiscard]] Seen add(const Period& period);
    [[nodiscard]] std::size_t size() const { return kept_.size(); }

private:
    struct Kept {
        std::uint32_t client, subject, where, next;  // next of the client in the subject; none: no_next
        std::uint16_t start, end;
    };

    [[nodiscard]] std::size_t slot_of(std::uint32_t client, std::uint32_t subject) const;
    void grow();

    std::deque<Kept> kept_;
    std::vector<std::uint32_t> slots_;  // position of the first period, plus 1; the size is a power of 2
    std::size_t used_ = 0;
};

}  // namespace provost::reporting::checks

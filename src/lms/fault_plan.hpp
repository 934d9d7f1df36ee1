// Which fault strikes which call of an LMS in memory: planned ones first, then those by chance.
#pragma once

#include <provost/lms/memory_setup.hpp>

#include <map>

namespace provost::lms {

class FaultPlan {
public:
    FaultPlan() = default;
    FaultPlan(std::vector<LmsFault> faults, const LmsChance& chance);

    /// The next call of the operation: its number, and what strikes it. Edits come apart from the fault itself.
    struct Strike {
        std::int64_t call = 0;
        std::optional<LmsFault> fault;
        std::vector<LmsEdit> edits;
        bool random_edit = false;
    };
    [[nodiscard]] Strike next(std::string_view operation, bool is_listing);
    /// A number below `bound` by chance.
    [[nodiscard]] std::int64_t roll(std::int64_t bound);
    /// From now on nothing goes wrong any more.
    void stop() { stopped_ = true; }

private:
    [[nodiscard]] std::optional<LmsFault> by_chance(bool is_listing);
    [[nodiscard]] bool strikes(std::int64_t percent) { return percent > 0 && roll(100) < percent; }

    std::vector<LmsFault> faults_;
    LmsChance chance_;
    std::uint64_t state_ = 0;
    std::map<std::string, std::int64_t, std::less<>> calls_;
    bool stopped_ = false;
};

}  // namespace provost::lms

// Faults by plan and by a seeded sequence of numbers: the same seed gives the same faults on every platform.
#include "lms/fault_plan.hpp"

namespace provost::lms {

FaultPlan::FaultPlan(std::vector<LmsFault> faults, const LmsChance& chance)
    : faults_(std::move(faults)), chance_(chance), state_(static_cast<std::uint64_t>(chance.seed)) {}

// SplitMix64 (Steele, Lea and Flood, 2014): good enough for faults, and a few lines.
std::int64_t FaultPlan::roll(std::int64_t bound) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    mixed ^= mixed >> 31U;
    return static_cast<std::int64_t>(mixed % static_cast<std::uint64_t>(bound));
}

std::optional<LmsFault> FaultPlan::by_chance(bool is_listing) {
    LmsFault fault;
    if (strikes(chance_.fail)) {
        fault.error = roll(4) == 0 ? ErrorClass::rate_limited : ErrorClass::transient;
        return fault;
    }
    if (is_listing) {
        fault.kind = FaultKind::truncate;
        fault.rows = roll(5);
        if (strikes(chance_.truncate)) return fault;
    }
    const std::pair<std::int64_t, FaultKind> others[]{
        {chance_.lose, roll(2) == 0 ? FaultKind::lose_before : FaultKind::lose_after},
        {chance_.late, FaultKind::late},
        {chance_.ignore, FaultKind::ignore},
        {chance_.duplicate, FaultKind::duplicate},
        {chance_.reorder, FaultKind::reorder},
        {chance_.partial, FaultKind::partial}};
    for (const auto& [percent, kind] : others) {
        fault.kind = kind;
        if (strikes(percent)) return fault;
    }
    return std::nullopt;
}

FaultPlan::Strike FaultPlan::next(std::string_view operation, bool is_listing) {
    Strike strike;
    auto counted = calls_.find(operation);
    if (counted == calls_.end()) counted = calls_.emplace(operation, 0).first;
    strike.call = ++counted->second;
    if (stopped_) return strike;
    for (const LmsFault& fault : faults_) {
        if (!fault.operation.empty() && fault.operation != operation) continue;
        if (fault.call != 0 && fault.call != strike.call) continue;
        if (fault.kind == FaultKind::edit) {
            if (fault.edit) strike.edits.push_back(*fault.edit);
        } else if (!strike.fault) {
            strike.fault = fault;
        }
    }
    if (!strike.fault) strike.fault = by_chance(is_listing);
    strike.random_edit = strikes(chance_.edit);
    return strike;
}

}  // namespace provost::lms

// Filling a verb's facts from the overlay, by its fetch plan; and finding out which keys are not known yet.
#pragma once

#include "plan/overlay.hpp"
#include "verbs/verb.hpp"

namespace provost::engine {

/// One request on its way to a decision.
struct Asked {
    const verbs::Verb* verb = nullptr;
    const void* request = nullptr;
};

/// The keys under which a step's records stand; empty while a slot before it is empty or a reference is not given.
[[nodiscard]] std::vector<Key> keys_of(const FetchStep& step, const Asked& asked, const void* facts,
                                       std::span<const FetchStep> plan);

/// Fills one slot from the overlay. False when a key is not known there yet; it is added to `missing`.
bool fill(const FetchStep& step, const std::vector<Key>& keys, void* facts, Overlay& overlay,
          std::vector<Key>& missing);

/// Fills all slots of a wave-by-wave prefetch as far as the overlay goes; gathers what is missing at the first wave
/// that lacks something.
void gather_missing(const Asked& asked, Overlay& overlay, std::vector<Key>& missing);

/// Fills all slots in the order of the plan. Stops at the first reference that dangles and answers its code, or at keys
/// that are missing.
struct Resolution {
    std::shared_ptr<void> facts;
    Code dangling;
    std::string_view kind;  // of the record that is not there
    std::vector<Key> missing;
};
[[nodiscard]] Resolution resolve(const Asked& asked, Overlay& overlay);

}  // namespace provost::engine

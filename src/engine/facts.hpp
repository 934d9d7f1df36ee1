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

/// The keys of a step whose parts all come from the request; none while a reference is not given.
[[nodiscard]] std::vector<Key> keys_of(const FetchStep& step, const Asked& asked);

/// The prefetch of one request, wave by wave.
class Gathering {
public:
    explicit Gathering(const Asked& asked)
        : asked_(asked), facts_(asked.verb->make_facts()), waves_(waves(asked.verb->fetch)) {}
    /// Goes on as far as the overlay goes; at the first wave that lacks something, says what.
    void go_on(Overlay& overlay, std::vector<Key>& missing);

private:
    const Asked& asked_;
    std::shared_ptr<void> facts_;
    std::uint32_t waves_;
    std::uint32_t wave_ = 1;
};

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

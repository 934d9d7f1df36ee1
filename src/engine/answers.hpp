// From decisions to answers, and the tokens that approve a plan.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

/// The answer to a decided item; `changes` are what it would change or has changed.
[[nodiscard]] Answer answer_of(const Item& item, std::span<const Change> changes);

/// Token that approves exactly these changes on exactly these versions until `expires`. It names the ids that the item
/// took, so that carrying it out makes the same records.
[[nodiscard]] std::string make_approval(const Core& core, const Item& item, std::span<const Change> changes,
                                        Instant expires);

/// The parts of a token; empty when it is none.
struct Approval {
    std::string hash;
    Instant expires;
    std::vector<std::int64_t> ids;
};
[[nodiscard]] std::optional<Approval> read_approval(std::string_view token);

/// How long an approval holds.
inline constexpr std::chrono::hours approval_life{24};

}  // namespace provost::engine

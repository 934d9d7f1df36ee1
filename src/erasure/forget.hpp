// What stands beside a journal entry, without the values of people who were erased.
#pragma once

#include "audit/replay.hpp"

#include <provost/people/learner.hpp>

namespace provost::erasure {

struct Forgotten {
    std::string values;      // as JournalPersonal keeps them, null in place of what was taken away
    std::int64_t taken = 0;  // how many
};

/// Takes the values of learners for whom `is_erased` holds out of those beside an entry; their place stays, so that the
/// others are still found by their order. The erased form of a login stays: it says nothing of a person. Error:
/// audit.entry-changed, when values and entry do not belong together.
[[nodiscard]] Result<Forgotten> forget(audit::Kinds kinds, const audit::JournalEntry& entry, std::string_view values,
                                       const std::function<bool(Id<people::Learner>)>& is_erased);

}  // namespace provost::erasure

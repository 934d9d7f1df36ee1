// Committing a batch of what an LMS tells.
#include "engine/told_batch.hpp"

namespace provost::engine {

Result<bool> commit_told(Core& core, const audit::EntryFacts& entry) {
    const auto changes = core.overlay().changes();
    const bool tells =
        std::ranges::any_of(changes, [](const Change& change) { return change.after.type().role == Role::record; });
    if (tells) return core.commit(entry);
    if (changes.empty()) return true;
    std::vector<Write> writes;
    for (const Change& change : changes) {
        writes.push_back({change.after, change.before ? change.before.version() : 0, change.before});
    }
    return core.commit_bookkeeping(std::move(writes), core.overlay().reads());
}

}  // namespace provost::engine

// Verbs that a session asks of many courses, one after the other, each with a commit of its own.
#pragma once

#include "engine/recorded_request.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Asks a verb by the rule of a session, and commits what it decides, when it is to be kept; when somebody else wrote
/// in between, again. `told` is called with what each try would change, before it is committed, while the overlay still
/// has what was read, and says whether it is to be kept: what it gathers of a try that is repeated is to be forgotten.
template <class Told>
[[nodiscard]] Result<void> ask_of_course(Core& core, Item& item, std::int64_t course, Instant now,
                                         const SessionRequest& request, Told told) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        core.discard();
        auto decided = core.decide(std::span(&item, 1), now, nullptr);
        if (!decided) {
            core.discard();
            return decided;
        }
        item.decision.about = course;
        const auto changes = core.plan();
        if (!told(std::span(changes)) || request.dry_run || changes.empty()) {
            core.discard();
            return {};
        }
        auto committed = core.commit({std::string(item.asked.verb->name),
                                      request.actor,
                                      now,
                                      now,
                                      {},
                                      course,
                                      recorded_request(core, item, now, changes),
                                      core.reads_text()});
        if (!committed) return committed.error();
        if (*committed) return {};
    }
    return Core::contended();
}

}  // namespace provost::engine

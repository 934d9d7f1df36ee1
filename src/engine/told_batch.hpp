// Batches of what an LMS tells: requests that a session makes of it are decided over one overlay, and committed with
// one journal entry, together with what the session keeps beside them.
#pragma once

#include "engine/core.hpp"
#include "verbs/verb.hpp"

#include <provost/describe/compare.hpp>
#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// The first record that the overlay holds under a key; null when there is none. It stays until something is applied.
template <class T>
[[nodiscard]] const T* held_under(Core& core, const Key& key) {
    const T* found = nullptr;
    core.overlay().read(key, [&](const Record& record) {
        if (found == nullptr) found = record.get<T>();
    });
    return found;
}

/// A record of bookkeeping as it shall be, to be committed with the batch; it must be known whether it is there.
template <class T>
void keep_beside(Core& core, T record) {
    const RecordType& type = type_of<T>();
    const Record& before = core.overlay().current(type, record.id.value);
    if (before && same_content(type, before.data(), &record)) return;
    record.version = core.overlay().stored_version(type, record.id.value) + 1;
    core.overlay().apply(Record::of(std::move(record)));
}

/// A request that a session makes by a rule, for whoever runs it.
template <class T>
[[nodiscard]] Item asked_for(T request, const SessionRequest& session) {
    request.head.actor = session.actor;
    request.head.trigger = Trigger::rule;
    const std::shared_ptr<void> held = type_of<T>().take(&request);
    return {{verbs::find(type_of<T>()), held.get()}, held};
}

/// Commits what the overlay has: with a journal entry, or without one when nothing of the state changes. False: stale.
[[nodiscard]] Result<bool> commit_told(Core& core, const audit::EntryFacts& entry);

/// Asks `prepare(items)` for the requests of a batch, decides them, lets `keep(items)` add what is kept beside them,
/// and commits; when somebody else wrote in between all of it again, so that both must begin from nothing each time.
template <class Prepare, class Keep>
[[nodiscard]] Result<void> settle_told(Core& core, const audit::EntryFacts& entry, Prepare prepare, Keep keep) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        core.discard();
        std::vector<Item> items;
        Result<void> made = prepare(items);
        if (made) made = core.decide(items, entry.recorded, nullptr);
        if (made) made = keep(std::span<const Item>(items));
        if (!made) {
            core.discard();
            return made;
        }
        auto committed = commit_told(core, entry);
        if (!committed) return committed.error();
        if (*committed) return {};
    }
    return Core::contended();
}

}  // namespace provost::engine

// A lease is one record; who writes it first has it.
#include "engine/lease.hpp"

#include "base/sha256.hpp"

namespace provost::engine {

Result<Lease> LeaseKeeper::read(Core& core) const {
    Lease none;
    none.id = {id_of_name(name_)};
    none.name = name_;
    const Key key = id_key(type_of<Lease>(), none.id.value);
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    return found.empty() ? none : *found.front().get<Lease>();
}

Result<bool> LeaseKeeper::write(Core& core, Instant until) {
    Lease next = lease_;
    next.holder = holder_;
    next.until = until;
    ++next.version;
    auto committed = core.commit_bookkeeping({{Record::of(next), lease_.version, {}}});
    if (committed && *committed) lease_ = next;
    return committed;
}

Result<void> LeaseKeeper::keep(Core& core, Instant now) {
    if (lease_.version != 0 && *lease_.until - now > lease_life / 2) return {};
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        auto found = read(core);
        if (!found) return found.error();
        // PPR-SYN-05: who has no name is nobody that comes again.
        const bool is_own = lease_.version == found->version || (found->holder == holder_ && !holder_.empty());
        lease_ = *found;
        const bool others = lease_.version != 0 && !is_own && *lease_.until > now;
        if (others) {
            const auto until = to_text(*lease_.until);
            lease_ = {};
            return Error{Status::conflict, "lease.held"_code, {}, {{"until", until}}};
        }
        auto taken = write(core, now + lease_life);
        if (!taken) return taken.error();
        if (*taken) return {};
    }
    return Core::contended();
}

Result<bool> LeaseKeeper::is_lost(Core& core) {
    auto found = read(core);
    if (!found) return found.error();
    return found->version != lease_.version;
}

Result<void> LeaseKeeper::give_back(Core& core, Instant now) {
    if (lease_.version == 0) return {};
    auto written = write(core, now);
    if (!written) return written.error();
    return {};
}

}  // namespace provost::engine

// The shipped store and zones, put together.
#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/sqlite_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/open.hpp>

namespace provost {

Result<std::unique_ptr<Engine>> open(const std::string& path, EngineOptions options) {
    auto zones = make_system_zones();
    std::unique_ptr<Store> store;
    if (path == ":memory:") {
        store = make_memory_store();
    } else {
        SqliteOptions file;
        file.path = path;
        file.zones = zones.get();
        file.kinds.assign(verbs::kinds().begin(), verbs::kinds().end());
        auto opened = open_sqlite_store(file);
        if (!opened) return opened.error();
        store = std::move(*opened);
    }
    return Engine::open(std::move(store), std::move(zones), std::move(options));
}

}  // namespace provost

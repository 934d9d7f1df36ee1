// An engine over a store that fails when it is told to.
#pragma once

#include "contract/faulty_store.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/engine/engine.hpp>

#include <doctest/doctest.h>

namespace provost {

struct FaultyWorld {
    std::unique_ptr<Store> inner = make_memory_store();
    contract::FaultyStore* store = nullptr;
    std::unique_ptr<Engine> engine;

    FaultyWorld() {
        auto faulty = std::make_unique<contract::FaultyStore>(*inner);
        store = faulty.get();
        EngineOptions options;
        options.now = parse_moment("2026-06-30T00:00:00Z")->in(Zone{});
        auto opened = Engine::open(std::move(faulty), make_system_zones(), options);
        REQUIRE(opened);
        engine = std::move(*opened);
    }
    [[nodiscard]] std::size_t count(std::string_view kind) { return engine->find(kind, "", {}, 0, 100)->size(); }
};

}  // namespace provost

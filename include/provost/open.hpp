// The short way in: an engine over a file, with the zones of this machine.
#pragma once

#include <provost/engine/engine.hpp>

namespace provost {

/// An engine over the SQLite file at `path` (made when it is not there); ":memory:" keeps everything in memory.
/// Errors: store.foreign, store.newer, store.read-only, store.busy, store.failed. Since 0.1.
[[nodiscard]] Result<std::unique_ptr<Engine>> open(const std::string& path, EngineOptions options = {});

}  // namespace provost

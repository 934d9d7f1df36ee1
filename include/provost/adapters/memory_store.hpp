// A store in memory: for tests, for what-if, and for hosts that keep nothing. It forgets when it is destroyed.
#pragma once

#include <provost/ports/store.hpp>

#include <memory>

namespace provost {

/// An empty store that holds records of any kind. Since 0.1.
[[nodiscard]] std::unique_ptr<Store> make_memory_store();

}  // namespace provost

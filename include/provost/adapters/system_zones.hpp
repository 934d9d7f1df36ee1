// Time zones from the machine's tz database, as values that rules can judge with.
#pragma once

#include <provost/base/time.hpp>

#include <memory>

namespace provost {

/// Reads a zone when it is first asked for and keeps it: the offsets from 1900 to 2100. Since 0.1.
[[nodiscard]] std::unique_ptr<ZoneFinder> make_system_zones();

}  // namespace provost

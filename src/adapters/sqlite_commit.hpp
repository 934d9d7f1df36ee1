// Commits units: one transaction for all of them, one outcome each.
#pragma once

#include "adapters/sqlite_database.hpp"

#include <provost/ports/store.hpp>

#include <span>
#include <vector>

namespace provost::sqlite {

[[nodiscard]] Result<std::vector<Outcome>> commit_units(Database& database, std::span<const Unit> units);

}  // namespace provost::sqlite

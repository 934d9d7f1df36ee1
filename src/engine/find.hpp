// Searching records of a kind: any store is asked page by page, and only the answer is held.
#pragma once

#include <provost/engine/find_query.hpp>
#include <provost/ports/store.hpp>

namespace provost::engine {

/// The records that a query wants, as documents in its order.
[[nodiscard]] Result<std::vector<std::string>> find_documents(Store& store, const FindQuery& query);

}  // namespace provost::engine

// What rows of a file are told besides the rules of their verbs.
#pragma once

#include "verbs/verb.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// The verb that decides imported rows of a request.
[[nodiscard]] const verbs::Verb* import_verb(const RecordType& request, const SessionRequest& session);

}  // namespace provost::engine

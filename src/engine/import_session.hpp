// Sessions that import rows.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// Makes the session that a document asks for.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_session(Core& core, std::string_view document);

/// An import by a preset.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_import(Core& core, const SessionRequest& request);

/// An import of the organisation: one JSON document with everything that files refer to.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_organisation(Core& core, const SessionRequest& request);

}  // namespace provost::engine

// The sessions by name.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

/// Makes the session that a document asks for.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_session(Core& core, std::string_view document);

}  // namespace provost::engine

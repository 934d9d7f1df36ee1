// Sessions that import rows.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>

namespace provost::engine {

/// An import by a preset.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_import(Core& core, const SessionRequest& request);

/// An import of the organisation: one JSON document with everything that files refer to.
[[nodiscard]] Result<std::unique_ptr<Session>> begin_organisation(Core& core, const SessionRequest& request);

/// Ends an import: writes its run record, whose name is `session`, and answers the summary as a document.
[[nodiscard]] Result<std::string> record_import(Core& core, std::string session, const SessionRequest& request,
                                                Instant recorded, const ImportSummary& summary);

}  // namespace provost::engine

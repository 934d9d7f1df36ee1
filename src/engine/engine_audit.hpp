// The engine's door to the audits.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

/// Carries out an AuditRequest document and answers its report.
[[nodiscard]] Result<std::string> audit_document(Core& core, std::string_view document);

}  // namespace provost::engine

// The engine's door to the audits.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

/// Carries out an AuditRequest document and answers its report.
[[nodiscard]] Result<std::string> audit_document(Core& core, std::string_view document);

/// Makes the store of `from` again in that of `to`, which must be empty, and lets `to` see it.
[[nodiscard]] Result<void> rebuild(Core& from, Core& to);

}  // namespace provost::engine

// What the sessions over statutory files have in common: which collection a request means.
#pragma once

#include "engine/export_session.hpp"
#include "reporting/project.hpp"

namespace provost::engine {

/// The collection that the options of a session name; the error names the option that is missing or wrong.
[[nodiscard]] Result<reporting::Collection> collection_of(const SessionRequest& request);

/// What will be reported of a learner's activities, or of one activity, and why: stream "activities".
[[nodiscard]] Result<std::unique_ptr<Session>> begin_statutory_explain(Core& core, const SessionRequest& request);

}  // namespace provost::engine

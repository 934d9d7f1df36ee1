// Judging the journal's requests again.
#pragma once

#include <provost/engine/engine.hpp>

namespace provost::engine {

/// Plays the journal of `store` again in memory and decides each request it kept on the state before it, by today's
/// rules. Memory: the whole state, as records and as the journal's forms of them. Refused when the journal does not
/// hold together.
[[nodiscard]] Result<audit::RejudgeReport> rejudge(Store& store, const ZoneFinder& zones, const EngineOptions& options);

}  // namespace provost::engine

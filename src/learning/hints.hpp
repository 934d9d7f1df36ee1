// Why a component is closed, and what would open it, as a tree of reasons.
#pragma once

#include "learning/way.hpp"

#include <provost/condition/reason.hpp>

namespace provost::learning {

/// The reason: what closes it, and for what the rules have locked every rule that would open it, with what it asks and
/// how far that holds. [IMC-LL-23, IMC-SCH-08]
[[nodiscard]] Reason why_closed(const Study& study, const Way& way, int component, const Closed& closed);

}  // namespace provost::learning

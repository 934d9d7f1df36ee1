// Whoever may override unmet prerequisites does so with a reason, which stays beside the place. [IMC-PRE-23]
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::registration {

struct Override {
    const std::string& reason;
    Id<enrolment::Enrolment> place;
    Id<people::Learner> learner;
};

/// Turns the refusal for unmet prerequisites into a note, for whoever asks and may; else it stays, or says which right
/// is missing. False: refused, or to be asked again.
[[nodiscard]] bool override_unmet(const Override& asked, Context& context, Decision& decision);

}  // namespace provost::registration

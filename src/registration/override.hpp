// The rules of entering for whoever may override unmet prerequisites: with a reason, which stays beside the place.
// [IMC-PRE-23]
#pragma once

#include "registration/entry.hpp"

namespace provost::registration {

struct Override {
    const std::string& reason;
    Id<enrolment::Enrolment> place;
    Id<people::Learner> learner;
};

/// The same for whoever may override: the refusal for unmet prerequisites becomes a note. False: refused, or to be
/// asked again. [IMC-PRE-02]
[[nodiscard]] bool may_come_in(const Entering& entering, const Override& asked, Context& context, Decision& decision);

}  // namespace provost::registration

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

/// Whether the course is open, its sets leave a choice, and the prerequisites are met, or overridden: then the refusal
/// becomes a note, for whoever asks and may. False: refused, or to be asked again. [IMC-PRE-02]
[[nodiscard]] bool may_come_in(const Entering& entering, const Override& asked, Context& context, Decision& decision);

}  // namespace provost::registration

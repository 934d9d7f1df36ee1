// Messages of registration: what a participant's change of state says to whom, and how long that holds.
#pragma once

#include <provost/notices/intent.hpp>

#include <optional>

namespace provost::notices {

/// The message that a change of a place asks for; none when its state stays. `before` null: the place is new.
[[nodiscard]] std::optional<Intent> registration_message(const enrolment::Enrolment* before,
                                                         const enrolment::Enrolment& after);

/// Whether a message still holds, judged by the place as it is now: it does not once it says that the learner has a
/// place and the place is closed, or the other way round. Nor does it when the learner was erased: nobody hears it.
[[nodiscard]] bool still_holds(const Intent& intent, const enrolment::Enrolment& place, const people::Learner& learner);

}  // namespace provost::notices

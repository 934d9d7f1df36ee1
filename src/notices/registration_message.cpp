// The only place that turns changes of state into messages.
#include "notices/registration_message.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::notices {

// IMC-REG-10: each change of state, with the state before and after. A decision that moves a participant twice (a first
// result that is a pass) says where it began and where it ended.
std::optional<Intent> registration_message(const enrolment::Enrolment* before, const enrolment::Enrolment& after) {
    const auto start = before == nullptr ? enrolment::State::none : before->state;
    if (start == after.state) return std::nullopt;
    Intent message;
    message.event = "participant.state-changed";
    message.learner = after.learner;
    message.enrolment = after.id;
    message.start_state = start;
    message.target_state = after.state;
    return message;
}

bool still_holds(const Intent& intent, const enrolment::Enrolment& place, const people::Learner& learner) {
    if (!intent.skill.empty() && place.state != intent.target_state) return false;  // a pass that was corrected
    return people::is_known(learner) && enrolment::is_open(intent.target_state) == enrolment::is_open(place.state);
}

}  // namespace provost::notices

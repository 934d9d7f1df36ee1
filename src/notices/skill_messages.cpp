// IMC-MISC-04: whoever passes has the skills that the course trains; the host keeps them.
#include "notices/skill_messages.hpp"

namespace provost::notices {

std::vector<Intent> skill_messages(const enrolment::Enrolment* before, const enrolment::Enrolment& after,
                                   const catalogue::Course& course) {
    const auto start = before == nullptr ? enrolment::State::none : before->state;
    std::vector<Intent> messages;
    if (start == after.state || after.state != enrolment::State::passed) return messages;
    for (const catalogue::Skill& skill : course.settings.skills) {
        Intent& message = messages.emplace_back();
        message.event = "participant.skill-granted";
        message.learner = after.learner;
        message.enrolment = after.id;
        message.start_state = start;
        message.target_state = after.state;
        message.skill = skill.skill;
        message.level = skill.level;
    }
    return messages;
}

}  // namespace provost::notices

// Days that can not be.
#include "finalise/day.hpp"

namespace provost::finalise {

// Whoever asks may be anywhere: the first zone in which a day begins is 14 hours ahead.
bool has_come(Day day, const Context& context, Decision& decision) {
    const Day latest = std::chrono::floor<std::chrono::days>(context.recorded + std::chrono::hours{14});
    if (day <= latest) return true;
    decision.refuse("date.ahead"_code, {{"day", to_text(day)}});
    return false;
}

bool is_later(const enrolment::ProgramEnrolment& program, Day day, Decision& decision) {
    if (!program.status_on || *program.status_on <= day) return true;
    decision.refuse("date.before-status"_code, {{"day", to_text(*program.status_on)}});
    return false;
}

}  // namespace provost::finalise

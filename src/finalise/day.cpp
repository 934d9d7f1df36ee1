// Days that can not be.
#include "finalise/day.hpp"

#include "enrolment/begun_day.hpp"

namespace provost::finalise {

bool has_come(Day day, std::string_view field, const Context& context, Decision& decision) {
    if (day <= enrolment::latest_begun_day(context.recorded)) return true;
    decision.refuse("date.ahead"_code, {{"day", to_text(day)}, {"field", std::string(field)}});
    return false;
}

bool is_later(const enrolment::ProgramEnrolment& program, Day day, Decision& decision) {
    if (!program.status_on || *program.status_on <= day) return true;
    decision.refuse("date.before-status"_code, {{"day", to_text(*program.status_on)}});
    return false;
}

std::optional<Instant> moment_of(const std::optional<Day>& day, const Zone& zone, const Context& context) {
    if (!day || *day == day_of(context.effective, zone)) return std::nullopt;
    return start_of(*day, zone) + std::chrono::hours{12};
}

}  // namespace provost::finalise

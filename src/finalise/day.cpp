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

}  // namespace provost::finalise

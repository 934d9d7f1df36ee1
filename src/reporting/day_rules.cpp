// The rules about days. What is uncertain: docs/rooms/reporting.md.
#include "reporting/day_rules.hpp"

#include "enrolment/outcome.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

namespace outcome = enrolment::outcome;

// The same day of another year; of a 29 February the 28th where there is none.
Day moved(Day day, int years) {
    const auto date = std::chrono::year_month_day(day) + std::chrono::years(years);
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
}

}  // namespace

Day Period::end() const { return std::min(submitted.value_or(last), last); }

Day first_day_of(std::int64_t year) { return std::chrono::year{static_cast<int>(year)} / 1 / 1; }
Day last_day_of(std::int64_t year) { return std::chrono::year{static_cast<int>(year)} / 12 / 31; }

bool starts_after_period(Day start, std::string_view outcome, const Period& period) {
    if (outcome != outcome::not_started) return period.end() < start;
    return period.national && period.last < start;
}

bool starts_too_early(Day start, const Period& period) { return start < moved(period.first, -5); }

bool lasts_too_long(Day start, Day end) { return moved(start, 5) < end; }

bool ends_in_year(Day end, const Period& period) { return period.first <= end && end <= period.last; }

bool is_final_in_future(Day end, std::string_view outcome, const Period& period) {
    return period.submitted && *period.submitted < end && enrolment::is_final(outcome);
}

bool continues_although_ended(Day end, std::string_view outcome, const Period& period) {
    return outcome == outcome::continuing && end <= period.end();
}

bool is_late_start(Day start, std::string_view outcome, const Period& period) {
    if (outcome != outcome::not_started) return false;
    return period.submitted ? start < *period.submitted : start <= period.last;
}

bool is_completed_later(Day completed, const Period& period) { return period.end() < completed; }

bool is_completed_too_early(Day completed, const Period& period) { return completed < moved(period.first, -10); }

}  // namespace provost::reporting

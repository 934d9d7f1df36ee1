// The range of a resync, and sending again.
#include "lms/resync.hpp"

#include "base/code_table.hpp"

namespace provost::lms {

ResyncCheck resync_range(const std::optional<Day>& since, const std::optional<Day>& until, Instant now,
                         const Zone& zone) {
    const Day today = day_of(now, zone);
    if (!since) return {{}, "resync.since-missing"_code, "since"};         // WIS-RS-03
    if (*since > today) return {{}, "resync.since-future"_code, "since"};  // WIS-RS-03
    const Day last = until.value_or(today);
    if (last < *since) return {{}, "resync.until-before-since"_code, "until"};  // WIS-RS-05
    return {{start_of(*since, zone),
             start_of(std::min(last, latest_day - std::chrono::days{1}) + std::chrono::days{1}, zone)},
            {},
            {}};
}

void send_again(LmsEnrolment& enrolment) {
    enrolment.due = true;
    enrolment.again = true;
    enrolment.tries = 0;
    enrolment.retry_at.reset();
    if (enrolment.state == KeyState::parked) enrolment.state = KeyState::failed;
}

}  // namespace provost::lms

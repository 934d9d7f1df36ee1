// Leaving before the end.
#include "enrolment/withdrawal.hpp"

#include "enrolment/outcome.hpp"

namespace provost::enrolment {

// FIN-WDR-02, -04, -06: the start decides; evidence only when the start falls on the day itself.
bool has_commenced(const Activity& activity, Day day) {
    if (!activity.start_on) return false;
    if (*activity.start_on != day) return *activity.start_on < day;
    return activity.evidence_on && *activity.evidence_on <= day;
}

// FIN-WDR-01..06, FIN-WDR-10: commenced 40 with the end on that day, else 00 with the dates as they are. What is final
// stays: whoever failed and leaves a further attempt has failed.
void withdraw(Enrolment& place, Activity& activity, State state, Day day) {
    place.state = state;
    if (place.unit_status != UnitStatus::none) place.unit_status = default_status(state);
    place.ended_on = day;
    place.holds_seat = false;
    if (is_final(activity.outcome)) return;
    activity.outcome_source = Source::finalise;
    if (has_commenced(activity, day)) {
        activity.outcome = "40";
        activity.end_on = day;
    } else {
        activity.outcome = not_yet_commenced;
    }
}

}  // namespace provost::enrolment

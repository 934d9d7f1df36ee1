// Leaving before the end.
#include "enrolment/withdrawal.hpp"

#include "enrolment/outcome.hpp"

namespace provost::enrolment {

namespace {

// FIN-WDR-06: as long as no start is recorded, that of the participant counts; and what has begun by its evidence.
std::optional<Day> start_of(const Enrolment& place, const Activity& activity) {
    if (activity.start_on) return activity.start_on;
    return place.started_on ? place.started_on : activity.evidence_on;
}

bool has_evidence(const Activity& activity, Day day) { return activity.evidence_on && *activity.evidence_on <= day; }

// FIN-WDR-02: what nobody said stays unsaid, and is never 0.
void keep_hours(Activity& activity, std::optional<std::int64_t> hours, Decision& decision) {
    const auto told = [&](Code what, std::vector<Parameter> more = {}) {
        more.insert(more.begin(), {"subject", activity.subject});
        decision.note(what, std::move(more));
    };
    if (!hours) return told("hours.missing"_code);
    if (*hours < 0) return told("hours.negative"_code, {{"hours", std::to_string(*hours)}});
    activity.hours_attended = hours;
    if (activity.scheduled_hours && *hours > *activity.scheduled_hours) {
        told("hours.above-scheduled"_code,
             {{"hours", std::to_string(*hours)}, {"scheduled", std::to_string(*activity.scheduled_hours)}});
    }
}

// FIN-WDR-02: 40 with the end on that day.
void end_commenced(Activity& activity, const Leaving& leaving, Decision& decision) {
    activity.outcome = "40";
    activity.end_on = leaving.day;
    keep_hours(activity, leaving.hours, decision);
    if (has_evidence(activity, leaving.day)) return;
    decision.note("outcome.withdrawn-without-participation"_code, {{"subject", activity.subject}});
}

// FIN-WDR-03: 00 and no hours; a start that lies ahead stays, and no end lies before it. Dates are made up only when
// asked for.
void end_not_commenced(Activity& activity, const Leaving& leaving, Decision& decision) {
    activity.outcome = not_yet_commenced;
    if (leaving.hours.value_or(0) > 0) {
        decision.note("hours.not-commenced"_code,
                      {{"subject", activity.subject}, {"hours", std::to_string(*leaving.hours)}});
    }
    activity.hours_attended = 0;
    if (!activity.start_on && leaving.fill_dates) activity.start_on = leaving.day + std::chrono::days{1};
    const bool short_end = !activity.end_on ? leaving.fill_dates : activity.start_on > activity.end_on;
    if (short_end) activity.end_on = activity.start_on;
}

}  // namespace

bool has_commenced(const Enrolment& place, const Activity& activity, Day day) {
    const auto start = start_of(place, activity);
    if (!start || is_prospective(place.state)) return false;
    // FIN-WDR-02, FIN-WDR-04: the start decides; evidence only when the start falls on the day itself.
    return *start < day || (*start == day && has_evidence(activity, day));
}

void end_place(Enrolment& place, Day day) {
    place.ended_on = day;
    if (place.started_on > day) place.started_on.reset();
}

void close(Enrolment& place, State state, Day day) {
    place.state = state;
    end_place(place, day);
    place.holds_seat = false;
    if (place.unit_status != UnitStatus::none) place.unit_status = UnitStatus::withdrawn;
}

// FIN-WDR-05: what is final stays: whoever failed and leaves a further attempt has failed.
void leave(Enrolment& place, Activity& activity, const Leaving& leaving, Decision& decision) {
    if (activity.id && !is_final(activity.outcome)) {
        const bool takes_part = !is_prospective(place.state);
        activity.start_on = start_of(place, activity);
        // FIN-WDR-04: hours attended are evidence of participation.
        const bool attended = takes_part && activity.start_on <= leaving.day && leaving.hours.value_or(0) > 0;
        if (attended && activity.start_on && !has_evidence(activity, leaving.day)) activity.evidence_on = leaving.day;
        const bool commenced = has_commenced(place, activity, leaving.day);
        if (takes_part && !commenced && activity.start_on == leaving.day) {
            decision.note("withdrawal.same-day-no-evidence"_code, {{"subject", activity.subject}});
        }
        activity.outcome_source = Source::finalise;
        commenced ? end_commenced(activity, leaving, decision) : end_not_commenced(activity, leaving, decision);
    }
    close(place, leaving.state, leaving.day);
}

}  // namespace provost::enrolment

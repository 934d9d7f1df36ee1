// Leaving, pausing, and what is remembered of a unit.
#include "finalise/unit_ending.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::Source;
using enrolment::State;

void set_outcome(Activity& activity, std::string_view outcome) {
    activity.outcome = outcome;
    activity.outcome_source = Source::finalise;
}

// A place that trains no unit has no status. FIN-ORD-09
void set_status(Enrolment& place, enrolment::UnitStatus status) {
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = status;
}

bool has_evidence(const Activity& activity, Day day) { return activity.evidence_on && *activity.evidence_on <= day; }

// FIN-WDR-06: as long as no start is recorded, that of the participant counts; and what has begun by its evidence.
void find_start(Unit& unit) {
    auto& start = unit.activity.start_on;
    if (!start) start = unit.place.started_on;
    if (!start) start = unit.activity.evidence_on;
}

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

// FIN-WDR-03: no hours; a start that lies ahead stays, and no end lies before it. Dates are made up only when asked
// for.
void keep_dates(Activity& activity, const Leaving& leaving, Decision& decision) {
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

void leave(Unit& unit, const Leaving& leaving, Decision& decision) {
    Activity& activity = unit.activity;
    if (enrolment::is_final(activity.outcome)) return;  // FIN-WDR-05
    find_start(unit);
    // FIN-WDR-04: hours attended are evidence of participation.
    const bool begun = activity.start_on && *activity.start_on <= leaving.day;
    const bool attended = leaving.hours.value_or(0) > 0;
    if (begun && attended && !has_evidence(activity, leaving.day)) activity.evidence_on = leaving.day;
    const bool commenced = enrolment::has_commenced(activity, leaving.day);
    enrolment::withdraw(unit.place, activity, State::cancelled, leaving.day);
    if (!commenced) {
        if (activity.start_on == leaving.day) {
            decision.note("withdrawal.same-day-no-evidence"_code, {{"subject", activity.subject}});
        }
        return keep_dates(activity, leaving, decision);
    }
    keep_hours(activity, leaving.hours, decision);
    if (has_evidence(activity, leaving.day)) return;
    decision.note("outcome.withdrawn-without-participation"_code, {{"subject", activity.subject}});
}

// FIN-DEF-01, FIN-DEF-03: begun units keep start and outcome, only the end moves; others begin on the day of return.
// FIN-DEF-05: as long as no day of return is known, begun units keep their dates and others have none.
void defer(Unit& unit, Day day, std::optional<Day> resumes_on, bool reset_commenced) {
    Activity& activity = unit.activity;
    const bool begun = enrolment::has_commenced(activity, day) && !reset_commenced;
    unit.place.state = State::on_hold;
    unit.place.resumes_on = resumes_on;
    if (resumes_on || !begun) activity.end_on = resumes_on;
    if (begun) return;
    set_status(unit.place, enrolment::UnitStatus::pending);
    activity.start_on = resumes_on;
    set_outcome(activity, enrolment::not_yet_commenced);
}

// IMC-SIG-13: the outcome follows from what was signed, once.
Activity derive_outcome(const Enrolment& place, Activity activity) {
    set_outcome(activity, place.state == State::passed ? "20" : "30");
    activity.end_on = place.ended_on;
    return activity;
}

UnitBefore remembered(const Unit& unit) {
    const Activity& activity = unit.activity;
    UnitBefore before;
    before.state = unit.place.state;
    before.unit_status = unit.place.unit_status;
    before.outcome = activity.outcome;
    before.outcome_source = activity.outcome_source;
    before.start_on = activity.start_on;
    before.end_on = activity.end_on;
    before.ended_on = unit.place.ended_on;
    before.hours_attended = activity.hours_attended;
    before.finalised = unit.place.finalised;
    return before;
}

const Finalisation* current_ending(const Many<Finalisation>& finalisations, Id<Enrolment> place) {
    const Finalisation* found = nullptr;
    for (const Finalisation& each : finalisations) {
        if (each.enrolment == place && !each.taken_back_on) found = &each;
    }
    return found;
}

const Activity* activity_of(const Many<Activity>& activities, Id<Enrolment> place) {
    return activities.first([&](const Activity& activity) { return activity.enrolment == place; });
}

}  // namespace provost::finalise

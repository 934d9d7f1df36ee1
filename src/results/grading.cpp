// A grade, step by step. Every grade that is judged is evidence of participation, even if it writes nothing.
#include "results/grading.hpp"

#include "enrolment/amending.hpp"
#include "enrolment/seats.hpp"
#include "results/guard.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::results {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::OutcomeCode;
using enrolment::State;
using enrolment::UnitStatus;

// A unit enrolment takes the status of its state; a place that trains no unit has none. FIN-ORD-15
void set_status(Enrolment& place) {
    if (place.unit_status != UnitStatus::none) place.unit_status = enrolment::default_status(place.state);
}

// The first result starts: registered becomes in progress (IMC-PART-02), and for duration of use the clock begins.
void start(Enrolment& place, Activity& activity, const catalogue::Course& course, Day day) {
    if (place.state == State::registered) {
        place.state = State::in_progress;
        set_status(place);
        place.started_on = day;
    }
    if (!activity.evidence_on || day < *activity.evidence_on) activity.evidence_on = day;
    if (course.has_dates() || activity.start_on) return;
    activity.start_on = day;
    if (const auto duration = catalogue::parse_duration(course.settings.duration))
        activity.end_on = add(day, *duration);
}

// What the outcome, or else the status that is written, makes of the state. What says that it goes on opens nothing
// that is over: that is no legal move of a grade.
State state_after(const GradeBand& band, const OutcomeCode* code, State now) {
    if (code != nullptr && code->successful) return State::passed;
    if (code != nullptr && code->failed) return State::failed;
    if (band.status == UnitStatus::completed) return State::passed;
    if (band.status == UnitStatus::did_not_complete) return State::failed;
    const bool goes_on = band.status == UnitStatus::current || (code != nullptr && !code->final);
    return goes_on && enrolment::is_concluded(now) ? State::in_progress : now;
}

// WIS-AG-05: a fixed day, or the activity date, or so many days later.
std::optional<Day> end_date(const GradeBand& band, Day day) {
    if (band.end == EndDate::none) return std::nullopt;
    if (band.end == EndDate::fixed) return band.end_on;
    return std::min(day + std::chrono::days{band.end_days.value_or(0)}, latest_day);
}

class Grading {
public:
    Grading(const Standing& standing, const GradeRule& rule, const Incoming& incoming, Decision& decision)
        : standing_(standing),
          rule_(rule),
          incoming_(incoming),
          decision_(decision),
          day_(standing.day(incoming.at)),
          list_(enrolment::find_outcome_list(rule.jurisdiction, rule.release, day_)) {}

    Disposition run(Enrolment& place, Activity& activity) {
        // IMC-SIG-11: what is signed stays, and somebody looks at what would change it.
        if (place.signed_at) return hold("participant.signed"_code);
        const GradeBand* band = activity.id ? judge_grade(rule_, incoming_.told) : nullptr;
        const bool evidence = incoming_.partial || !activity.id || is_silent(band);  // only a unit has an outcome
        if (!evidence) {  // WIS-AG-04: what the guard stops begins nothing either
            if (const Code why = guarded(rule_, *standing_.place, activity)) return keep(why);
        }
        const bool closed = enrolment::is_closed(standing_.place, nullptr);  // FIN-ORD-14
        if (!closed) start(place, activity, *standing_.course, day_);
        if (incoming_.partial) decision_.code = "result.partial"_code;
        if (evidence) return Disposition::evidence;
        if (band == nullptr) return hold("result.no-band"_code);          // WIS-AG-06
        if (incoming_.review) return hold("result.link-review"_code);     // PPR-RES-06
        if (band->review) return hold("result.contradicts-itself"_code);  // PPR-RES-01
        return carry_out(*band, place, activity);
    }

private:
    [[nodiscard]] bool is_silent(const GradeBand* band) const {
        if (band == nullptr) return incoming_.told.completion == Completion::incomplete;
        return !writes(*band) && !band->review;
    }

    Disposition hold(Code why, std::vector<Parameter> parameters = {}) {
        decision_.hold(why, std::move(parameters));
        return Disposition::review;
    }

    Disposition keep(Code why) {
        decision_.code = why;
        return is_conflict(why) ? Disposition::conflict : Disposition::kept;
    }

    Disposition carry_out(const GradeBand& band, Enrolment& place, Activity& activity) {
        const OutcomeCode* code = nullptr;
        if (!band.outcome.empty()) {
            code = list_ == nullptr ? nullptr : enrolment::find_outcome(*list_, band.outcome, day_);
            if (code == nullptr) return hold("outcome.unknown"_code);
        }
        const bool was_successful = enrolment::is_successful(activity.outcome);
        // WIS-AG-17: no event takes an achievement back.
        if (was_successful && code != nullptr && !code->successful) return hold("result.takes-back"_code);
        const State to = state_after(band, code, place.state);
        const bool reopens = enrolment::is_concluded(place.state) && !enrolment::is_concluded(to);
        if (reopens || (to != place.state && !enrolment::may_move(place.state, to, enrolment::Mover::grade_rule))) {
            return hold("transition.illegal"_code, enrolment::illegal_move(place.state, to));
        }
        const auto end = end_date(band, day_);
        const bool early = activity.start_on && std::min(day_, end.value_or(day_)) < *activity.start_on;
        if (early) return hold("result.before-start"_code);  // WIS-AG-05
        const bool successful = code == nullptr ? was_successful : code->successful;
        if (const Code late = comes_late(activity, successful, was_successful)) return keep(late);
        write(band, end, to, place, activity);
        return Disposition::applied;
    }

    // WIS-AG-17: the grade of the last day counts, in whatever order they are told; or the best one.
    [[nodiscard]] Code comes_late(const Activity& activity, bool successful, bool was_successful) const {
        const bool unset = activity.outcome.empty();  // results alone, or Final, may stand there all the same
        if (!unset && activity.outcome_source != enrolment::Source::lms) return {};
        if (rule_.counts == Counts::best && unset && activity.final_grade.empty()) return {};
        if (rule_.counts == Counts::best) {
            const bool better = is_better(rule_, incoming_.told, successful, activity, was_successful);
            return better ? Code{} : "result.not-better"_code;
        }
        std::optional<Day> last;
        for (const ResultEvent* event : standing_.events) {
            const bool here = event->enrolment == standing_.place->id;  // not of an earlier place in the course
            if (!here || event->disposition != Disposition::applied || !event->occurred_at) continue;
            last = std::max(last, std::optional(standing_.day(*event->occurred_at)));
        }
        if (!last && !unset) last = activity.end_on;  // it came along from another place
        return last && day_ < *last ? "result.older"_code : Code{};
    }

    void write(const GradeBand& band, std::optional<Day> end, State to, Enrolment& place, Activity& activity) {
        if (!band.outcome.empty()) {
            activity.outcome = band.outcome;
            activity.outcome_source = incoming_.source;
            activity.provenance = incoming_.provenance;  // PPR-RES-02
        }
        if (!band.result.empty()) activity.result = band.result;
        if (band.grade_point) activity.grade_point = band.grade_point;
        if (end) activity.end_on = end;
        // WIS-AG-04: Final is the grade as it was received.
        if (incoming_.told.says_grade()) activity.final_grade = as_text(incoming_.told);
        if (enrolment::is_concluded(to)) {  // IMC-PART-03
            place.state = to;
            place.ended_on = end.value_or(day_);
            set_status(place);
        }
        if (band.status != UnitStatus::none && place.unit_status != UnitStatus::none) place.unit_status = band.status;
    }

    const Standing& standing_;
    const GradeRule& rule_;
    const Incoming& incoming_;
    Decision& decision_;
    Day day_;
    const enrolment::OutcomeList* list_;
};

}  // namespace

ResultEvent event_of(const Told& told, Context& context) {
    ResultEvent event;
    event.id = context.ids.take<ResultEvent>();
    event.occurred_at = context.effective;
    event.grade_percent = told.number;
    event.completion = told.completion;
    event.grade = told.text;
    return event;
}

const Activity* activity_of(const Many<Activity>& activities, const Enrolment& place) {
    return activities.first([&](const Activity& activity) { return activity.enrolment == place.id; });
}

void grade(const Standing& standing, const GradeRule* rule, const Incoming& incoming, ResultEvent event,
           Decision& decision) {
    Enrolment place = *standing.place;
    Activity activity = standing.activity == nullptr ? Activity{} : *standing.activity;
    event.enrolment = place.id;
    event.source = incoming.source;
    event.outcome_before = activity.outcome;
    if (rule == nullptr && activity.id) {  // WIS-AG-01, WIS-AG-19: nothing but a log entry
        decision.code = event.code = "result.no-rule"_code;
        return decision.put(std::move(event));
    }
    const GradeRule& judged_by = rule == nullptr ? shipped_rule() : *rule;
    event.disposition = Grading(standing, judged_by, incoming, decision).run(place, activity);
    event.code = decision.code;
    event.rule = judged_by.id;
    if (event.disposition == Disposition::applied) event.outcome = activity.outcome;
    decision.put(std::move(event));
    decision.put(place);
    if (standing.activity != nullptr) decision.put(activity);
    enrolment::keep_seats(*standing.course, *standing.seats, standing.place, place, decision);
    if (place.state != standing.place->state) decision.access_due(place);
    decision.by_rule = true;  // IMC-REG-10: whoever brings a result, the grade rule moves the participant
}

}  // namespace provost::results

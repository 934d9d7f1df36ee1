// project, step by step: the outcome code first, since it says which days count; then the fields.
#include "reporting/project.hpp"

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"

namespace provost::reporting {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

constexpr RuleFinding ends_too_early{3252, "report.open-ended-early"_code};

// Recognition and credit: assessed or acknowledged, without any training.
bool is_recognition(std::string_view outcome) { return outcome == "51" || outcome == "52" || outcome == "60"; }

// A place in which one learns, now or after a pause.
bool holds_place(State state) {
    return state == State::registered || state == State::in_progress || state == State::on_hold;
}

Omission judge_final(const ActivitySource& source, const Collection& collection) {
    const Activity& activity = source.activity;
    if (!activity.start_on || !activity.end_on) return Omission::dates_missing;
    const bool inside = collection.first() <= *activity.end_on && *activity.end_on <= collection.last();
    if (!inside) return Omission::outside_period;
    const bool trained_here = source.enrolment != nullptr || is_recognition(activity.outcome);
    return trained_here ? Omission::none : Omission::no_course;
}

// FIN-WDR-09: 00 itself is never written; 85 only while the learner stays enrolled and the start still lies ahead.
Omission judge_not_yet_commenced(const ActivitySource& source, const Collection& collection) {
    if (source.enrolment == nullptr) return Omission::no_course;
    if (!holds_place(source.enrolment->state)) return Omission::withdrawn_before_start;
    const Activity& activity = source.activity;
    if (!activity.start_on || !activity.end_on) return Omission::dates_missing;
    const bool ahead = collection.submitted_on < *activity.start_on && *activity.start_on <= collection.last();
    return ahead ? Omission::none : Omission::deferral_not_ahead;
}

Omission judge_open(const ActivitySource& source, const Collection& collection) {
    if (source.enrolment == nullptr) return Omission::no_course;
    if (!holds_place(source.enrolment->state)) return Omission::no_place;
    if (!enrolment::has_commenced(source.activity, collection.seen_on())) return Omission::not_commenced;
    return source.activity.end_on ? Omission::none : Omission::dates_missing;
}

// FIN-REP-05: derived, never typed. Unknown while nobody said when the program was begun.
std::string_view commencing_program(const ActivitySource& source, const Collection& collection) {
    if (source.program.empty()) return "8";
    const auto* enrolment = source.program_enrolment;
    if (enrolment == nullptr || !enrolment->commenced_on) return {};
    return *enrolment->commenced_on < collection.first() ? "4" : "3";
}

// FIN-REP-06: the standard fixes the modes of recognition and credit, so no setting can make them wrong.
void fill_delivery(const ActivitySource& source, ActivityRecord& row) {
    if (is_recognition(row.outcome)) {
        row.delivery_mode = "NNN";
        row.predominant_mode = "N";
        if (row.outcome == "60") row.scheduled_hours = 0;
        return;
    }
    const auto& mode = source.course_has_dates ? source.defaults.with_dates : source.defaults.duration_of_use;
    row.delivery_mode = mode.identifier;
    row.predominant_mode = mode.predominant;
}

// FIN-REP-06: who took no course has the location of the program, else the organisation's main one.
const organisation::Location* location_of(const ActivitySource& source) {
    if (source.enrolment != nullptr && source.course_location != nullptr) return source.course_location;
    return source.program_location != nullptr ? source.program_location : source.main_location;
}

ActivityRecord make_row(const ActivitySource& source, std::string_view outcome, const Collection& collection) {
    ActivityRecord row;
    row.delivered_at = location_of(source);
    if (source.provider != nullptr) row.organisation = source.provider->identifier;
    if (row.delivered_at != nullptr) row.location = row.delivered_at->identifier;
    row.client = source.client;
    row.subject = source.activity.subject;
    row.program = source.program;
    row.start_on = source.activity.start_on;
    row.end_on = source.activity.end_on;
    row.outcome = outcome;
    row.funding_source = source.defaults.funding_source;
    row.commencing_program = commencing_program(source, collection);
    fill_delivery(source, row);
    return row;
}

}  // namespace

Day Collection::first() const { return std::chrono::year{static_cast<int>(year)} / 1 / 1; }
Day Collection::last() const { return std::chrono::year{static_cast<int>(year)} / 12 / 31; }

std::string_view code_name(Omission omission) {
    switch (omission) {
        case Omission::none: break;
        case Omission::not_commenced: return "report.not-commenced";
        case Omission::withdrawn_before_start: return "report.withdrawn-before-start";
        case Omission::deferral_not_ahead: return "report.deferral-not-ahead";
        case Omission::outside_period: return "report.outside-period";
        case Omission::dates_missing: return "report.dates-missing";
        case Omission::no_place: return "report.no-place";
        case Omission::no_course: return "report.no-course";
    }
    return {};
}

std::array<FieldValue, 27> ActivityRecord::values() const {
    const auto day = [](std::optional<Day> value) { return value ? FieldValue(*value) : FieldValue(); };
    const auto hours = scheduled_hours ? FieldValue(*scheduled_hours) : FieldValue();
    return {organisation,
            location,
            client,
            subject,
            program,
            day(start_on),
            day(end_on),
            delivery_mode,
            outcome,
            funding_source,
            commencing_program,
            {},
            {},
            study_reason,
            vet_in_schools,
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            hours,
            predominant_mode};
}

// FIN-REP-01, FIN-REP-02: final outcomes are reported as they are; open ones 70 once commenced; 00 perhaps 85.
Projection project(const ActivitySource& source, const Collection& collection) {
    Projection projection;
    std::string_view outcome = source.activity.outcome;
    if (enrolment::is_final(outcome)) {
        projection.omission = judge_final(source, collection);
    } else if (outcome == enrolment::not_yet_commenced) {
        outcome = "85";
        projection.omission = judge_not_yet_commenced(source, collection);
    } else {
        outcome = "70";
        projection.omission = judge_open(source, collection);
        // What goes on must end after the submission, and in the submission for the whole year after the year.
        const bool ended = source.activity.end_on && *source.activity.end_on <= collection.seen_on();
        if (projection.omission == Omission::none && ended) projection.finding = ends_too_early;
    }
    if (projection.omission == Omission::none) projection.row = make_row(source, outcome, collection);
    return projection;
}

Reason explain(Omission omission, const ActivitySource& source, const Collection& collection) {
    const Activity& activity = source.activity;
    Reason reason;
    reason.code = find_code(code_name(omission));
    reason.mark = omission == Omission::none ? Mark::met : Mark::not_met;
    reason.parameters = {{"submitted_on", to_text(collection.submitted_on)},
                         {"first", to_text(collection.first())},
                         {"last", to_text(collection.last())}};
    const bool by_end = omission == Omission::outside_period;
    reason.evidence.push_back(
        {"activity", activity.id.value, activity.outcome, by_end ? activity.end_on : activity.start_on});
    return reason;
}

}  // namespace provost::reporting

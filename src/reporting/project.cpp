// project, step by step: what stays out; then the outcome code, since it says which days count; then the fields.
#include "reporting/project.hpp"

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"
#include "reporting/statuses.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::reporting {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::NotStarted;
using enrolment::State;
namespace outcome = enrolment::outcome;

// What the outcome and the days make of an activity.
struct Draft {
    Omission omission = Omission::none;
    std::string_view outcome{};
};

// A place in which one learns, now or after a pause.
bool holds_place(State state) { return enrolment::takes_part(state) || state == State::on_hold; }

// FIN-REP-10, FIN-ORD-11: a state is told of the program enrolments that name it, and of nothing else.
Omission judge_scope(const ActivitySource& source, const Collection& collection) {
    const auto* program = source.program_enrolment;
    if (source.is_test) return Omission::test_record;
    if (source.activity.not_reported || (program != nullptr && program->not_reported)) return Omission::left_out;
    if (collection.is_national()) return Omission::none;
    const bool named = program != nullptr && program->target == collection.target->name;
    return named ? Omission::none : Omission::other_target;
}

Omission judge_final(const ActivitySource& source, const Collection& collection, std::string_view outcome) {
    const Activity& activity = source.activity;
    if (!activity.start_on || !activity.end_on) return Omission::dates_missing;
    // FIN-REP-03: what has ended is told of in the year in which it did.
    if (!ends_in_year(*activity.end_on, collection.period())) return Omission::outside_period;
    const bool trained_here = source.enrolment != nullptr || enrolment::is_recognition(outcome);
    return trained_here ? Omission::none : Omission::no_course;
}

// A state that wants to know of all that has not begun: of what was enrolled by the year's end and is not over before.
Omission judge_planned(const ActivitySource& source, const Collection& collection) {
    const bool later = source.enrolment->enrolled_on && collection.last() < *source.enrolment->enrolled_on;
    return later || *source.activity.end_on < collection.first() ? Omission::outside_period : Omission::none;
}

// FIN-WDR-09: 00 itself is never written; 85 only while the learner stays enrolled and the start still lies ahead, or
// where the target wants it in any case. FIN-REP-02: who says 85 of what should have begun gets the row, and a finding
// with it, before the deadline.
Omission judge_not_begun(const ActivitySource& source, const Collection& collection) {
    if (source.enrolment == nullptr) return Omission::no_course;
    const Activity& activity = source.activity;
    const bool always = collection.target->not_started == NotStarted::always;
    if (!always && !holds_place(source.enrolment->state)) return Omission::withdrawn_before_start;
    if (collection.release->not_started.empty()) return Omission::not_in_release;
    if (!activity.start_on || !activity.end_on) return Omission::dates_missing;
    if (always) return judge_planned(source, collection);
    if (collection.last() < *activity.start_on) return Omission::deferral_not_ahead;
    if (activity.outcome == outcome::not_started) {
        return *activity.end_on < collection.first() ? Omission::outside_period : Omission::none;
    }
    return collection.submitted_on < *activity.start_on ? Omission::none : Omission::deferral_not_ahead;
}

Draft judge_open(const ActivitySource& source, const Collection& collection) {
    const Activity& activity = source.activity;
    if (source.enrolment == nullptr) return {Omission::no_course};
    if (!holds_place(source.enrolment->state)) return {Omission::no_place};
    // FIN-WDR-06: whoever takes part has begun, also where nobody recorded since when.
    if (enrolment::has_commenced(*source.enrolment, activity, collection.seen_on())) {
        const bool dated = activity.start_on && activity.end_on;
        return {dated ? Omission::none : Omission::dates_missing, outcome::continuing};
    }
    const bool wanted = collection.target->not_started == NotStarted::always;
    const bool planned = wanted && activity.start_on && activity.end_on && !collection.release->not_started.empty();
    if (!planned) return {Omission::not_commenced};
    return {judge_planned(source, collection), collection.release->not_started};
}

// FIN-REP-02: final outcomes are reported as they are, those of states by their national codes elsewhere; open ones 70
// once commenced; what has not begun perhaps 85.
Draft judge_outcome(const ActivitySource& source, const Collection& collection) {
    const std::string_view stored = source.activity.outcome;
    if (enrolment::is_final(stored)) return {judge_final(source, collection, stored), collection.told(stored)};
    const bool not_begun = !stored.empty() && !enrolment::says_commenced("AU", stored);  // 00, 85, 66 of a state
    if (not_begun) return {judge_not_begun(source, collection), collection.release->not_started};
    Draft draft = judge_open(source, collection);
    // A state may have a word of its own for what goes on: recognition in progress, 50 of Victoria.
    const bool own = !collection.is_national() && !stored.empty() && collection.has(stored) &&
                     enrolment::national_code(stored) == stored;
    if (own && draft.outcome == outcome::continuing) draft.outcome = stored;
    return draft;
}

// FIN-TRN-08: of a superseded program what was concluded, and what was begun in an earlier year. FIN-TRN-02: what was
// reported before goes on being reported.
bool is_wanted_after_transition(const ActivitySource& source, const Collection& collection, std::string_view told) {
    const auto* program = source.program_enrolment;
    if (!collection.target->narrows_transitions || program == nullptr) return true;
    if (!is_transitioned(program->status) || source.reported.latest != nullptr) return true;
    if (told == collection.release->not_started) return false;
    const bool open = told == outcome::continuing || enrolment::says_left(told);
    if (!open || !program->status_on) return true;
    const auto year_of = [](Day day) { return std::chrono::year_month_day(day).year(); };
    return year_of(*source.activity.start_on) < year_of(*program->status_on);
}

// FIN-REP-05, FIN-TRN-07: derived, never typed; whoever goes on from a superseded program continues. Unknown while
// nobody said when the program was begun.
std::string_view commencing_program(const ActivitySource& source, const Collection& collection) {
    if (source.program.empty()) return "8";
    if (!source.commenced_on) return {};
    return *source.commenced_on < collection.first() ? "4" : "3";
}

// Release 7.0 numbers the modes and has no word for several at once: the predominant one stands for them.
std::string_view numbered_mode(std::string_view mode, std::string_view predominant) {
    if (mode == "NNN") return "90";
    if (mode == "YNN" || predominant == "I") return "10";
    if (mode == "NYN" || predominant == "E") return "20";
    return mode == "NNY" || predominant == "W" ? "30" : "40";
}

// FIN-REP-06: the standard fixes the modes of recognition and credit, so no setting can make them wrong.
void fill_delivery(const ActivitySource& source, const Collection& collection, ActivityRecord& row) {
    const bool recognition = enrolment::is_recognition(row.outcome);
    const auto& mode = source.course_has_dates ? source.defaults.with_dates : source.defaults.duration_of_use;
    row.delivery_mode = recognition ? "NNN" : std::string_view(mode.identifier);
    row.predominant_mode = recognition ? "N" : std::string_view(mode.predominant);
    row.scheduled_hours =
        row.outcome == outcome::credit ? std::optional<std::int64_t>(0) : source.activity.scheduled_hours;
    const bool numbered = collection.release->numbers_modes && !row.delivery_mode.empty();
    if (numbered) row.delivery_mode = numbered_mode(row.delivery_mode, row.predominant_mode);
}

// FIN-REP-06: who took no course has the location of the program, else the organisation's main one.
const organisation::Location* location_of(const ActivitySource& source) {
    if (source.enrolment != nullptr && source.course_location != nullptr) return source.course_location;
    return source.program_location != nullptr ? source.program_location : source.main_location;
}

void fill_details(const ActivitySource& source, ActivityRecord& row) {
    row.funding_source = source.defaults.funding_source;
    if (source.details == nullptr) return;
    const auto& stated = source.details->stated;
    if (!stated.study_reason.empty()) row.study_reason = stated.study_reason;
    if (!stated.funding_source.empty()) row.funding_source = stated.funding_source;
    row.vet_in_schools = stated.vet_in_schools ? "Y" : "N";
    row.school_type = stated.school_type;
    row.specific_funding = stated.specific_funding;
    row.training_contract = stated.training_contract;
    row.apprenticeship_client = stated.apprenticeship_client;
    row.state_funding = stated.state_funding;
    row.tuition_fee = stated.tuition_fee;
    row.fee_exemption = stated.fee_exemption;
    row.contract_schedule = stated.contract_schedule;
}

// The commitment in force; only quotes, commitments and school-based ones are exported.
std::string_view commitment_of(const ActivitySource& source, const Collection& collection) {
    if (!collection.target->has_commitments) return {};
    std::string_view in_force;
    for (const auto& one : source.program_enrolment->commitments) {
        const bool cancelled = one.cancelled_on && *one.cancelled_on <= collection.submitted_on;
        const bool begun = !one.from || *one.from <= collection.submitted_on;
        const bool exported = !one.identifier.empty() && std::string_view("QCS").find(one.identifier[0]) < 3;
        if (begun && !cancelled && exported) in_force = one.identifier;
    }
    return in_force;
}

// FIN-WDR-07, FIN-DEF-02, FIN-ORD-10: the status itself is never exported, what the target makes of it is.
std::string_view state_outcome(const ActivitySource& source, const Collection& collection, std::string_view told) {
    if (source.program_enrolment == nullptr) return {};
    const auto& status = source.program_enrolment->status;
    const bool not_begun = told == collection.release->not_started;
    if (has_left(status) && (told == outcome::withdrawn || not_begun || collection.tnc_all_rows)) {
        return collection.target->not_completed;
    }
    const bool touched = told == outcome::continuing || not_begun;
    return is_deferred(status) && touched ? collection.target->deferred : std::string_view();
}

// What Victoria and Tasmania append.
void fill_own_part(const ActivitySource& source, ActivityRecord& row) {
    if (source.enrolment != nullptr) row.enrolled_on = source.enrolment->enrolled_on;
    row.activity = std::to_string(source.activity.id.value);
    row.program_commenced_on = source.program_enrolment->commenced_on;
    row.program_enrolment = std::to_string(source.program_enrolment->id.value);
}

void fill_state_part(const ActivitySource& source, const Collection& collection, ActivityRecord& row) {
    if (!collection.target->state_part) return;
    row.state_outcome = state_outcome(source, collection, row.outcome);
    row.purchasing_contract = commitment_of(source, collection);
    row.associated_course = source.former_program;
    const bool ended_early = row.outcome == outcome::withdrawn || row.outcome == outcome::closed;
    if (ended_early) row.hours_attended = source.activity.hours_attended;
    fill_own_part(source, row);
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
    row.commencing_program = commencing_program(source, collection);
    fill_details(source, row);
    fill_delivery(source, collection, row);
    fill_state_part(source, collection, row);
    return row;
}

}  // namespace

// FIN-WDR-08: derived each time, never stored a second time. 40 and 41 are told apart by whoever ended the unit.
std::string_view Collection::told(std::string_view stored) const {
    if (enrolment::national_code(stored) == outcome::superseded) return target->superseded;
    const auto* list = enrolment::outcome_list_of(target->jurisdiction, release->name);
    return list == nullptr ? stored : enrolment::told_by(*list, stored, last());
}

bool Collection::has(std::string_view code) const {
    const auto* list = enrolment::outcome_list_of(target->jurisdiction, release->name);
    return list != nullptr && enrolment::find_outcome(*list, code, last()) != nullptr;
}

Projection project(const ActivitySource& source, const Collection& collection) {
    Projection projection;
    projection.omission = judge_scope(source, collection);
    if (projection.omission == Omission::none) {
        const Draft draft = judge_outcome(source, collection);
        projection.omission = draft.omission;
        const bool whole = draft.omission == Omission::none;
        if (whole && !is_wanted_after_transition(source, collection, draft.outcome)) {
            projection.omission = Omission::transitioned;
        } else if (whole) {
            projection.row = make_row(source, draft.outcome, collection);
        }
    }
    projection.findings = find_in(projection, source, collection);
    return projection;
}

}  // namespace provost::reporting

// Telling, applying and declining amendments.
#include "finalise/amend.hpp"

#include "enrolment/amending.hpp"
#include "enrolment/history.hpp"
#include "enrolment/target.hpp"
#include "finalise/credential.hpp"
#include "finalise/status_change.hpp"

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Amendment;
using enrolment::AmendmentState;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;

const ProgramEnrolment* program_of(const AmendFacts& facts, const Activity& activity) {
    return facts.programs.first([&](const ProgramEnrolment& each) { return each.id == activity.program_enrolment; });
}

bool is_meant(const AmendFacts& facts, const Activity& activity) {
    if (!facts.program) return true;
    const auto* program = program_of(facts, activity);
    return program != nullptr && program->program == facts.program->id;
}

// Of several attempts in one program the latest.
const Activity* activity_meant(const AmendFacts& facts, Decision& decision) {
    const Activity* found = nullptr;
    for (const Activity& each : facts.activities) {
        if (!is_meant(facts, each)) continue;
        if (found != nullptr && found->program_enrolment != each.program_enrolment) {
            return (decision.refuse("activity.ambiguous"_code), nullptr);
        }
        found = &each;
    }
    if (found == nullptr) decision.refuse("activity.unknown"_code);
    return found;
}

Activity told(const Amend& request, Activity activity) {
    if (!request.outcome.empty()) activity.outcome = request.outcome;
    if (request.start_on) activity.start_on = request.start_on;
    if (request.end_on) activity.end_on = request.end_on;
    if (request.hours_attended) activity.hours_attended = request.hours_attended;
    return activity;
}

bool says_values(const Amend& request) {
    return !request.outcome.empty() || request.start_on || request.end_on || request.hours_attended;
}

// What it changes, each with what stood there when it was told.
bool changes_outcome(const Amendment& told) { return told.outcome != told.outcome_before; }
bool changes_start(const Amendment& told) { return told.start_on != told.start_before; }
bool changes_end(const Amendment& told) { return told.end_on != told.end_before; }
bool changes_hours(const Amendment& told) { return told.hours_attended != told.hours_before; }

// An outcome that differs is a person's from then on.
Activity amended(const Amendment& amendment, Activity activity) {
    if (changes_outcome(amendment)) {
        activity.outcome = amendment.outcome;
        activity.outcome_source = enrolment::Source::manual;
    }
    if (changes_start(amendment)) activity.start_on = amendment.start_on;
    if (changes_end(amendment)) activity.end_on = amendment.end_on;
    if (changes_hours(amendment)) activity.hours_attended = amendment.hours_attended;
    return activity;
}

// Whoever told it saw other values: what would come of it now nobody has said.
bool is_outdated(const Amendment& amendment, const Activity& activity) {
    return (changes_outcome(amendment) && activity.outcome != amendment.outcome_before) ||
           (changes_start(amendment) && activity.start_on != amendment.start_before) ||
           (changes_end(amendment) && activity.end_on != amendment.end_before) ||
           (changes_hours(amendment) && activity.hours_attended != amendment.hours_before);
}

// FIN-CRD-02: the day of completion is that of the last requirement, whatever is told of it later. What was issued for
// it stays, and is told.
void follow_completion(const AmendFacts& facts, const Activity& activity, const Context& context, Decision& decision) {
    const auto* found = program_of(facts, activity);
    if (found == nullptr || !found->completed_on) return;
    const auto all =
        context.find<Activity>(find_index(type_of<Activity>(), "program_enrolment"), {{found->id.value, {}, false}});
    const auto of = context.one<catalogue::Program>(found->program.value);
    if (!all || !of) return;
    Activities in_program;
    for (const Activity& each : *all) in_program.push_back(each.id == activity.id ? &activity : &each);
    const auto award = award_facts(*found, in_program, context);
    if (!award) return;
    const auto day = last_requirement(*award);
    if (day == found->completed_on) return;
    if (day) {
        decision.note("completion.day-moved"_code, {{"from", to_text(*found->completed_on)}, {"to", to_text(*day)}});
        ProgramEnrolment program = *found;
        program.completed_on = day;
        decision.put(std::move(program));
    } else {
        decision.note("packaging.incomplete"_code, {{"program", (*of)->code}});
    }
    tell_in_force(award->credentials, decision);
}

// Why it was decided so stands beside it: it goes when the learner is erased.
void decide_on(Amendment amendment, const Amend& request, const AmendFacts& facts, const Activity& activity,
               Context& context, Decision& decision) {
    const Code what = request.decline ? "amendment.declined"_code : "amendment.applied"_code;
    enrolment::ProgramChange change = change_of(activity.program_enrolment, activity.learner, what, context);
    change.activity = activity.id;
    change.reason = request.reason;
    amendment.state = request.decline ? AmendmentState::declined : AmendmentState::applied;
    amendment.decided_with = change.id.value;
    amendment.decided_by = context.asked_by;
    amendment.decided_at = context.recorded;
    decision.put(amendment);
    decision.put(std::move(change));
    if (request.decline) return;
    const Activity applied = amended(amendment, activity);
    decision.put(applied);
    follow_completion(facts, applied, context, decision);
}

// FIN-ORD-14: an amendment is checked when it is told, and again when it is applied.
// A grade is told by its rule, whose list may be another country's.
bool has_right_values(const AmendFacts& facts, const Activity& wanted, const Activity& stands, bool by_grade,
                      const Context& context, Decision& decision) {
    const auto* program = program_of(facts, stands);
    const std::string_view target = program == nullptr ? enrolment::national_target : std::string_view(program->target);
    const Day day = wanted.end_on.value_or(std::chrono::floor<std::chrono::days>(context.effective));
    const bool sets_outcome = !wanted.outcome.empty() && wanted.outcome != stands.outcome;
    const bool known = enrolment::find_outcome_for(target, wanted.outcome, day) != nullptr ||
                       (by_grade && enrolment::find_outcome(wanted.outcome) != nullptr);
    if (sets_outcome && !known) {
        decision.refuse("outcome.unknown"_code);
    } else if (wanted.start_on && wanted.end_on && *wanted.end_on < *wanted.start_on) {
        decision.refuse("date.end-before-start"_code);
    }
    return !decision.refused();
}

void decide_earlier(const Amend& request, const AmendFacts& facts, const Activity& activity, Context& context,
                    Decision& decision) {
    const auto* amendment = facts.amendments.first(
        [&](const Amendment& each) { return each.id.value == request.amendment && each.activity == activity.id; });
    if (amendment == nullptr) return decision.refuse("amendment.unknown"_code);
    if (amendment->state != AmendmentState::pending) return decision.refuse("amendment.decided"_code);
    if (says_values(request)) return decision.refuse("amendment.values-beside"_code);
    if (request.reason.empty()) return decision.refuse("reason.missing"_code);
    if (!request.decline && is_outdated(*amendment, activity)) return decision.refuse("amendment.outdated"_code);
    const bool by_grade = amendment->source == enrolment::Source::lms;
    const Activity wanted = amended(*amendment, activity);
    if (!request.decline && !has_right_values(facts, wanted, activity, by_grade, context, decision)) return;
    decide_on(*amendment, request, facts, activity, context, decision);
}

}  // namespace

void amend(const Amend& request, const AmendFacts& facts, Context& context, Decision& decision) {
    const Activity* activity = activity_meant(facts, decision);
    if (activity == nullptr) return;
    if (request.amendment != 0) return decide_earlier(request, facts, *activity, context, decision);

    // FIN-ORD-14: only what is final needs an amendment; without a reason it waits.
    const auto* place = facts.places.first([&](const Enrolment& each) { return each.id == activity->enrolment; });
    if (!enrolment::is_closed(place, program_of(facts, *activity))) return decision.refuse("finalise.not-ended"_code);
    const Activity wanted = told(request, *activity);
    if (!has_right_values(facts, wanted, *activity, /*by_grade=*/false, context, decision)) return;
    Amendment amendment = enrolment::amendment_of(*activity, wanted, enrolment::Source::manual, context);
    const bool waits = request.reason.empty();
    if (waits && request.decline) return decision.refuse("reason.missing"_code);
    if (!enrolment::says_something(amendment)) return decision.unchanged(activity->id.value);
    const auto told_as = [&](AmendmentState state) {
        return enrolment::told_before(facts.amendments, amendment, state);
    };
    // What was told before is not told twice: what waits is decided, what was declined stays so.
    const Amendment* waiting = told_as(AmendmentState::pending);
    if (waits && waiting != nullptr) return decision.unchanged(activity->id.value);
    if (waiting != nullptr && !is_outdated(*waiting, *activity)) {
        return decide_on(*waiting, request, facts, *activity, context, decision);
    }
    if (request.decline && told_as(AmendmentState::declined)) return decision.unchanged(activity->id.value);
    amendment.id = context.ids.take<Amendment>();
    if (!waits) return decide_on(std::move(amendment), request, facts, *activity, context, decision);
    decision.hold("amendment.pending"_code);
    decision.put(std::move(amendment));
}

}  // namespace provost::finalise

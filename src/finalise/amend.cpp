// Telling, applying and declining amendments.
#include "finalise/amend.hpp"

#include "enrolment/amending.hpp"
#include "enrolment/outcome.hpp"
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

// What differed when it was told; an outcome that differed is a person's from then on.
void apply(const Amendment& amendment, Activity activity, Decision& decision) {
    if (amendment.outcome != amendment.outcome_before) {
        activity.outcome = amendment.outcome;
        activity.outcome_source = enrolment::Source::manual;
    }
    if (amendment.start_on != amendment.start_before) activity.start_on = amendment.start_on;
    if (amendment.end_on != amendment.end_before) activity.end_on = amendment.end_on;
    if (amendment.hours_attended != amendment.hours_before) activity.hours_attended = amendment.hours_attended;
    decision.put(std::move(activity));
}

// Why it was decided so stands beside it: it goes when the learner is erased.
void decide_on(Amendment amendment, const Amend& request, const Activity& activity, Context& context,
               Decision& decision) {
    const Code what = request.decline ? "amendment.declined"_code : "amendment.applied"_code;
    ProgramChange change = change_of(activity.program_enrolment, activity.learner, what, context);
    change.activity = activity.id;
    change.reason = request.reason;
    amendment.state = request.decline ? AmendmentState::declined : AmendmentState::applied;
    amendment.decided_with = change.id.value;
    amendment.decided_by = context.asked_by;
    amendment.decided_at = context.recorded;
    decision.put(amendment);
    decision.put(std::move(change));
    if (!request.decline) apply(amendment, activity, decision);
}

bool has_right_values(const Activity& activity, Decision& decision) {
    if (!activity.outcome.empty() && enrolment::find_outcome(activity.outcome) == nullptr) {
        decision.refuse("outcome.unknown"_code);
    } else if (activity.start_on && activity.end_on && *activity.end_on < *activity.start_on) {
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
    if (request.reason.empty()) return decision.refuse("reason.missing"_code);
    decide_on(*amendment, request, activity, context, decision);
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
    if (!has_right_values(wanted, decision)) return;
    Amendment amendment = enrolment::amendment_of(*activity, wanted, enrolment::Source::manual, context);
    const bool waits = request.reason.empty();
    if (!enrolment::says_something(amendment)) return decision.unchanged(activity->id.value);
    if (waits && enrolment::waits_already(facts.amendments, amendment)) return decision.unchanged(activity->id.value);
    amendment.id = context.ids.take<Amendment>();
    if (!waits) return decide_on(std::move(amendment), request, *activity, context, decision);
    decision.hold("amendment.pending"_code);
    decision.put(std::move(amendment));
}

}  // namespace provost::finalise

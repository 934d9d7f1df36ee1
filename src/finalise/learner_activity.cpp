// The flag is set and lifted here; what it keeps from being changed is one guard for all verbs (engine/activity_guard).
// FIN-ACC-11: nothing is deleted, only the flag and its times change.
#include "finalise/learner_activity.hpp"

#include "enrolment/program_status.hpp"
#include "plan/by_id.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::State;
using people::InactiveReason;
using people::Learner;

// FIN-ACC-05: a place that the learner has, or comes into by itself. A request or a pause is none.
bool is_active(State state) { return takes_part(state) || state == State::reserved || state == State::waiting; }

// The host's own statuses stand among the facts. FIN-ORD-15
bool is_active(const std::string& status, const Many<enrolment::ProgramStatus>& defined) {
    const auto* own = defined.first([&](const enrolment::ProgramStatus& each) { return each.key == status; });
    const auto known = enrolment::status_of(status, own);
    return known && known->status_class == enrolment::StatusClass::active;
}

std::vector<Reason> active_enrolments(const InactivateLearnerFacts& facts) {
    const ById courses(facts.courses, &catalogue::Course::id);
    const ById programs(facts.programs, &catalogue::Program::id);
    std::vector<Reason> found;
    const auto add = [&](std::string_view kind, std::int64_t id, std::string_view status, const std::string& of) {
        found.push_back({"learner.enrolment-active"_code,
                         Mark::not_met,
                         {{"of", of}, {"status", std::string(status)}},
                         {{std::string(kind), id, std::string(status), {}}},
                         {}});
    };
    for (const auto& place : facts.places) {
        if (!is_active(place.state)) continue;
        add("enrolment", place.id.value, word(place.state), courses.find(place.course.value)->external_id);
    }
    for (const auto& each : facts.enrolments) {
        if (!is_active(each.status, facts.statuses)) continue;
        add("program_enrolment", each.id.value, each.status, programs.find(each.program.value)->code);
    }
    return found;
}

// FIN-ACC-12: what a reason means elsewhere is proposed, never done.
void propose(InactiveReason reason, Decision& decision) {
    const bool is_away = reason == InactiveReason::deported || reason == InactiveReason::overseas;
    const bool is_dead = reason == InactiveReason::deceased;
    if (is_dead) decision.note("learner.no-messages"_code);
    if (is_dead || is_away) decision.note("learner.survey-status-proposed"_code, {{"status", is_dead ? "D" : "O"}});
}

void access_due(const Many<enrolment::Enrolment>& places, Decision& decision) {
    for (const auto& place : places) decision.access_due(place);
}

}  // namespace

void inactivate_learner(const InactivateLearner& request, const InactivateLearnerFacts& facts, Context& context,
                        Decision& decision) {
    Learner learner = *facts.learner;
    if (*request.reason == InactiveReason::none) return decision.refuse("learner.reason-missing"_code);  // FIN-ACC-08
    auto active = active_enrolments(facts);
    if (!active.empty() && !learner.inactive) {
        decision.refuse("learner.enrolment-active"_code, active.front().parameters);
        if (context.explains()) decision.reason.parts = active;
        decision.nearest = std::move(active);
        return;
    }
    // FIN-ACC-10: first nothing is open in an LMS any more, and the LMS has agreed to that.
    const auto* open = facts.access.first([](const lms::LmsEnrolment& each) {
        return each.desired == lms::Access::active || each.agreed == lms::Access::active;
    });
    if (open != nullptr && !learner.inactive) {
        const std::string seen = open->observed_at ? to_text(*open->observed_at) : "never";
        return decision.refuse("learner.access-open"_code,
                               {{"connection", open->connection}, {"course", open->course}, {"seen", seen}});
    }
    propose(*request.reason, decision);
    if (!learner.inactive) {
        if (learner.active.empty()) learner.active.push_back({});
        auto& period = learner.active.back();
        if (period.from && context.effective < *period.from) return decision.refuse("learner.activity-order"_code);
        period.until = context.effective;
    }
    learner.inactive = true;
    learner.inactive_reason = *request.reason;
    learner.inactive_note = request.note;
    decision.put(std::move(learner));
    access_due(facts.places, decision);
}

void reactivate_learner(const ReactivateLearner&, const ReactivateLearnerFacts& facts, Context& context,
                        Decision& decision) {
    Learner learner = *facts.learner;
    if (!learner.inactive) return decision.unchanged(learner.id.value);
    const bool early = !learner.active.empty() && context.effective < *learner.active.back().until;
    if (early) return decision.refuse("learner.activity-order"_code);
    learner.inactive = false;
    learner.inactive_reason = InactiveReason::none;
    learner.inactive_note.clear();
    learner.active.push_back({context.effective, {}});
    decision.put(std::move(learner));
    access_due(facts.places, decision);  // FIN-ACC-13: worked out anew from the rules
}

}  // namespace provost::finalise

// Crediting across programs.
#include "finalise/credit.hpp"

#include "enrolment/outcome.hpp"

namespace provost::finalise {

namespace {

using enrolment::Activity;

constexpr std::string_view credited = "60";

// Recognised and credited is not trained; nor is what has not begun.
bool is_trained(const Activity& activity) {
    const std::string_view outcome = activity.outcome;
    return !enrolment::is_recognition(outcome) && outcome != enrolment::not_yet_commenced && activity.start_on &&
           activity.end_on;
}

}  // namespace

Activity make_credit(const enrolment::ProgramEnrolment& into, std::string_view subject, Day day, Context& context) {
    Activity made;
    made.id = context.ids.take<Activity>();
    made.learner = into.learner;
    made.subject = subject;
    made.program_enrolment = into.id;
    made.start_on = made.end_on = day;
    made.outcome = credited;
    made.outcome_source = enrolment::Source::finalise;
    return made;
}

bool is_credit(const Activity& activity) {
    return activity.outcome == credited && activity.outcome_source == enrolment::Source::finalise;
}

bool overlap(const Activity& one, const Activity& other) {
    if (one.subject != other.subject || one.program_enrolment == other.program_enrolment) return false;
    if (!is_trained(one) || !is_trained(other)) return false;
    return *one.start_on <= *other.end_on && *other.start_on <= *one.end_on;
}

// FIN-ORD-18: with plan_only it is proposed. What is there stays: nothing is credited over training.
void credit_unit(const CreditUnit&, const CreditFacts& facts, Context& context, Decision& decision) {
    const auto& into = *facts.program_enrolment;
    if (into.finalised) return decision.refuse("finalise.program-ended"_code, {{"status", into.status}});
    const auto* there = facts.activities.first([&](const Activity& each) { return each.program_enrolment == into.id; });
    const auto* achieved = facts.activities.first([&](const Activity& each) {
        return each.program_enrolment != into.id && enrolment::is_successful(each.outcome) && each.end_on;
    });
    if (there != nullptr && achieved != nullptr && overlap(*there, *achieved)) {
        decision.note("activity.overlap"_code, {{"subject", facts.subject->code}});
    }
    if (there != nullptr) return decision.unchanged(there->id.value);
    if (achieved == nullptr) return decision.refuse("credit.nothing"_code);
    const Day day = std::max(*achieved->end_on, into.commenced_on.value_or(*achieved->end_on));
    decision.put(make_credit(into, facts.subject->code, day, context));
}

}  // namespace provost::finalise

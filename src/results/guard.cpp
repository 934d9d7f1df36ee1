// The guard comes before everything that a rule writes, and stops all of it: the grade itself stays in the event.
// WIS-AG-04
#include "results/guard.hpp"

#include "enrolment/amending.hpp"

namespace provost::results {

namespace {

constexpr Code made_by_hand = "result.kept-manual"_code;

// WIS-AG-09, WIS-AG-10: a final outcome stays; a failed one may be replaced where the rule allows it.
Code guarded_by_outcome(const GradeRule& rule, const enrolment::Activity& activity) {
    const auto guarded = enrolment::guarded_by(rule.guard_set, activity.outcome);
    const bool again = guarded == enrolment::Guarded::failed && rule.allow_failed.value_or(true);
    return guarded == enrolment::Guarded::no || again ? Code{} : "result.kept-final"_code;
}

// Of the band that lists the text; behind all others when none does.
std::size_t position_of(const GradeRule& rule, const std::string& text) {
    const std::string wanted = compared(rule, text);
    const auto lists = [&](const GradeBand& band) { return !band.text.empty() && compared(rule, band.text) == wanted; };
    return static_cast<std::size_t>(std::ranges::find_if(rule.bands, lists) - rule.bands.begin());
}

}  // namespace

bool is_conflict(Code why) { return why == made_by_hand; }

Code guarded(const GradeRule& rule, const enrolment::Enrolment& before, const enrolment::Activity& activity) {
    using enrolment::Source;
    if (activity.pinned) return made_by_hand;                                     // PPR-RES-03
    if (enrolment::is_closed(&before, nullptr)) return "result.kept-final"_code;  // FIN-ORD-14
    if (!activity.outcome.empty()) {
        // FIN-ORD-14: what finalising set stays, of a pause as well.
        if (before.finalised || activity.outcome_source == Source::finalise) return "result.kept-final"_code;
        // Final by whichever list: what a person set need not be of the rule's jurisdiction.
        const bool final = enrolment::is_final(activity.outcome);
        if (final && activity.outcome_source == Source::manual) return made_by_hand;  // PPR-RES-03
    }
    // WIS-AG-08
    if (rule.guard == GuardMode::status) {
        const bool current = before.unit_status == enrolment::UnitStatus::current;
        return rule.only_current && !current ? "result.not-current"_code : Code{};
    }
    return activity.outcome.empty() ? Code{} : guarded_by_outcome(rule, activity);
}

bool is_better(const GradeRule& rule, const Told& told, bool successful, const enrolment::Activity& activity,
               bool was_successful) {
    if (successful != was_successful) return successful;
    if (rule.type == RuleType::value) return position_of(rule, as_text(told)) < position_of(rule, activity.final_grade);
    const auto stands = as_number({told.completion, {}, activity.final_grade});
    const auto number = as_number(told);
    return number && (!stands || *number > *stands);
}

}  // namespace provost::results

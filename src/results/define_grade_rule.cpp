// Overlaps and bands that contradict themselves are refused with their place; gaps and the like are told as notes.
#include "results/define_grade_rule.hpp"

#include "enrolment/outcome.hpp"
#include "results/lint.hpp"

namespace provost::results {

namespace {

using enrolment::UnitStatus;

// Zone of the day against which a rule is checked, where no course says one.
Day day_in_utc(Instant moment) { return std::chrono::floor<std::chrono::days>(moment); }

// The status that goes with an outcome: each stands with one state only. FIN-ORD-15
bool goes_with(UnitStatus status, const enrolment::OutcomeCode& code) {
    if (code.successful) return status == UnitStatus::completed;
    if (code.failed) return status == UnitStatus::did_not_complete;
    return code.final || status == UnitStatus::current;
}

// WIS-AG-03: codes of the jurisdiction; not the internal one, nor those of leaving, which finalising writes.
Code outcome_problem(const GradeRule& rule, const GradeBand& band) {
    if (band.outcome.empty()) return {};
    const auto* code = enrolment::find_outcome_anywhere(rule.jurisdiction, band.outcome);
    const bool by_others = band.outcome == enrolment::not_yet_commenced || enrolment::says_left(band.outcome);
    if (code == nullptr || by_others) return "grade-rule.outcome"_code;
    const bool fits = band.status == UnitStatus::none || goes_with(band.status, *code);
    return fits ? Code{} : "grade-rule.status"_code;
}

bool outcomes_are_right(const GradeRule& rule, Decision& decision) {
    for (std::size_t i = 0; i < rule.bands.size(); ++i) {
        const Code wrong = outcome_problem(rule, rule.bands[i]);
        if (!wrong) continue;
        decision.refuse(wrong, {{"place", "/bands/" + std::to_string(i)}});
        return false;
    }
    return true;
}

}  // namespace

void define_grade_rule(const Define<GradeRule>& request, const DefineFacts<GradeRule>& facts, Context& context,
                       Decision& decision) {
    GradeRule rule = request.record;
    if (rule.guard_set.empty()) rule.guard_set = "provost";
    if (rule.jurisdiction.empty()) rule.jurisdiction = "national";
    Compiled compiled = compile(rule);
    if (compiled.wrong) return decision.refuse(compiled.wrong, std::move(compiled.parameters));
    if (!outcomes_are_right(rule, decision)) return;
    for (RuleFinding& finding : lint(rule, compiled, day_in_utc(context.effective))) {
        decision.note(finding.code, std::move(finding.parameters));
    }
    rule.rows = std::move(compiled.rows);
    define<GradeRule>({request.head, std::move(rule)}, facts, context, decision);
}

void check_grade_rule(const CheckGradeRule& request, const CheckGradeRuleFacts& facts, Context& context,
                      Decision& decision) {
    const GradeRule& rule = *facts.rule;
    const Day day = request.on.value_or(day_in_utc(context.effective));
    for (const RuleFinding& finding : lint(rule, compile(rule), day)) {
        ReportLine line;
        line.item = finding.place;
        line.fate = Fate::open;
        line.code = finding.code;
        for (const Parameter& parameter : finding.parameters) {
            if (parameter.name == "outcome") line.value = '"' + parameter.value + '"';
        }
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(rule.id.value);
}

}  // namespace provost::results

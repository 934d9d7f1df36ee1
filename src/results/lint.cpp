// The check of one grade rule: it knows the outcome codes of the rule's jurisdiction.
#include "results/lint.hpp"

#include "enrolment/outcome.hpp"

namespace provost::results {

namespace {

// Whoever gets the band has passed: it says so, or it sets the unit to completed.
bool is_for_passing(const GradeBand& band) {
    return band.completion == ForCompletion::passed || band.status == enrolment::UnitStatus::completed;
}

void look_at_outcome(const GradeRule& rule, const GradeBand& band, const std::string& place, Day day,
                     std::vector<RuleFinding>& findings) {
    if (band.outcome.empty()) return;
    const auto* list = enrolment::find_outcome_list(rule.jurisdiction, rule.release, day);
    const auto* code = list == nullptr ? nullptr : enrolment::find_outcome(*list, band.outcome, day);
    if (code == nullptr) {
        findings.push_back({"grade-rule.not-in-force"_code,
                            place,
                            {{"place", place},
                             {"outcome", band.outcome},
                             {"jurisdiction", rule.jurisdiction},
                             {"day", to_text(day)}}});
    } else if (!code->final && is_for_passing(band)) {
        findings.push_back({"grade-rule.not-final"_code, place, {{"place", place}, {"outcome", band.outcome}}});
    }
}

}  // namespace

std::vector<RuleFinding> lint(const GradeRule& rule, const Compiled& compiled, Day day) {
    std::vector<RuleFinding> findings;
    for (const Gap& gap : compiled.gaps) {
        findings.push_back({"grade-rule.gap"_code,
                            {},
                            {{"completion", std::string(word(gap.completion))},
                             {"from", to_text(gap.from)},
                             {"below", to_text(gap.below)}}});
    }
    for (const auto band : compiled.unused) {
        const std::string place = "/bands/" + std::to_string(band);
        findings.push_back({"grade-rule.unused"_code, place, {{"place", place}}});
    }
    for (std::size_t i = 0; i < rule.bands.size(); ++i) {
        look_at_outcome(rule, rule.bands[i], "/bands/" + std::to_string(i), day, findings);
    }
    return findings;
}

}  // namespace provost::results

// Judging whether a program enrolment is complete.
#include "finalise/completion.hpp"

#include "enrolment/target.hpp"
#include "finalise/completeness.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;

bool is_final(const WorkedUnit& unit, const Completing& completing) {
    return enrolment::is_final_for(completing.program.target, unit.unit.activity.outcome, completing.day);
}

// FIN-ORD-03: empty, 70, 85 and 00 are not final.
void judge_outcome(const WorkedUnit& unit, const Completing& completing, Completion& found) {
    const Activity& activity = unit.unit.activity;
    if (is_final(unit, completing)) return;
    if (unit.was_not_taken()) {
        found.notes.push_back(lack("completion.not-taken"_code, {{"subject", activity.subject}}));
        return;
    }
    const std::string outcome = activity.outcome.empty() ? "none" : activity.outcome;
    found.lacks.push_back(
        lack("completion.outcome-not-final"_code, {{"subject", activity.subject}, {"outcome", outcome}}));
}

// FIN-ORD-04: the dates are the actual ones.
void judge_dates(const WorkedUnit& unit, const Completing& completing, Completion& found) {
    const Activity& activity = unit.unit.activity;
    if (!activity.end_on) return;
    std::vector<Parameter> told{{"subject", activity.subject}, {"end_on", to_text(*activity.end_on)}};
    if (*activity.end_on > std::min(completing.day, completing.today)) {
        found.notes.push_back(lack("completion.end-not-actual"_code, told));
    }
    if (!activity.start_on || *activity.start_on <= *activity.end_on) return;
    told.push_back({"start_on", to_text(*activity.start_on)});
    found.notes.push_back(lack("completion.end-before-start"_code, std::move(told)));
}

void judge_fields(const Completing& completing, Completion& found) {
    if (!completing.reported || completing.program.not_reported) return;
    const auto judge = [&](const FieldCheck& check, const Activity* activity) {
        if (check.is_filled({completing.learner, completing.program, activity})) return;
        found.lacks.push_back(lack(
            "completion.field-missing"_code,
            {{"jurisdiction", std::string(check.jurisdiction)},
             {"field", std::string(check.field)},
             {"subject", activity == nullptr ? std::string("of the program enrolment") : "of " + activity->subject}}));
    };
    for (const FieldCheck& check : field_checks()) {
        if (!is_asked(check, completing.program)) continue;
        if (!check.per_unit) judge(check, nullptr);
        if (!check.per_unit) continue;
        for (const WorkedUnit& unit : completing.units) {
            if (is_final(unit, completing)) judge(check, &unit.unit.activity);
        }
    }
}

// FIN-CRD-01, FIN-CRD-02: nothing waits for a survey; whether a credential is due is judged by itself.
bool is_offered(const enrolment::ChecklistItem& item) {
    return item.key.starts_with(survey_item) || item.key.starts_with(credential_item);
}

}  // namespace

Completion judge_completion(const Completing& completing) {
    Completion found;
    for (const WorkedUnit& unit : completing.units) {
        judge_outcome(unit, completing, found);
        judge_dates(unit, completing, found);
    }
    judge_fields(completing, found);
    for (const enrolment::ChecklistItem& item : completing.program.checklist) {
        if (item.done_on) continue;
        auto& list = is_offered(item) ? found.notes : found.lacks;
        list.push_back(lack("checklist.open"_code, {{"item", item.key}}));
    }
    return found;
}

}  // namespace provost::finalise

// Three reasons to be on the list: all is final; the last end has passed; the status is final and steps are open.
#include "finalise/worklist.hpp"

#include "enrolment/target.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

bool is_open(const WorkedUnit& unit, const Completing& completing) {
    return !enrolment::is_final_for(completing.program.target, unit.unit.activity.outcome, completing.day) &&
           !unit.was_not_taken();
}

void list_unfinished(const Completing& completing, Listed& listed) {
    std::optional<Day> last;
    bool open = false;
    for (const WorkedUnit& unit : completing.units) {
        open = open || is_open(unit, completing);
        last = std::max(last, unit.unit.activity.end_on);
    }
    if (completing.units.empty()) return;
    if (!open) listed.why.push_back(lack("worklist.all-final"_code));
    if (open && last && *last < completing.day) {
        listed.why.push_back(lack("worklist.end-passed"_code, {{"end_on", to_text(*last)}}));
    }
    if (!listed.why.empty()) listed.missing = judge_completion(completing).lacks;
}

// Open items, and units that still wait: for training in a replacement, or to be left.
void list_open_steps(const Completing& completing, Listed& listed) {
    for (const enrolment::ChecklistItem& item : completing.program.checklist) {
        if (!item.done_on) listed.missing.push_back(lack("checklist.open"_code, {{"item", item.key}}));
    }
    for (const WorkedUnit& unit : completing.units) {
        if (!is_open(unit, completing)) continue;
        const auto& outcome = unit.unit.activity.outcome;
        listed.missing.push_back(lack("completion.outcome-not-final"_code,
                                      {{"subject", unit.subject()}, {"outcome", outcome.empty() ? "none" : outcome}}));
    }
    if (!listed.missing.empty()) listed.why.push_back(lack("worklist.open-steps"_code));
}

}  // namespace

Listed judge_worklist(const Completing& completing) {
    Listed listed;
    if (completing.program.finalised) {
        list_open_steps(completing, listed);
    } else {
        list_unfinished(completing, listed);
    }
    return listed;
}

}  // namespace provost::finalise

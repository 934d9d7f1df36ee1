// Opening again: the status that was before, and the units as they were.
#include "finalise/reopen.hpp"

#include "enrolment/program_status.hpp"
#include "finalise/resume.hpp"
#include "finalise/status_change.hpp"

namespace provost::finalise {

namespace {

// The change that made it final: the latest.
const ProgramChange* latest_change(const ProgramFacts& facts, Id<enrolment::ProgramEnrolment> program) {
    const ProgramChange* found = nullptr;
    for (const ProgramChange& each : facts.history) {
        if (each.program_enrolment == program && !each.activity) found = &each;
    }
    return found;
}

}  // namespace

// FIN-ORD-14: a right of its own (the verb's) and a reason; only units that were finalised with the program go back.
void reopen(const Reopen& request, const ReopenFacts& facts, Context& context, Decision& decision) {
    const auto* found = program_enrolment_of(facts.its.programs, facts.program->id, decision);
    if (found == nullptr) return;
    const ProgramChange* last = latest_change(facts.its, found->id);
    if (!found->finalised || last == nullptr) return decision.refuse("finalise.not-ended"_code);
    if (!is_later(*found, *request.effective_on, decision)) return;
    ProgramUnits units(facts.its, *found, context, decision);
    if (!units.usable()) return;

    enrolment::ProgramEnrolment program = *found;
    enrolment::ProgramStatus before;
    before.key = last->status_before;
    program.completed_on.reset();
    units.with(change_status(program, {before, last->reason_before, *request.effective_on, request.reason},
                             "finalise.reopened"_code, context, decision));
    for (WorkedUnit& unit : units.units()) {
        const bool with_it = unit.ending != nullptr && unit.ending->program_change == last->id;
        if (with_it && !open_again(unit, *request.effective_on, units, decision)) return;
    }
    units.settle_seats();
}

}  // namespace provost::finalise

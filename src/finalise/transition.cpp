// A transition, step by step: may it be, the two program enrolments, the units one by one, the commitment.
#include "finalise/transition.hpp"

#include "enrolment/history.hpp"
#include "enrolment/program_status.hpp"
#include "enrolment/target.hpp"
#include "finalise/completeness.hpp"
#include "finalise/credential.hpp"
#include "finalise/day.hpp"
#include "finalise/status_change.hpp"
#include "finalise/transition_units.hpp"
#include "finalise/undo_transition.hpp"

#include <set>

namespace provost::finalise {

namespace {

using enrolment::ProgramEnrolment;
using enrolment::ProgramStatus;

const ProgramEnrolment* find_program(const ProgramFacts& facts, Id<catalogue::Program> program) {
    return facts.programs.first([&](const ProgramEnrolment& each) { return each.program == program; });
}

// FIN-TRN-03: the programs of this chain, or of the learner, with the new one.
std::int64_t programs_reported(const TransitionProgram& request, const TransitionFacts& facts,
                               const ProgramEnrolment& old) {
    std::set<std::int64_t> programs{facts.to->id.value};
    if (request.per_learner) {
        for (const ProgramEnrolment& each : facts.its.programs) programs.insert(each.program.value);
        return static_cast<std::int64_t>(programs.size());
    }
    const ProgramEnrolment* at = &old;
    while (at != nullptr && programs.insert(at->program.value).second) {
        const auto before = at->came_from;
        at = facts.its.programs.first([&](const ProgramEnrolment& each) { return before && each.id == before; });
    }
    return static_cast<std::int64_t>(programs.size());
}

// Whether only a transition that was taken back has ended it: it may begin anew.
bool was_undone(const TransitionFacts& facts, const ProgramEnrolment& program) {
    const enrolment::ProgramChange* last = latest_change(facts.its, program.id);
    return last != nullptr && last->code == "transition.undone"_code;
}

// FIN-ORD-11: how many programs may be reported, and whether there are commitments, is for the target to say.
bool may_transition(const TransitionProgram& request, const TransitionFacts& facts, const ProgramEnrolment& old,
                    const ProgramEnrolment* made, const Context& context, Decision& decision) {
    const bool is_over = made != nullptr && made->finalised && !was_undone(facts, *made);
    const auto most = enrolment::target_of(old.target).most_programs;
    if (facts.from->id == facts.to->id) {
        decision.refuse("transition.itself"_code);
    } else if (old.finalised) {
        decision.refuse("finalise.program-ended"_code, {{"status", old.status}});
    } else if (is_over || (made != nullptr && made->came_from && made->came_from != old.id)) {
        decision.refuse("transition.other-way"_code);
    } else if (most != 0 && programs_reported(request, facts, old) > most) {
        decision.refuse(
            "transition.too-many-programs"_code,
            {{"count", std::to_string(programs_reported(request, facts, old))}, {"most", std::to_string(most)}});
    }
    const Day day = *request.effective_on;
    return !decision.refused() && is_later(old, day, decision) && has_come(day, "effective_on", context, decision);
}

// FIN-TRN-07: the new one refers to the old one, from which its being a continuation follows. One that ended
// because an earlier transition was taken back begins anew.
ProgramEnrolment successor(const TransitionProgram& request, const TransitionFacts& facts, const ProgramEnrolment& old,
                           const ProgramEnrolment* there, Context& context, Decision& decision) {
    const bool runs = there != nullptr && !there->finalised;
    ProgramEnrolment made = runs ? *there : ProgramEnrolment{};
    if (!runs) {
        made.id = there == nullptr ? context.ids.take<ProgramEnrolment>() : there->id;
        made.version = there == nullptr ? 0 : there->version;
        made.learner = old.learner;
        made.program = facts.to->id;
        made.status = enrolment::current_status;
        made.status_on = request.effective_on;
        made.location = old.location;
        made.commenced_on = request.effective_on;
        made.target = old.target;
        made.not_reported = old.not_reported;
    }
    made.came_from = old.id;
    enrolment::ProgramChange change = change_of(made.id, made.learner, "transition.came-over"_code, context);
    if (runs) change.status_before = made.status;
    change.status = made.status;
    change.status_on = made.status_on;
    decision.put(std::move(change));
    return made;
}

// FIN-TRN-01, FIN-TRN-02: as long as nothing was reported the commitment is made anew, else it goes on for both.
void treat_commitment(const TransitionFacts& facts, const ProgramEnrolment& old, ProgramEnrolment& made,
                      Decision& decision) {
    const auto* commitment = commitment_in_force(old);
    if (!enrolment::target_of(old.target).has_commitments || commitment == nullptr) return;
    const bool reported = facts.reported.first([&](const enrolment::ReportedActivity& each) {
        return each.program_enrolment == old.id;
    }) != nullptr;
    decision.note(reported ? "commitment.kept"_code : "commitment.renew"_code,
                  {{"commitment", commitment->identifier}});
    if (reported && commitment_in_force(made) == nullptr) made.commitments.push_back(*commitment);
}

// Asked again: training in a replacement may have begun since. FIN-TRN-05
void go_on(const TransitionProgram& request, const TransitionFacts& facts, const ProgramEnrolment& old,
           const ProgramEnrolment& made, Context& context, Decision& decision) {
    ProgramUnits units(facts.its, old, context, decision);
    if (!units.usable()) return;
    units.end_access(request.access_ends);
    decision.about = old.id.value;
    supersede_begun(units, {*facts.table, made, units.today(), request.units}, decision);
}

}  // namespace

void transition_program(const TransitionProgram& request, const TransitionFacts& facts, Context& context,
                        Decision& decision) {
    // 1 From what to what? Asked again it goes on.
    const auto* old = program_enrolment_of(facts.its.programs, facts.from->id, decision);
    if (old == nullptr) return;
    const auto* there = find_program(facts.its, facts.to->id);
    const bool again = old->status == enrolment::transitioned_status && there != nullptr && there->came_from == old->id;
    if (again) return go_on(request, facts, *old, *there, context, decision);
    const auto defined = context.find<ProgramStatus>(0, {{0, std::string(enrolment::transitioned_status), true}});
    if (!defined) return;
    const auto status =
        enrolment::status_of(enrolment::transitioned_status, defined->first([](const ProgramStatus&) { return true; }));
    const auto reason = reason_of(*status, request.status_reason, decision);
    if (!reason.right || !may_transition(request, facts, *old, there, context, decision)) return;

    // 2 The status of the old one first, then the new one. FIN-ORD-01, FIN-TRN-07
    ProgramEnrolment ended = *old;
    ProgramUnits units(facts.its, *old, context, decision);
    if (!units.usable() || !units.has_all(request.units)) return;
    units.with(change_status(ended, {*status, request.status_reason, *request.effective_on, request.reason},
                             "status.changed"_code, context, decision));
    units.end_access(request.access_ends);
    ProgramEnrolment made = successor(request, facts, *old, there, context, decision);
    treat_commitment(facts, *old, made, decision);
    decision.put(made);

    // 3 The units, the checklist, the tasks.
    if (!transition_units(units, {*facts.table, made, *request.effective_on, request.units}, context, decision)) return;
    units.tell_what_is_left_out(request.units);
    add_items(ended, status->checklist, decision);
    if (reason.reason != nullptr) add_items(ended, reason.reason->checklist, decision);
    add_tasks(ended, *status, reason.reason, decision);
    offer_at_end(ended, *status, decision);
    decision.put(std::move(ended));
}

Code check_transition(const Transition& transition, const Context&) {
    std::set<std::string_view> seen;
    for (const UnitTransition& unit : transition.units) {
        if (!unit.from.empty() && !seen.insert(unit.from).second) return "transition.units-repeated"_code;
    }
    return transition.from == transition.to ? "transition.itself"_code : Code{};
}

}  // namespace provost::finalise

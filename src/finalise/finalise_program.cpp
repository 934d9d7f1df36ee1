// finalise.finalise_program, step by step. The status comes first; then the units in the order of their activities.
#include "finalise/finalise_program.hpp"

#include "base/default_key.hpp"
#include "base/list_text.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/withdrawal.hpp"
#include "finalise/completion.hpp"
#include "finalise/credential.hpp"
#include "finalise/credit.hpp"
#include "finalise/day.hpp"
#include "finalise/leaving_fee.hpp"
#include "finalise/resume.hpp"
#include "finalise/status_change.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Penalty;
using enrolment::ProgramEnrolment;
using enrolment::ProgramStatus;
using enrolment::State;
using enrolment::StatusClass;

// A change at work.
struct Work {
    const FinaliseProgram& request;
    const FinaliseProgramFacts& facts;
    const ProgramStatus& status;
    ProgramEnrolment& program;
    ProgramUnits& units;
    Context& context;
    Decision& decision;
    std::optional<Day> completed_on{};  // by what was judged

    [[nodiscard]] Day day() const { return *request.effective_on; }
    [[nodiscard]] const UnitDetail* detail(const std::string& subject) const {
        return detail_of(request.units, subject);
    }
};

// FIN-ORD-14, FIN-ORD-15
bool may_change(const FinaliseProgram& request, const ProgramEnrolment& program, const ProgramStatus& status,
                const Context& context, Decision& decision) {
    const bool same = program.status == status.key && program.status_on == request.effective_on &&
                      program.status_reason == request.status_reason && status.status_class != StatusClass::suspended;
    if (same) return (decision.unchanged(program.id.value), false);
    if (program.finalised) {
        decision.refuse("finalise.program-ended"_code, {{"status", program.status}});
    } else if (status.sets == State::moved) {
        decision.refuse("status.by-transition"_code);
    } else if (!request.waive_fee.empty() && status.penalty != Penalty::waivable) {
        decision.refuse("cancellation.not-waivable"_code, {{"status", status.key}});
    } else if (request.resumes_on && *request.resumes_on <= *request.effective_on) {
        decision.refuse("date.resumes-too-early"_code, {{"field", "resumes_on"}});  // FIN-DEF-03
    }
    const Day day = *request.effective_on;
    return !decision.refused() && is_later(program, day, decision) && has_come(day, "effective_on", context, decision);
}

bool reports(const Context& context, bool& known) {
    const auto found = context.find<organisation::ReportingDefaults>(0, {{0, std::string(default_key), true}});
    known = found.has_value();
    return found && !found->empty();
}

// The status whose checklist must be done: its own, or that to which it leads. Nothing while it is not known yet.
std::optional<std::vector<std::string>> items_before(const Work& work) {
    if (work.status.leads_to.empty()) return work.status.checklist;
    const auto found = work.context.find<ProgramStatus>(0, {{0, work.status.leads_to, true}});
    if (!found) return std::nullopt;
    const auto* defined = found->first([](const ProgramStatus&) { return true; });
    return defined == nullptr ? std::vector<std::string>() : defined->checklist;
}

// FIN-ORD-18: one is trained, the other is credited.
void tell_overlaps(const Work& work) {
    for (const WorkedUnit& unit : work.units.units()) {
        const auto* other = work.facts.its.activities.first(
            [&](const enrolment::Activity& each) { return overlap(each, unit.unit.activity); });
        if (other != nullptr) work.decision.note("activity.overlap"_code, {{"subject", unit.subject()}});
    }
}

// FIN-ORD-03, FIN-CRD-02: what a program asks for must be there, and what is due for it issued; until then the program
// enrolment is Completion Pending. False: not known yet.
bool judge_credential(Work& work, Completion& found) {
    Activities in_program;
    for (const WorkedUnit& unit : work.units.units()) in_program.push_back(&unit.unit.activity);
    const auto facts = award_facts(work.program, in_program, work.context);
    if (!facts) return false;
    work.completed_on = last_requirement(*facts);
    if (!facts->packaging) return true;
    if (!packaging_missing(*facts->packaging, activities_of(*facts), false).complete) {
        const std::string& program = work.facts.program->code;
        found.lacks.push_back({"packaging.incomplete"_code, Mark::not_met, {{"program", program}}, {}, {}});
    } else if (const auto due = credential_due(ProgramEnd::completed, *facts)) {
        found.lacks.push_back({"credential.due"_code, Mark::not_met, {{"kind", std::string(word(*due))}}, {}, {}});
    }
    return true;
}

// What keeps the program enrolment from being completed refuses Completed, and is told with Completion Pending.
// FIN-ORD-02, FIN-ORD-03, FIN-ORD-04, FIN-ORD-05
bool judge(Work& work) {
    const auto items = items_before(work);
    bool known = false;
    const bool reported = reports(work.context, known);
    if (!items || !known) return false;
    add_items(work.program, *items, work.decision);
    tell_overlaps(work);
    Completion found = judge_completion(
        {*work.facts.learner, work.program, work.units.units(), work.day(), work.units.today(), reported});
    if (!judge_credential(work, found)) return false;
    auto& notes = work.decision.notes;
    notes.insert(notes.end(), found.notes.begin(), found.notes.end());
    if (work.status.status_class != StatusClass::final) {
        notes.insert(notes.end(), found.lacks.begin(), found.lacks.end());
        return true;
    }
    if (found.lacks.empty()) return true;
    work.decision.refuse("completion.incomplete"_code, {{"status", work.status.key}});
    work.decision.reason.parts = found.lacks;
    work.decision.nearest = std::move(found.lacks);
    return false;
}

bool complete(Work& work) {
    if (work.completed_on) work.program.completed_on = work.completed_on;
    for (WorkedUnit& unit : work.units.units()) {
        if (!work.units.conclude(unit, work.day())) return false;
        work.units.finalise(unit, Ending::completed, work.day());
        if (!work.units.settle(unit, "unit.completed"_code)) return false;
    }
    return true;
}

bool is_too_early(const WorkedUnit& unit, Day day, Decision& decision) {
    const auto& enrolled = unit.unit.place.enrolled_on;
    if (!unit.is_live() || !enrolled || *enrolled <= day) return false;
    decision.refuse("date.before-enrolment"_code, {{"course", unit.course->external_id}});
    return true;
}

// FIN-WDR-01: the endings differ by what they cost.
Ending ending_of(const ProgramStatus& status) {
    return status.penalty == Penalty::none ? Ending::cancelled : Ending::withdrawn;
}

bool withdraw_open(Work& work, WorkedUnit& unit) {
    if (is_too_early(unit, work.day(), work.decision)) return false;
    if (!work.units.may_become(unit, State::cancelled)) return false;
    const UnitDetail* told = work.detail(unit.subject());
    const auto hours = told == nullptr ? std::nullopt : told->hours_attended;
    auto& [place, activity] = unit.unit;
    enrolment::leave(place, activity, {work.day(), State::cancelled, hours, work.request.fill_dates}, work.decision);
    charge_leaving({*unit.course, *unit.zone, unit.before.place, place, work.facts.its.changes, work.status.penalty,
                    work.day(), work.request.waive_fee, work.request.reason},
                   work.context, work.decision);
    work.units.finalise(unit, ending_of(work.status), work.day());
    const bool commenced = activity.outcome != enrolment::not_yet_commenced;
    return work.units.settle(unit, commenced ? "unit.withdrawn"_code : "unit.not-commenced"_code);
}

// FIN-WDR-01..06, FIN-WDR-10
bool withdraw(Work& work) {
    for (WorkedUnit& unit : work.units.units()) {
        const bool final = work.units.is_final(unit, work.day());
        if (!final && work.units.is_beside(unit)) continue;
        if (!final && unit.is_live()) {
            if (!withdraw_open(work, unit)) return false;
            continue;
        }
        if (!work.units.conclude(unit, work.day())) return false;  // FIN-WDR-05
        work.units.finalise(unit, ending_of(work.status), work.day());
        if (!work.units.settle(unit, final ? "unit.final-stays"_code : "unit.not-commenced"_code)) return false;
    }
    add_items(work.program, work.status.checklist, work.decision);
    return true;
}

// FIN-ORD-15: whoever is no participant yet keeps waiting, whatever becomes of the others: his place has no state of a
// participant that could go with the status.
bool keeps_waiting(const WorkedUnit& unit, Decision& decision) {
    if (!unit.has_place() || !enrolment::is_prospective(unit.unit.place.state)) return false;
    decision.note("unit.keeps-waiting"_code,
                  {{"subject", unit.subject()}, {"state", std::string(word(unit.unit.place.state))}});
    return true;
}

// FIN-DEF-01, FIN-DEF-05
bool pause(Work& work) {
    const auto resumes = work.request.resumes_on;
    for (WorkedUnit& unit : work.units.units()) {
        const bool left = unit.has_place() && !unit.is_live();
        if (left || work.units.is_final(unit, work.day()) || work.units.is_beside(unit)) continue;
        if (keeps_waiting(unit, work.decision)) continue;
        if (is_too_early(unit, work.day(), work.decision)) return false;
        if (!work.units.may_become(unit, State::on_hold)) return false;
        const auto& before = unit.before;
        defer(unit.unit, work.day(), resumes, work.request.reset_commenced);
        if (work.request.reset_commenced && enrolment::has_commenced(before.place, before.activity, work.day())) {
            work.decision.note("deferral.commenced-reset"_code, {{"subject", unit.subject()}});
        }
        if (!resumes) work.decision.note("deferral.open"_code, {{"subject", unit.subject()}});
        work.units.finalise(unit, Ending::deferred, work.day(), resumes);
        if (!work.units.settle(unit, "unit.deferred"_code)) return false;
    }
    return true;
}

// FIN-ORD-15: whoever pauses comes back; every other place must go with the status as it is.
bool go_on(Work& work) {
    for (WorkedUnit& unit : work.units.units()) {
        if (unit.is_live() && unit.unit.place.state == State::on_hold &&
            may_stand_with(work.status, State::registered)) {
            if (!resume(unit, work.detail(unit.subject()), work.day(), work.units, work.decision)) return false;
            continue;
        }
        if (!unit.is_live() || may_stand_with(work.status, unit.unit.place.state)) continue;
        if (keeps_waiting(unit, work.decision)) continue;
        work.decision.refuse("status.state-unfit"_code, {{"course", unit.course->external_id},
                                                         {"state", std::string(word(unit.unit.place.state))},
                                                         {"status", work.status.key},
                                                         {"legal", states_of(work.status)}});
        return false;
    }
    return true;
}

// IMC-SIG-13: what was signed has its outcome before anything is judged.
void derive_signed(std::vector<WorkedUnit>& units) {
    for (WorkedUnit& each : units) {
        const bool lacks = each.has_place() && each.unit.place.signed_at && each.unit.activity.outcome.empty();
        if (lacks) each.unit.activity = derive_outcome(each.unit.place, each.unit.activity);
    }
}

// Whether exactly that pause was told before.
bool pauses_so(const FinaliseProgram& request, const ProgramEnrolment& program, ProgramUnits& units) {
    return program.status == request.status && program.status_on == request.effective_on &&
           program.status_reason == request.status_reason &&
           std::ranges::all_of(units.units(), [&](const WorkedUnit& each) {
               return !each.is_live() || each.unit.place.state != State::on_hold ||
                      each.unit.place.resumes_on == request.resumes_on;
           });
}

bool treat_units(Work& work) {
    derive_signed(work.units.units());
    const bool judged = work.status.sets == State::passed || !work.status.leads_to.empty();
    if (judged && !judge(work)) return false;
    if (work.status.status_class == StatusClass::suspended) return pause(work);
    if (work.status.status_class != StatusClass::final) return go_on(work);
    return work.status.sets == State::passed ? complete(work) : withdraw(work);
}

void refuse_status(const std::string& status, Decision& decision) {
    std::string known;
    for (const auto& row : enrolment::shipped_statuses()) add_to_list(known, row.key);
    decision.refuse("status.not-defined"_code, {{"status", status}, {"known", std::move(known)}});
}

}  // namespace

void finalise_program(const FinaliseProgram& told, const FinaliseProgramFacts& facts, Context& context,
                      Decision& decision) {
    FinaliseProgram request = told;
    // 1 Which program enrolment, which status, with which reason? May it have it from that day on?
    const auto* found = program_enrolment_of(facts.its.programs, facts.program->id, decision);
    if (found == nullptr) return;
    const auto status =
        enrolment::status_of(request.status, facts.defined.record == nullptr ? nullptr : &*facts.defined);
    if (!status) return refuse_status(request.status, decision);
    const auto reason = reason_of(*status, request.status_reason, decision);
    if (status->status_class != StatusClass::suspended) leave_out_return(request.resumes_on, decision);
    if (!reason.right || !may_change(request, *found, *status, context, decision)) return;

    // 2 The status first, with its reason. FIN-ORD-01
    ProgramEnrolment program = *found;
    ProgramUnits units(facts.its, *found, context, decision);
    if (!units.usable() || !units.has_all(request.units)) return;
    if (status->status_class == StatusClass::suspended && pauses_so(request, *found, units)) {
        return decision.unchanged(found->id.value);
    }
    units.with(change_status(program, {*status, request.status_reason, *request.effective_on, request.reason},
                             "status.changed"_code, context, decision));
    units.end_access(request.access_ends);

    // 3 Then the units, the seats that they free, the checklist, and the tasks.
    if (reason.reason != nullptr) add_items(program, reason.reason->checklist, decision);
    Work work{request, facts, *status, program, units, context, decision};
    if (!treat_units(work)) return;
    units.tell_what_is_left_out(request.units);
    units.settle_seats();
    add_tasks(program, *status, reason.reason, decision);
    offer_at_end(program, *status, decision);
    decision.put(std::move(program));
}

Code check_status(const ProgramStatus& status, const Context&) {
    for (std::size_t i = 0; i < status.reasons.size(); ++i) {
        const auto later = std::span(status.reasons).subspan(i + 1);
        if (std::ranges::find(later, status.reasons[i].key, &enrolment::StatusReason::key) != later.end()) {
            return "status-reason.repeated"_code;
        }
    }
    if (const auto* shipped = enrolment::find_shipped_status(status.key)) {
        const bool keeps = (status.status_class == StatusClass::none || status.status_class == shipped->status_class) &&
                           (status.sets == State::none || status.sets == shipped->sets);
        return keeps ? Code{} : "status.incomplete"_code;
    }
    const auto is_any = [&](auto... states) { return ((status.sets == states) || ...); };
    bool fits = false;
    switch (status.status_class) {
        case StatusClass::none: break;
        case StatusClass::application: fits = is_any(State::requested, State::registered); break;
        case StatusClass::active: fits = is_any(State::registered, State::in_progress); break;
        case StatusClass::suspended: fits = is_any(State::on_hold); break;
        case StatusClass::final: fits = is_any(State::passed, State::cancelled); break;
    }
    return fits ? Code{} : "status.incomplete"_code;
}

void complete_item(const CompleteItem& request, const ProgramItemFacts& facts, Context& context, Decision& decision) {
    if (!has_come(*request.done_on, "done_on", context, decision)) return;
    ProgramEnrolment program = *facts.program_enrolment;
    const auto item = std::ranges::find(program.checklist, request.item, &enrolment::ChecklistItem::key);
    if (item == program.checklist.end()) return decision.refuse("checklist.unknown"_code, {{"item", request.item}});
    item->done_on = request.done_on;
    decision.put(std::move(program));
}

}  // namespace provost::finalise

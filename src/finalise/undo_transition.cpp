// A transition taken back, as far as the other program has not gone on.
#include "finalise/undo_transition.hpp"

#include "enrolment/history.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/program_status.hpp"
#include "finalise/credential.hpp"
#include "finalise/credit.hpp"
#include "finalise/status_change.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::ProgramChange;
using enrolment::ProgramEnrolment;
using enrolment::Source;

// What the transition took to the other program: ids of activities, with what was done to each.
std::vector<const ProgramChange*> crossings(const ProgramFacts& facts, const ProgramChange& last) {
    std::vector<const ProgramChange*> found;
    for (const ProgramChange& each : facts.history) {
        const bool crossed = each.code == "unit.taken-along"_code || each.code == "unit.credited"_code;
        if (crossed && each.program_enrolment == last.program_enrolment && each.id > last.id) found.push_back(&each);
    }
    return found;
}

// What is no part of the transition: training of its own that began there since, and credits that were changed.
bool is_its_own(const Activity& activity, const std::vector<const ProgramChange*>& crossed, const ProgramChange& last,
                const ProgramFacts& facts) {
    const auto change = std::ranges::find(crossed, activity.id, &ProgramChange::activity);
    if (change != crossed.end()) return (*change)->code == "unit.credited"_code && !is_credit(activity);
    const auto* place = facts.places.first([&](const auto& each) { return each.id == activity.enrolment; });
    const bool left = place != nullptr && !enrolment::is_open(place->state);
    return activity.id.value > last.id.value && !(left && activity.outcome == enrolment::not_yet_commenced);
}

// How the other program has gone on since; empty: it has not.
std::string gone_on(const ProgramFacts& facts, const ProgramEnrolment& there, const ProgramChange& last,
                    const Many<Credential>& credentials) {
    const ProgramChange* came_over = latest_change(facts, there.id);
    if (came_over == nullptr || came_over->code != "transition.came-over"_code || came_over->id < last.id) {
        return there.status;
    }
    const auto* superseded = facts.activities.first([&](const Activity& each) {
        return each.program_enrolment == last.program_enrolment && each.outcome == "61" &&
               each.outcome_source == Source::finalise;
    });
    if (superseded != nullptr) return superseded->subject;
    const auto crossed = crossings(facts, last);
    const auto* own = facts.activities.first([&](const Activity& each) {
        return each.program_enrolment == there.id && is_its_own(each, crossed, last, facts);
    });
    if (own != nullptr) return own->subject;
    for (const auto kind : {CredentialKind::qualification, CredentialKind::statement_of_attainment}) {
        if (const Credential* credential = in_force(credentials, kind)) return credential->number;
    }
    return {};
}

// Nothing is deleted: a credit that goes belongs nowhere, says nothing, and is not reported.
Activity without_credit(const Activity& credit) {
    Activity gone;
    gone.id = credit.id;
    gone.version = credit.version;
    gone.learner = credit.learner;
    gone.subject = credit.subject;
    gone.not_reported = true;
    return gone;
}

void bring_back(const ProgramFacts& facts, const ProgramChange& last, Decision& decision) {
    for (const ProgramChange* change : crossings(facts, last)) {
        const auto* found = facts.activities.first([&](const Activity& each) { return each.id == change->activity; });
        if (found == nullptr) continue;
        if (change->code == "unit.credited"_code) {
            add_step(decision, "credit", found->subject, "unit.credit-undone"_code, found->outcome, {});
            decision.put(without_credit(*found));
            continue;
        }
        Activity activity = *found;
        activity.program_enrolment = last.program_enrolment;
        add_step(decision, "unit", found->subject, "unit.reopened"_code, found->outcome, found->outcome);
        decision.put(std::move(activity));
    }
}

// The other program enrolment no longer refers to this one; what goes on for both stays with this one alone.
void let_go(const ProgramEnrolment& there, const ProgramEnrolment& old, const ProgramChange& came_over,
            const Reopen& request, Context& context, Decision& decision) {
    ProgramEnrolment freed = there;
    freed.came_from = {};
    std::erase_if(freed.commitments, [&](const enrolment::Commitment& each) {
        return std::ranges::find(old.commitments, each.identifier, &enrolment::Commitment::identifier) !=
               old.commitments.end();
    });
    if (came_over.status_before.empty()) {  // the transition had made it
        freed.not_reported = true;
        const auto status = enrolment::status_of(enrolment::undone_status, nullptr);
        change_status(freed, {*status, {}, *request.effective_on, request.reason}, "transition.undone"_code, context,
                      decision);
        return;
    }
    ProgramChange change = change_of(freed.id, freed.learner, "transition.undone"_code, context);
    change.reason = request.reason;
    decision.put(std::move(change));
    decision.put(std::move(freed));
}

}  // namespace

const ProgramChange* latest_change(const ProgramFacts& facts, Id<ProgramEnrolment> program) {
    const ProgramChange* found = nullptr;
    for (const ProgramChange& each : facts.history) {
        // FIN-ORD-14: what was amended of it moved no status.
        const bool amends = each.code == "amendment.applied"_code;
        if (each.program_enrolment == program && !each.activity && !amends) found = &each;
    }
    return found;
}

bool undo_transition(const ProgramFacts& facts, const ProgramChange& last, const Reopen& request, Context& context,
                     Decision& decision) {
    const auto* there =
        facts.programs.first([&](const auto& each) { return each.came_from == last.program_enrolment; });
    if (there == nullptr) return true;
    const auto credentials = context.find<Credential>(find_index(type_of<Credential>(), "program_enrolment"),
                                                      {{there->id.value, {}, false}});
    if (!credentials) return false;
    const std::string what = gone_on(facts, *there, last, *credentials);
    if (!what.empty()) {
        decision.refuse("transition.went-on"_code, {{"what", what}});
        return false;
    }
    const auto* old = facts.programs.first([&](const auto& each) { return each.id == last.program_enrolment; });
    bring_back(facts, last, decision);
    let_go(*there, *old, *latest_change(facts, there->id), request, context, decision);
    return true;
}

}  // namespace provost::finalise

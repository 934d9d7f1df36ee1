// Leaving before the end, step by step.
#include "registration/cancel.hpp"

#include "registration/cancellation_fee.hpp"
#include "registration/rebook.hpp"

namespace provost::registration {

namespace {

using enrolment::Enrolment;
using enrolment::State;

// IMC-CAN-06: what a cancellation was, for the history; all but the participant's own cost nothing.
Code code_of(Because because, State from) {
    // IMC-AC-04: whoever has no seat yet with a reason of his own.
    const bool applies = from == State::requested || from == State::waiting;
    if (because == Because::unprepared && applies) return "cancelled.applicant-unprepared"_code;
    switch (because) {
        case Because::provider: return "cancelled.by-provider"_code;
        case Because::unprepared: return "cancelled.unprepared"_code;
        case Because::logic: return "cancelled.by-logic"_code;
        case Because::parent: return "cancelled.with-parent"_code;
        case Because::expired: return "cancelled.expired"_code;
        case Because::rebooked: return "cancelled.rebooked"_code;
        case Because::participant: break;
    }
    return "participant.cancelled"_code;
}

// IMC-CAN-06: who leaves a course that does not take place was cancelled by its provider.
Because because_of(Because asked, const catalogue::Course& course) {
    const bool off = course.planning_status() == catalogue::PlanningStatus::cancelled;
    return asked == Because::participant && off ? Because::provider : asked;
}

// What is told of a cancellation.
struct Told {
    Because because;
    const std::string& reason;
    std::optional<std::int64_t> hours{};
};

void cancel(const CancelFacts& facts, const Told& told, Context& context, Decision& decision) {
    Participant participant(*facts.course, facts.place, context, decision);
    if (!participant.usable()) return;
    const Because because = because_of(told.because, *facts.course);
    // IMC-SIG-07: what people ask for is told apart from what follows from something.
    const bool asked_for = because == Because::participant || because == Because::provider;
    const bool by_itself = !asked_for;
    if (!participant.may_be_changed(by_itself)) return;
    const bool moves = because == Because::rebooked && enrolment::may_move(participant.before().state, State::moved);
    const State to = moves ? State::moved : State::cancelled;
    if (!participant.may_become(to)) return;  // IMC-PART-04: never what is concluded
    if (asked_for && !participant.was_enrolled())
        return;  // what follows from a rule goes by the day of what it follows
    auto change = participant.change(code_of(because, participant.before().state), told.reason);
    if (because == Because::participant) {
        charge(change, {*facts.course, participant.before(), context.effective, participant.zone()}, facts.changes,
               decision);
    }
    const bool along = moves && went_along(participant.activity);
    along ? participant.go_on_elsewhere(to) : participant.leave(to, told.hours);
    if (!participant.settle(std::move(change))) return;
    cancel_children(facts.all, participant.before(), decision);
}

}  // namespace

// What is concluded stays. IMC-CC-11
void cancel_children(const Many<Enrolment>& all, const Enrolment& parent, Decision& decision,
                     std::optional<Instant> at) {
    for (const Enrolment& child : all) {
        if (std::ranges::find(child.parents, parent.id.value) == child.parents.end()) continue;
        if (!enrolment::is_ahead(child.state)) continue;
        if (child.parents.size() > 1) {
            Enrolment kept = child;
            std::erase(kept.parents, parent.id.value);
            decision.put(std::move(kept));
            continue;
        }
        CancelPlace next;
        next.course = Ref<catalogue::Course>(child.course);
        next.learner = Ref<people::Learner>(child.learner);
        next.because = Because::parent;
        if (at) next.head.effective = std::max(*at, child.enrolled_at.value_or(*at));
        decision.then(std::move(next)).wanted = {{"enrolment", std::to_string(child.id.value)}};
    }
}

void cancel_place(const CancelPlace& request, const CancelFacts& facts, Context& context, Decision& decision) {
    cancel(facts, {request.because, request.reason, request.hours_attended}, context, decision);
}

void give_up_place(const GiveUpPlace& request, const GiveUpFacts& facts, Context& context, Decision& decision) {
    if (!clearances::roles_of(facts.acting, *facts.cancel.learner, context,
                              access::ObjectRight::change_registration_status)
             .acts()) {
        return decision.refuse("registration.not-entitled"_code);
    }
    cancel(facts.cancel, {Because::participant, request.reason}, context, decision);
}

}  // namespace provost::registration

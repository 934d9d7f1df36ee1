// Asking for a place and answering, step by step.
#include "registration/request_place.hpp"

#include "catalogue/whole.hpp"
#include "enrolment/seats.hpp"
#include "registration/rebook.hpp"
#include "registration/visibility.hpp"
#include "registration/waiting.hpp"

namespace provost::registration {

namespace {

using enrolment::Approval;
using enrolment::Enrolment;
using enrolment::State;
using enrolment::StepOfApproval;
using enrolment::StepState;
using organisation::RegistrationType;

// IMC-REG-06, IMC-REG-07: who may ask for whom.
bool may_ask(const RequestPlaceFacts& facts, const Entering& entering, const Process& process, const Context& context,
             Decision& decision) {
    const clearances::Roles roles = clearances::roles_of(facts.acting, *facts.learner, context);
    if (!roles.acts()) return (decision.refuse("registration.not-entitled"_code), false);
    // IMC-REG-01: nor does a provider say what the type does not allow.
    if (!catalogue::is_allowed(process.type, facts.entry.pinned->registration_types, decision)) return false;
    const bool alone = roles.self && !roles.administrator;
    if (alone && process.type == RegistrationType::third_party_only) {
        return (decision.refuse("registration.self-not-allowed"_code), false);
    }
    // IMC-REG-02: a learner registers where he sees the course.
    const VisibleTo seen{*facts.course, facts.learner->id, facts.entry.enrolments, facts.visible_to, context.effective};
    // IMC-CC-10: or where a course offers it in which he is.
    if (alone && above_of(entering).empty() && !is_visible(seen))
        return (decision.refuse("course.not-visible"_code), false);
    return true;
}

// Asking for the same again changes nothing, whatever became of it. IMC-REG-11
bool is_in_already(const Entering& entering, const Context& context, Decision& decision) {
    for (const Enrolment& place : entering.facts.enrolments) {
        if (place.row_digest == context.digest()) return (decision.unchanged(place.id.value), true);
    }
    return has_place(entering, decision);
}

// A request holds a seat only where the course says so, and only when there is one; a place that nobody must approve
// needs one, or waits. IMC-REG-03, IMC-WL-02, IMC-WL-03
bool settle_seat(Enrolment& place, const Entering& entering, Context& context, Decision& decision) {
    const bool waits = entering.course.settings.waiting_list.value_or(true);
    const auto lacking = lacks_seat(entering, place.quotas);
    if (lacking && !waits) return (enrolment::refuse_full(*lacking, decision), false);
    if (place.state == State::requested) {
        place.holds_seat = !lacking && entering.course.settings.hold_seat.value_or(false);
        return true;
    }
    if (!lacking) return true;
    place.state = State::waiting;
    place.waiting_since = context.recorded;
    return join_waiting_list(place, entering.course, context, decision);
}

Enrolment place_of(const RequestPlace& request, const Entering& entering, Context& context) {
    Enrolment made;
    made.id = context.ids.take<Enrolment>();
    made.learner = entering.learner;
    made.course = entering.course.id;
    made.course_template = entering.course.course_template;
    made.enrolled_at = context.effective;
    made.enrolled_on = entering.day;
    made.expires_at = request.expires_at;
    made.order_reference = request.order_reference;
    made.parents = parents_of(entering);
    made.quotas = quotas_of(entering);
    made.row_digest = context.digest();
    return made;
}

void tell_open_step(std::vector<StepOfApproval>& steps, Decision& decision) {
    if (const StepOfApproval* step = open_step(steps)) {
        const auto who = step->fallback ? organisation::Approver::administrator : step->approver;
        decision.note("approval.asked"_code, {{"approver", std::string(word(who))}});
    }
}

Many<people::Group> all_groups(const RequestPlaceFacts& facts) {
    Many<people::Group> groups = facts.own_groups;
    const auto& more = facts.provider_groups.records;
    groups.records.insert(groups.records.end(), more.begin(), more.end());
    return groups;
}

// The approval of the latest place, if that is a request; nothing when none waits for an answer. A request that
// somebody else recorded (a file, an administrator) has none yet: an administrator answers it.
std::optional<Approval> open_approval(const AnswerRequestFacts& facts, Context& context) {
    const Enrolment& place = latest(facts.place.enrolments);
    if (place.state != State::requested) return std::nullopt;
    for (const Approval& approval : facts.approvals) {
        if (approval.enrolment == place.id) return approval;
    }
    Approval made{context.ids.take<Approval>(), 0, place.id, {}};
    made.steps.emplace_back();
    made.steps.back().approver = organisation::Approver::administrator;
    return made;
}

// IMC-REG-03: with the last approval everything is looked at again; without a seat the learner waits.
bool comes_in(Participant& participant, const Entering& entering, Context& context, Decision& decision) {
    if (!may_come_in(entering, context, decision)) return false;
    Enrolment& place = participant.place;
    const bool held = place.holds_seat;
    if (!held) place.quotas = quotas_of(entering);
    const auto lacking = held ? std::nullopt : lacks_seat(entering, place.quotas);
    place.holds_seat = false;
    place.expires_at.reset();
    if (!lacking) {
        participant.become(State::registered);
        auto along = leave_rebooked(entering, place, context.effective, context, decision);
        if (along) participant.activity = std::move(*along);
        follow_own_sets(place, context, decision);
        return true;
    }
    if (!entering.course.settings.waiting_list.value_or(true))
        return (enrolment::refuse_full(*lacking, decision), false);
    participant.become(State::waiting);
    place.waiting_since = context.recorded;
    return join_waiting_list(place, entering.course, context, decision);
}

}  // namespace

void request_place(const RequestPlace& request, const RequestPlaceFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.entry.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Entering entering{*facts.course, facts.entry, facts.learner->id, *zone, day_of(context.effective, *zone)};

    // 1 May whoever asks ask; is the learner in already; may he enter?
    const Process process = process_of(facts.course->settings, facts.of_provider);
    if (!may_ask(facts, entering, process, context, decision) || is_in_already(entering, context, decision)) return;
    if (!may_come_in(entering, context, decision)) return;
    if (request.expires_at && *request.expires_at <= context.effective) {
        return decision.refuse("date.expires-too-early"_code);
    }

    // 2 Whom must be asked?
    const auto groups = all_groups(facts);
    auto steps = steps_of(process, {*facts.learner, facts.acting, groups, context}, decision);
    Enrolment place = place_of(request, entering, context);
    decision.about = place.id.value;
    place.state = open_step(steps) == nullptr ? State::registered : State::requested;
    if (!settle_seat(place, entering, context, decision)) return;
    tell_open_step(steps, decision);

    // 3 The place, the approval, the seat, the activity of a unit.
    if (facts.entry.pinned->subject) place.unit_status = enrolment::default_status(place.state);
    std::optional<enrolment::Activity> along;
    if (place.state == State::registered) along = leave_rebooked(entering, place, context.effective, context, decision);
    put_training(std::move(along), place, entering, context, decision);
    decision.put(place);
    if (!steps.empty()) decision.put(Approval{context.ids.take<Approval>(), 0, place.id, std::move(steps)});
    enrolment::keep_seats(*facts.course, *facts.entry.seats, nullptr, place, decision);
    if (enrolment::is_live(place.state)) remind_late(entering, place, context, decision);
    follow_own_sets(place, context, decision);
    decision.access_due(place);
    decision.about = place.id.value;
}

void answer_request(const AnswerRequest& request, const AnswerRequestFacts& facts, Context& context,
                    Decision& decision) {
    // 1 Which request, which step, and may whoever asks answer it?
    std::optional<Approval> found = open_approval(facts, context);
    if (!found) return decision.refuse("approval.none"_code);
    Participant participant(*facts.course, facts.place, context, decision);
    if (!participant.usable()) return;
    Approval approval = std::move(*found);
    StepOfApproval* step = open_step(approval.steps);
    const Asking asking{*facts.learner, facts.acting, facts.groups, context};
    if (step == nullptr) return decision.refuse("approval.none"_code);
    find_approver(*step, asking, decision);  // whoever was asked may be gone
    if (!may_answer(*step, asking)) {
        const bool own = clearances::roles_of(facts.acting, *facts.learner, context).self;
        if (own) return decision.refuse("approval.own"_code);
        return decision.refuse("approval.not-approver"_code, {{"approver", std::string(word(step->approver))}});
    }
    if (step->reason_required && request.reason.empty()) return decision.refuse("reason.missing"_code);

    // 2 One refusal ends the request; one approval is enough for its step. IMC-REG-05
    answer(*step, *request.approve ? StepState::approved : StepState::refused, context);
    if (!*request.approve) {
        participant.leave(State::rejected);
        decision.put(std::move(approval));
        std::ignore = participant.settle(participant.change("approval.refused"_code, request.reason));
        return;
    }
    if (StepOfApproval* next = open_step(approval.steps)) {
        find_approver(*next, asking, decision);
        tell_open_step(approval.steps, decision);
        auto given = participant.change("approval.given"_code, request.reason);
        given.target_state = given.start_state;
        decision.put(std::move(given));
        return decision.put(std::move(approval));
    }

    // 3 The last approval lets the learner in, if he still may.
    const Entering entering{*facts.course, facts.entry, facts.learner->id, participant.zone(), participant.day()};
    if (!comes_in(participant, entering, context, decision)) return;
    decision.put(std::move(approval));
    std::ignore = participant.settle(participant.change("approval.given"_code, request.reason));
}

}  // namespace provost::registration

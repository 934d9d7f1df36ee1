// Changing a registration, and the states that people set.
#include "registration/change.hpp"

#include "enrolment/history.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "registration/coming_back.hpp"
#include "registration/entry.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/plan/compare.hpp>

namespace provost::registration {

namespace {

using catalogue::ConcludeBy;
using enrolment::Enrolment;
using enrolment::Mover;
using enrolment::State;

// IMC-PART-07: the members that may be changed, with how each is cleared.
struct Member {
    std::string_view name;
    void (*clear)(Enrolment&);
};
constexpr auto members = std::to_array<Member>({
    {"due_at", [](Enrolment& place) { place.due_at.reset(); }},
    {"planned_start_at", [](Enrolment& place) { place.planned_start_at.reset(); }},
    {"planned_end_at", [](Enrolment& place) { place.planned_end_at.reset(); }},
    {"expires_at", [](Enrolment& place) { place.expires_at.reset(); }},
    {"valid_until", [](Enrolment& place) { place.valid_until.reset(); }},
    {"obligation", [](Enrolment& place) { place.obligation = enrolment::Obligation::none; }},
    {"order_reference", [](Enrolment& place) { place.order_reference.clear(); }},
});

bool clear(const std::vector<std::string>& names, Enrolment& place, Decision& decision) {
    for (const std::string& name : names) {
        const auto member = std::ranges::find(members, name, &Member::name);
        if (member == members.end())
            return (decision.refuse("setting.unknown"_code, {{"setting", name}, {"member", "clear"}}), false);
        member->clear(place);
    }
    return true;
}

template <class T>
void take(std::optional<T>& member, const std::optional<T>& told) {
    if (told) member = told;
}

// Whether the course is concluded in its own way, by the participant or a tutor; and not by an administrator's word.
bool concludes_itself(const ChangeFacts& facts, const clearances::Roles& roles, const Context& context) {
    const auto by = facts.course->settings.conclude_by.value_or(ConcludeBy::administrator);
    return (by == ConcludeBy::learner && roles.self) || (by == ConcludeBy::tutor && context.teaches);
}

// IMC-MT-05: the one method by which participants are concluded; an administrator may always, with a reason. What
// progress and learning logic conclude, the engine concludes by itself.
bool may_conclude(const Conclude& request, const ChangeFacts& facts, const clearances::Roles& roles,
                  const Context& context, Decision& decision) {
    const auto by = facts.course->settings.conclude_by.value_or(ConcludeBy::administrator);
    const bool named = concludes_itself(facts, roles, context);
    const bool administers = clearances::may_administer(facts.acting, context, access::Right::change_participant_status,
                                                        access::ObjectRight::change_participant_status);
    // IMC-SIG-01: a participant who is to sign concludes by signing.
    if (named && roles.self && facts.course->settings.signature_required.value_or(false)) {
        return (decision.refuse("signature.missing"_code), false);
    }
    if (named || (administers && by == ConcludeBy::administrator)) return true;
    if (!administers) {
        decision.refuse("concluding.not-by-this"_code, {{"conclude_by", std::string(word(by))}});
    } else if (request.reason.empty()) {
        decision.refuse("reason.missing"_code);
    }
    return !decision.refused();
}

// When the training will end, of whoever has not left: with the course, or so long after he began.
std::optional<Day> planned_end(const Participant& participant, const catalogue::Course& course) {
    if (course.has_dates()) return last_day(course, participant.zone());
    const auto duration = catalogue::parse_duration(course.settings.duration);
    const auto& began = participant.activity.start_on;
    return began && duration ? std::optional(catalogue::add(*began, *duration)) : std::nullopt;
}

// IMC-PART-13: on hold nobody has a seat, so that whoever comes back needs one, and in the same quotas.
bool finds_seat(const Participant& participant, const ChangeFacts& facts, Decision& decision) {
    const bool dated = facts.course->has_dates();
    const State to = participant.place.state;
    if (!enrolment::uses_seat(to, dated) || enrolment::uses_seat(participant.before(), dated)) return true;
    const auto lacking = enrolment::lacks_seat(*facts.course, *facts.place.seats, participant.place.quotas);
    if (lacking) enrolment::refuse_full(*lacking, decision);
    return !lacking;
}

// Whoever is back after all has not left: the outcome and the hours that leaving wrote go.
void reopen(Participant& participant, const catalogue::Course& course) {
    participant.place.ended_on.reset();
    auto& activity = participant.activity;
    if (activity.outcome_source != enrolment::Source::finalise) return;
    activity.outcome.clear();
    activity.outcome_source = enrolment::Source::none;
    activity.hours_attended.reset();
    activity.end_on = planned_end(participant, course);
}

// Whoever has failed after all has not achieved the unit. IMC-PART-09, FIN-ORD-15
void take_back(enrolment::Activity& activity) {
    const auto outcome = enrolment::taken_back(activity.outcome);
    if (!outcome.empty()) activity.outcome = outcome;
}

// What a person may ask for; the rest comes by other verbs.
Code code_of(const ChangeState& request, State from) {
    if (request.correction) return "participant.corrected"_code;
    if (*request.state == State::on_hold) return "participant.put-on-hold"_code;
    // Leaving goes by verbs of its own, from on hold as well. IMC-PART-04
    const bool comes_back = takes_part(*request.state);
    if (from == State::on_hold) return comes_back ? "participant.resumed"_code : Code{};
    return *request.state == State::in_progress ? "participant.started"_code : Code{};
}

// Nobody takes part again in what is over, or once he is erased. IMC-CSV-13
bool may_take_part(const ChangeFacts& facts, State from, State to, Decision& decision) {
    if (to != State::registered && to != State::in_progress) return true;
    const bool back_in = !enrolment::is_live(from);
    if (!people::is_known(*facts.learner)) return (decision.refuse("learner.unknown"_code), false);
    if (facts.course->life != catalogue::CourseLife::active) return (decision.refuse("course.archived"_code), false);
    const bool closed = facts.course->planning_status() == catalogue::PlanningStatus::closed;
    if (back_in && closed) return (decision.refuse("course.closed"_code), false);
    return true;
}

bool has_what_it_needs(const ChangeState& request, Participant& participant, Decision& decision) {
    const State to = *request.state;
    const bool needs_reason = request.correction || to == State::on_hold;
    if (needs_reason && request.reason.empty()) return (decision.refuse("reason.missing"_code), false);
    if (to == State::on_hold && request.resumes_on && *request.resumes_on <= participant.day()) {
        return (decision.refuse("date.resumes-too-early"_code), false);
    }
    if (!request.correction) return participant.may_become(to) && participant.was_enrolled();
    // What is an ordinary move goes the ordinary way, with all that it asks.
    const State from = participant.before().state;
    const bool ordinary = enrolment::may_move(from, to);
    if (!ordinary && enrolment::may_move(from, to, Mover::correction)) return true;
    decision.refuse(ordinary ? "correction.ordinary"_code : "transition.illegal"_code,
                    enrolment::illegal_move(from, to));
    return false;
}

}  // namespace

// IMC-PART-02
void begin(Participant& participant, Day day, const catalogue::Course& course) {
    participant.place.started_on = day;
    auto& activity = participant.activity;
    if (!activity.id || course.has_dates() || activity.start_on) return;
    activity.start_on = day;
    activity.end_on = planned_end(participant, course);
}

bool conclude_place(Participant& participant, State to, Day day, Decision& decision) {
    if (!participant.may_become(to) || !participant.was_enrolled()) return false;
    participant.become(to);
    Enrolment& place = participant.place;
    // IMC-PART-03: from registered, it began that day. Whoever is in progress has begun, even when nobody knows when.
    if (participant.before().state == State::registered && !place.started_on) place.started_on = day;
    if (place.started_on > day) return (decision.refuse("date.end-before-start"_code), false);
    place.ended_on = day;
    return true;
}

void change_registration(const ChangeRegistration& request, const ChangeFacts& facts, Context& context,
                         Decision& decision) {
    Participant participant(*facts.course, facts.place, context, decision);
    if (!participant.usable() || !participant.may_be_changed()) return;
    Enrolment& place = participant.place;
    if (!clear(request.clear, place, decision)) return;
    take(place.due_at, request.due_at);
    take(place.planned_start_at, request.planned_start_at);
    take(place.planned_end_at, request.planned_end_at);
    take(place.expires_at, request.expires_at);
    take(place.valid_until, request.valid_until);
    place.obligation = request.obligation.value_or(place.obligation);
    if (!request.order_reference.empty()) place.order_reference = request.order_reference;
    if (place.due_at && place.enrolled_at && *place.due_at < *place.enrolled_at) {
        return decision.refuse("date.due-before-enrolment"_code, {{"field", "due_at"}});
    }
    auto change = participant.change("participant.information-changed"_code, request.reason);
    enrolment::tell_differences(change.before, change.after, type_of<Enrolment>(), &participant.before(), &place);
    if (change.before == change.after) return decision.unchanged(place.id.value);
    std::ignore = participant.settle(std::move(change));
}

void change_state(const ChangeState& request, const ChangeFacts& facts, Context& context, Decision& decision) {
    Participant participant(*facts.course, facts.place, context, decision);
    if (!participant.usable()) return;
    const State from = participant.before().state, to = *request.state;
    if (from == to) return decision.unchanged(participant.place.id.value);
    if (!participant.may_be_changed() || !participant.may_move()) return;
    const Code what = code_of(request, from);
    if (!what) {
        const Code why = enrolment::may_move(from, to) ? "transition.other-verb"_code : "transition.illegal"_code;
        return decision.refuse(why, enrolment::illegal_move(from, to));
    }
    if (!may_take_part(facts, from, to, decision) || !has_what_it_needs(request, participant, decision)) return;
    if (has_gone_on(participant.before(), participant.activity, context, decision)) return;
    participant.become(to);
    const Returning returning{*facts.course, participant.zone(), participant.day()};
    if (!finds_its_way(participant.before(), participant.place, returning, context, decision)) return;
    if (!finds_seat(participant, facts, decision)) return;
    follow_own_sets(participant.place, context, decision);
    if (to == State::on_hold) {
        participant.place.resumes_on = request.resumes_on;
    } else {
        if (request.resumes_on) decision.note("deferral.return-left-out"_code);
        participant.place.resumes_on.reset();
    }
    if (request.correction && to == State::registered) reopen(participant, *facts.course);
    if (request.correction && to == State::failed) take_back(participant.activity);
    if (to == State::in_progress) participant.place.ended_on.reset();
    if (to == State::in_progress && !participant.place.started_on) {
        begin(participant, participant.day(), *facts.course);
    }
    std::ignore = participant.settle(participant.change(what, request.reason));
}

void conclude(const Conclude& request, const ChangeFacts& facts, Context& context, Decision& decision) {
    Participant participant(*facts.course, facts.place, context, decision);
    if (!participant.usable()) return;
    const clearances::Roles roles =
        clearances::roles_of(facts.acting, *facts.learner, context, access::ObjectRight::change_participant_status);
    if (!may_conclude(request, facts, roles, context, decision)) return;
    if (!participant.may_be_changed(concludes_itself(facts, roles, context))) return;
    const State to = *request.passed ? State::passed : State::failed;
    if (!conclude_place(participant, to, participant.day(), decision)) return;
    participant.place.valid_until = request.valid_until;
    std::ignore = participant.settle(participant.change("participant.concluded"_code, request.reason));
}

}  // namespace provost::registration

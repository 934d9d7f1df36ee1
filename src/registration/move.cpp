// Moving and replacing, step by step. Both are one decision: nobody is between two places. IMC-PART-05, IMC-PART-06
#include "registration/move.hpp"

#include "enrolment/seats.hpp"
#include "enrolment/withdrawal.hpp"
#include "registration/cancel.hpp"
#include "registration/override.hpp"
#include "registration/rebook.hpp"

namespace provost::registration {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

// A new place that goes on from another one.
Enrolment going_on(const Entering& entering, const Enrolment& from, Id<Enrolment> id, Context& context) {
    Enrolment made;
    made.id = id;
    made.learner = entering.learner;
    made.course = entering.course.id;
    made.course_template = entering.course.course_template;
    made.state = State::registered;
    if (entering.facts.pinned->subject) made.unit_status = enrolment::default_status(made.state);
    made.enrolled_at = context.effective;
    made.enrolled_on = entering.day;
    made.due_at = from.due_at;
    made.obligation = from.obligation;
    made.order_reference = from.order_reference;
    made.parents = parents_of(entering);
    made.quotas = quotas_of(entering);
    made.came_from = from.id;
    made.row_digest = context.digest();
    return made;
}

void put_new(const Entering& entering, const Enrolment& made, std::optional<Activity> along, Context& context,
             Decision& decision) {
    decision.put(made);
    decision.access_due(made);
    remind_late(entering, made, context, decision);
    follow_own_sets(made, context, decision);
    put_training(std::move(along), made, entering, context, decision);
}

}  // namespace

void move_place(const MovePlace& request, const MoveFacts& facts, Context& context, Decision& decision) {
    // 1 From where, and may the participant leave it this way?
    Participant left(*facts.from, facts.place, context, decision);
    if (!left.usable() || !left.may_be_changed()) return;
    if (facts.from->id == facts.course->id) return decision.refuse("course.same"_code);
    if (!left.may_become(State::moved) || !left.was_enrolled()) return;
    const bool other = facts.from->course_template != facts.course->course_template;
    if (other && !request.allow_other_template) return decision.refuse("course.other-template"_code);

    // 2 May he come in? A full course is refused: nobody is moved onto a waiting list.
    const Zone* zone = context.zones.find(facts.entry.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Entering entering{*facts.course, facts.entry, facts.learner->id, *zone, day_of(context.effective, *zone),
                            left.place.id};
    if (has_place(entering, decision)) return;
    const auto id = context.ids.take<Enrolment>();
    if (!may_come_in(entering, {request.override_reason, id, entering.learner}, context, decision)) return;
    Enrolment made = going_on(entering, left.before(), id, context);
    if (const auto lacking = lacks_seat(entering, made.quotas)) return enrolment::refuse_full(*lacking, decision);

    // 3 The new place, with what goes along; the old one closes, its start, results and attempts stay.
    const bool along = goes_along(left.activity, entering);
    std::optional<Activity> activity;
    if (along) activity = taken_along(left.activity, left.before(), made, entering, left.day());
    // What gives way does so before anybody is let in: he might wait for that.
    activity = leave_rebooked(entering, made, context.effective, context, decision, std::move(activity));
    along ? left.go_on_elsewhere(State::moved) : left.leave(State::moved);  // nothing is charged. IMC-CAN-06
    if (!left.settle(left.change("participant.moved"_code, request.reason))) return;
    cancel_children(facts.all, left.before(), decision);
    put_new(entering, made, std::move(activity), context, decision);
    enrolment::keep_seats(entering.course, *facts.entry.seats, nullptr, made, decision);
    decision.about = made.id.value;
}

void replace_participant(const ReplaceParticipant& request, const ReplaceFacts& facts, Context& context,
                         Decision& decision) {
    // 1 Who leaves?
    Participant left(*facts.course, facts.place, context, decision);
    if (!left.usable() || !left.may_be_changed()) return;
    if (facts.leaves->id == facts.learner->id) return decision.refuse("learner.same"_code);
    if (!left.may_become(State::replaced) || !left.was_enrolled()) return;

    const Enrolment stays = left.place;
    left.leave(State::replaced);
    auto seats = enrolment::follow(*facts.entry.seats, &stays, left.place, facts.course->has_dates());

    // 2 May the other one come? The seat is the one that is left.
    EntryFacts entry = facts.entry;
    entry.seats.record = &seats;
    const Entering entering{*facts.course, entry, facts.learner->id, left.zone(), left.day()};
    if (has_place(entering, decision)) return;
    const auto id = context.ids.take<Enrolment>();
    if (!may_come_in(entering, {request.override_reason, id, entering.learner}, context, decision)) return;
    Enrolment made = going_on(entering, stays, id, context);
    if (const auto lacking = lacks_seat(entering, made.quotas)) return enrolment::refuse_full(*lacking, decision);

    // 3 One place closes, the other is made: the count of the seats stays, but not of each quota.
    auto activity = leave_rebooked(entering, made, context.effective, context, decision);
    if (!left.settle_place(left.change("participant.replaced"_code, request.reason))) return;
    cancel_children(facts.all, left.before(), decision);
    put_new(entering, made, std::move(activity), context, decision);
    seats = enrolment::follow(std::move(seats), nullptr, made, facts.course->has_dates());
    enrolment::put_seats(*facts.course, *facts.entry.seats, std::move(seats), decision);
    decision.about = made.id.value;
}

}  // namespace provost::registration

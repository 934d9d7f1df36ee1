// A participant at work.
#include "registration/place.hpp"

#include "enrolment/history.hpp"
#include "enrolment/seats.hpp"
#include "enrolment/withdrawal.hpp"
#include "registration/waiting.hpp"

namespace provost::registration {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ParticipantChange;
using enrolment::State;

namespace {

Activity activity_of(const PlaceFacts& facts, const Enrolment& place) {
    for (const Activity& activity : facts.activities) {
        if (activity.enrolment == place.id) return activity;
    }
    return {};
}

}  // namespace

const Enrolment& latest(const Many<Enrolment>& enrolments) {
    return *static_cast<const Enrolment*>(enrolments.records.back());
}

std::optional<Many<Enrolment>> places_of(Id<people::Learner> learner, const Context& context) {
    return context.find<Enrolment>(find_index(type_of<Enrolment>(), "learner"), {{learner.value, {}, false}});
}

Participant::Participant(const catalogue::Course& course, const PlaceFacts& facts, Context& context, Decision& decision)
    : place(latest(facts.enrolments)),
      activity(activity_of(facts, place)),
      course_(course),
      facts_(facts),
      context_(context),
      decision_(decision),
      before_(place),
      zone_(context.zones.find(facts.location->zone)) {
    decision.about = place.id.value;
    if (zone_ == nullptr) {
        decision.refuse("zone.unknown"_code);
    } else {
        day_ = day_of(context.effective, *zone_);
    }
}

// IMC-SIG-09: nor do those who look after participants.
bool Participant::may_be_changed(bool by_itself) {
    if (place.signed_at) {
        auto attempt = change("change.attempted"_code, {});
        attempt.target_state = place.state;
        decision_.hold("participant.signed"_code);
        decision_.put(std::move(attempt));
        return false;
    }
    const bool strict = course_.settings.lock_strictly.value_or(false);
    if (!course_.locked_at || (by_itself && !strict)) return true;
    decision_.refuse("course.signed"_code);
    return false;
}

bool Participant::may_move() {
    if (before_.finalised) decision_.refuse("participant.finalised"_code);
    return !before_.finalised;
}

bool Participant::may_become(State to, enrolment::Mover mover) {
    if (!may_move()) return false;
    if (enrolment::may_move(place.state, to, mover)) return true;
    decision_.refuse("transition.illegal"_code, enrolment::illegal_move(place.state, to));
    return false;
}

bool Participant::was_enrolled() {
    const bool too_early = place.enrolled_on && day_ < *place.enrolled_on;
    if (!too_early || *place.enrolled_on > day_of(context_.recorded, *zone_)) return true;
    decision_.refuse("date.before-enrolment"_code, {{"field", "effective"}});
    return false;
}

void Participant::become(State to) {
    // On hold a unit that has commenced keeps its status.
    const bool keeps = to == State::on_hold && enrolment::has_commenced(place, activity, day_);
    place.state = to;
    if (place.unit_status == enrolment::UnitStatus::none || keeps) return;
    place.unit_status = enrolment::default_status(to);
}

void Participant::leave(State to, std::optional<std::int64_t> hours) {
    enrolment::leave(place, activity, {day_, to, hours}, decision_);
}

void Participant::go_on_elsewhere(State to) {
    become(to);
    enrolment::end_place(place, day_);
    place.holds_seat = false;
    activity = {};
}

ParticipantChange Participant::change(Code what, const std::string& reason) {
    auto made = enrolment::change_of(place.id, place.learner, what, context_);
    made.start_state = before_.state;
    made.reason = reason;
    return made;
}

bool Participant::settle(ParticipantChange change) {
    enrolment::keep_seats(course_, *facts_.seats, &before_, place, decision_);
    return settle_place(std::move(change));
}

bool Participant::settle_place(ParticipantChange change) {
    change.target_state = place.state;
    const bool left_list = before_.state == State::waiting && place.state != State::waiting;
    if (left_list && !leave_waiting_list(before_, course_, context_, decision_)) return false;
    decision_.put(place);
    if (activity.id) decision_.put(activity);
    decision_.put(std::move(change));
    decision_.access_due(place);
    return true;
}

}  // namespace provost::registration

// registration.register_learner, step by step. Every day is that of the course's location.
#include "registration/register_learner.hpp"

#include "enrolment/history.hpp"
#include "enrolment/seats.hpp"
#include "registration/override.hpp"
#include "registration/place.hpp"
#include "registration/rebook.hpp"
#include "registration/waiting.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/registration/participants.hpp>

namespace provost::registration {

namespace {

using enrolment::Enrolment;
using enrolment::State;

// IMC-ENI-13, IMC-ENI-15: history is recorded as it was; nobody enters by it.
bool is_historic(State state) { return state == State::passed || state == State::failed || state == State::cancelled; }

// IMC-PART-09, IMC-ENI-15: the states in which a participant may begin; the others are reached from one of these.
bool may_begin_as(State state) { return is_historic(state) || is_prospective(state) || takes_part(state); }

// Whether start and end of a request are what was, or what is planned. IMC-ENI-07
bool has_begun(State state) { return is_historic(state) || state == State::in_progress; }

// IMC-ENI-04: a row without a date enrols at the start of a course with dates, else when it is imported.
Instant moment_of(const RegisterLearner& request, const catalogue::Course& course, const Context& context) {
    const bool by_course = context.from_file() && !request.head.effective && course.has_dates();
    return by_course ? *course.starts_at : context.effective;
}

// Links a place to further places above whose sets have room for it: those that it is linked to now and was not.
std::vector<std::int64_t> add_parents(Enrolment& place, const Entering& entering) {
    auto added = parents_with_room(entering);
    std::erase_if(added, [&](std::int64_t id) { return std::ranges::find(place.parents, id) != place.parents.end(); });
    place.parents.insert(place.parents.end(), added.begin(), added.end());
    return added;
}

// IMC-CC-11: who takes part in two courses that offer a component course has one booking, linked to both. False when
// the place is linked to all of them already.
bool link_to_parents(const Enrolment& existing, const Entering& entering, Decision& decision) {
    Enrolment linked = existing;
    for (const auto parent : add_parents(linked, entering)) {
        if (!enrolment::is_ahead(linked.state)) enrolment::follow_sets({parent}, decision);  // IMC-CC-09
    }
    if (linked.parents == existing.parents) return false;
    decision.put(std::move(linked));
    return true;
}

// Whether the same was told before; fills the decision if so. IMC-ENI-11, IMC-REG-11
bool is_known_row(const RegisterLearnerFacts& facts, const Context& context, Decision& decision) {
    for (const auto& existing : facts.entry.enrolments) {
        const bool same = existing.row_digest == context.digest() || existing.confirmed_by == context.digest();
        if (same && context.repeated(existing.id)) return (decision.refuse("row.duplicate"_code), true);
        if (same) return (decision.unchanged(existing.id.value), true);
    }
    return false;
}

// Whether a row of this file has closed a place, by telling it so or by booking another course of its set. What became
// of a place between two runs of a file makes no row of it another one. Asked again while it is not known yet.
bool closed_by_rows(const Enrolment& place, const RegisterLearnerFacts& facts, const Context& context) {
    const auto goes_on = [&](const Enrolment& other) {
        const bool by_row = !other.waiting_since && !other.confirmed_by;  // and not because somebody let him in
        return by_row && other.came_from == place.id && context.repeated(other.id);
    };
    if (facts.entry.beside.first(goes_on) != nullptr) return true;
    const auto changes = context.find<enrolment::ParticipantChange>(
        find_index(type_of<enrolment::ParticipantChange>(), "enrolment"), {{place.id.value, {}, false}});
    return changes && !changes->first([](const auto& each) { return enrolment::is_open(each.start_state); });
}

// Whether another row of the file stands for a place that it has opened; a closed one blocks no row. IMC-ENI-11
bool is_second_row(const RegisterLearnerFacts& facts, const Context& context, Decision& decision) {
    for (const auto& existing : facts.entry.enrolments) {
        if (!context.repeated(existing.id)) continue;
        if (!enrolment::is_open(existing.state) && closed_by_rows(existing, facts, context)) continue;
        return (decision.refuse("row.duplicate"_code), true);
    }
    return false;
}

bool is_imported(const Context& context) {
    return context.from_file() || context.head.trigger.value_or(Trigger::back_end) == Trigger::import;
}

// IMC-ENI-11: rows of files and history make nothing anew, not even what has failed. Of several attempts the latest is
// named.
bool has_failed(const Entering& entering, Decision& decision) {
    const Enrolment* latest = nullptr;
    for (const Enrolment& place : entering.facts.enrolments) {
        if (place.state == State::failed) latest = &place;
    }
    if (latest == nullptr) return false;
    decision.refuse("enrolment.exists"_code);
    decision.about = latest->id.value;
    return true;
}

// Whether the learner is there already; fills the decision if so.
bool is_in_already(const RegisterLearner& request, const Entering& entering, const Context& context,
                   Decision& decision) {
    const enrolment::Enrolment* place = open_place(entering);
    const bool repeats_nothing = is_imported(context) || is_historic(request.state);
    if (place == nullptr && repeats_nothing) return has_failed(entering, decision);
    // IMC-ENI-11: a row of a file changes no place.
    const bool links = place != nullptr && !is_imported(context) && link_to_parents(*place, entering, decision);
    if (!links) return has_place(entering, decision);
    decision.about = place->id.value;
    return true;
}

// IMC-ENI-08: whoever has passed a course with dates has ended with it, unless his row says otherwise.
bool ends_by_course(const RegisterLearner& request) { return request.state == State::passed && !request.end_at; }

// Nobody has ended before the day on which his row says that he enrolled; a row without that day is read now.
bool ends_before_enrolment(const RegisterLearner& request, const Entering& entering, const Context& context) {
    const bool says_day = context.from_file() && context.head.effective;
    if (!says_day || !is_historic(request.state) || !request.end_at) return false;
    return day_of(*request.end_at - std::chrono::milliseconds{1}, entering.zone) < entering.day;
}

// Dates against each other, and the state against the table of moves; the empty code when all is right.
bool makes_sense(const RegisterLearner& request, const Entering& entering, Instant at, const Context& context,
                 Decision& decision) {
    const auto& course = entering.course;
    if (is_due_too_early(request.due_at, at, context)) {
        decision.refuse("date.due-before-enrolment"_code, {{"field", "due_at"}});
    } else if (!may_begin_as(request.state)) {
        decision.refuse("transition.illegal"_code, enrolment::illegal_move(State::none, request.state));
    } else if (has_begun(request.state) && request.start_at && request.end_at && *request.end_at < *request.start_at) {
        decision.refuse("date.end-before-start"_code, {{"field", "end_at"}});
    } else if (ends_before_enrolment(request, entering, context)) {
        decision.refuse("date.before-enrolment"_code, {{"field", "end_at"}});
    } else if (ends_by_course(request) && !course.has_dates()) {
        decision.refuse("field.missing"_code, {{"field", "end_at"}});  // IMC-ENI-08
    } else if (ends_by_course(request) && request.start_at &&
               last_day(course, entering.zone) < day_of(*request.start_at, entering.zone)) {
        decision.refuse("date.end-before-start"_code, {{"field", "start_at"}});
    } else if (request.expires_at && *request.expires_at <= at) {
        decision.refuse("date.expires-too-early"_code);
    }
    return !decision.refused();
}

// Whoever waits has not begun, whatever was asked for.
void set_dates(Enrolment& made, const RegisterLearner& request, const Entering& entering, Decision& decision) {
    if (!has_begun(made.state)) {
        if (request.start_at) made.planned_start_at = request.start_at;
        if (request.end_at) made.planned_end_at = request.end_at;
        if (request.start_at || request.end_at) decision.note("date.planned"_code);  // IMC-ENI-07
        return;
    }
    if (request.start_at) made.started_on = day_of(*request.start_at, entering.zone);
    if (made.state == State::in_progress) {
        made.planned_end_at = request.end_at;
        return;
    }
    // The last moment of a day ends it: an end at midnight is that of the day before. IMC-CSV-24
    if (request.end_at) made.ended_on = day_of(*request.end_at - std::chrono::milliseconds{1}, entering.zone);
    if (request.start_at && request.start_at == request.end_at) made.ended_on = made.started_on;
    if (ends_by_course(request)) made.ended_on = last_day(entering.course, entering.zone);
    made.valid_until = request.valid_until;
}

Enrolment enrolment_of(const RegisterLearner& request, const Entering& entering, Instant at, Context& context) {
    Enrolment made;
    made.id = context.ids.take<Enrolment>();
    made.learner = entering.learner;
    made.course = entering.course.id;
    made.course_template = entering.course.course_template;
    made.state = request.state;
    made.enrolled_at = at;
    made.enrolled_on = entering.day;
    made.due_at = request.due_at;
    made.obligation = request.obligation;
    made.order_reference = request.order_reference;
    made.expires_at = request.expires_at;
    made.quotas = quotas_of(entering);
    made.row_digest = context.digest();
    return made;
}

// IMC-WL-03: without a seat onto the waiting list, where there is one. IMC-ENI-13: nobody is put there by a file.
bool may_wait(const Entering& entering, const Context& context) {
    return !is_imported(context) && entering.course.settings.waiting_list.value_or(true);
}

// What an active place needs; answers false when it is refused, or to be asked again.
bool enters(const RegisterLearner& request, const Entering& entering, Enrolment& place, Context& context,
            Decision& decision) {
    if (!may_come_in(entering, {request.override_reason, place.id, place.learner}, context, decision)) return false;
    const bool has_list = entering.course.settings.waiting_list.value_or(true);
    if (place.state == State::waiting && !has_list) return (decision.refuse("course.no-waiting-list"_code), false);
    place.parents = parents_of(entering);
    const auto lacking = lacks_seat(entering, place.quotas);
    if (lacking && enrolment::uses_seat(place, entering.course.has_dates())) {
        if (!may_wait(entering, context)) return (enrolment::refuse_full(*lacking, decision), false);
        place.state = State::waiting;
    }
    if (place.state != State::waiting) return true;
    place.waiting_since = context.recorded;
    return join_waiting_list(place, entering.course, context, decision);
}

// A reserved place is taken by whoever it was reserved for; rows of files change no place. IMC-PART-09, IMC-WL-09,
// IMC-ENI-11
bool is_confirmed(const RegisterLearner& request, const Entering& entering, const Context& context) {
    const Enrolment* place = is_imported(context) ? nullptr : open_place(entering);
    return place != nullptr && place->state == State::reserved && request.state == State::registered;
}

// By the rules of entering; the seat is there.
void confirm(const RegisterLearner& request, const RegisterLearnerFacts& facts, const Entering& entering,
             Context& context, Decision& decision) {
    const Enrolment before = *open_place(entering);
    Enrolment place = before;
    decision.about = place.id.value;
    if (!may_come_in(entering, {request.override_reason, place.id, place.learner}, context, decision)) return;
    place.state = request.state;
    place.expires_at.reset();
    place.confirmed_by = context.digest();
    if (request.due_at) place.due_at = request.due_at;
    if (request.obligation != enrolment::Obligation::none) place.obligation = request.obligation;
    if (!request.order_reference.empty()) place.order_reference = request.order_reference;
    set_dates(place, request, entering, decision);
    if (facts.entry.pinned->subject) place.unit_status = enrolment::default_status(place.state);
    add_parents(place, entering);
    if (const auto along = leave_rebooked(entering, place, context.effective, context, decision)) decision.put(*along);
    enrolment::keep_seats(*facts.course, *facts.entry.seats, &before, place, decision);
    auto change = enrolment::change_of(place.id, place.learner, "participant.confirmed"_code, context);
    change.start_state = before.state;
    change.target_state = place.state;
    decision.put(std::move(change));
    remind_late(entering, place, context, decision);
    follow_own_sets(place, context, decision);
    decision.access_due(place);
    decision.put(std::move(place));
}

}  // namespace

void register_learner(const RegisterLearner& request, const RegisterLearnerFacts& facts, Context& context,
                      Decision& decision) {
    const Zone* zone = context.zones.find(facts.entry.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Instant at = moment_of(request, *facts.course, context);
    const Entering entering{*facts.course, facts.entry, facts.learner->id, *zone, day_of(at, *zone)};
    // IMC-ENI-13: a row without a date is dated by the course, but it asks to enter today.
    const Day today = std::max(entering.day, day_of(context.effective, *zone));
    const Entering judged{*facts.course, facts.entry, facts.learner->id, *zone, today};

    // 1 Is it known, whatever day it is by now; does it make sense; is the learner in already?
    if (is_known_row(facts, context, decision)) return;
    if (!makes_sense(request, entering, at, context, decision)) return;
    if (is_second_row(facts, context, decision)) return;
    if (is_confirmed(request, entering, context)) return confirm(request, facts, judged, context, decision);
    if (is_in_already(request, entering, context, decision)) return;

    // IMC-SIG-07: a course that a signature has locked takes nobody new, nor into its history.
    if (is_historic(request.state) && facts.course->locked_at) return decision.refuse("course.signed"_code);

    // 2 May the learner enter: is the course open, are the prerequisites met, is a seat free?
    Enrolment place = enrolment_of(request, entering, at, context);
    decision.about = place.id.value;
    if (!is_historic(request.state) && !enters(request, judged, place, context, decision)) return;

    // 3 The place, the seat, the activity of a unit; the LMS must be compared.
    set_dates(place, request, entering, decision);
    if (facts.entry.pinned->subject) place.unit_status = enrolment::default_status(place.state);
    std::optional<enrolment::Activity> along;
    // While somebody asks or waits, or a place is only kept for him, what he has booked stays.
    if (takes_part(place.state)) along = leave_rebooked(judged, place, context.effective, context, decision);
    decision.put(place);
    enrolment::keep_seats(*facts.course, *facts.entry.seats, nullptr, place, decision);
    put_training(std::move(along), place, entering, context, decision);
    if (!is_historic(place.state)) remind_late(entering, place, context, decision);
    follow_own_sets(place, context, decision);
    decision.access_due(place);
}

}  // namespace provost::registration

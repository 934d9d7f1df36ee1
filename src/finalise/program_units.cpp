// The units of a program enrolment.
#include "finalise/program_units.hpp"

#include "catalogue/whole.hpp"
#include "enrolment/seats.hpp"
#include "enrolment/target.hpp"
#include "finalise/day.hpp"
#include "finalise/resume.hpp"
#include "finalise/status_change.hpp"
#include "registration/cancel.hpp"
#include "registration/waiting.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using enrolment::State;

template <class T>
const T* by_id(const Many<T>& records, std::int64_t id) {
    return records.first([&](const T& record) { return record.id.value == id; });
}

// How whoever has a final outcome has ended. FIN-ORD-15
State ended_by(const enrolment::OutcomeCode& outcome) {
    if (outcome.successful) return State::passed;
    return enrolment::says_left(outcome.code) ? State::cancelled : State::failed;
}

}  // namespace

const ProgramEnrolment* program_enrolment_of(const Many<ProgramEnrolment>& programs, Id<catalogue::Program> program,
                                             Decision& decision) {
    const auto* found = programs.first([&](const ProgramEnrolment& each) { return each.program == program; });
    if (found == nullptr) decision.refuse("program.not-enrolled"_code);
    return found;
}

const UnitDetail* detail_of(const std::vector<UnitDetail>& told, std::string_view subject) {
    const auto found = std::ranges::find(told, subject, &UnitDetail::subject);
    return found == told.end() ? nullptr : &*found;
}

bool WorkedUnit::was_not_taken() const {
    const bool left = has_place() && !enrolment::is_open(unit.place.state);
    return left && unit.activity.outcome == enrolment::not_yet_commenced;
}

bool WorkedUnit::is_live() const { return has_place() && enrolment::is_live(unit.place.state); }

ProgramUnits::ProgramUnits(const ProgramFacts& facts, const ProgramEnrolment& program, Context& context,
                           Decision& decision)
    : facts_(facts), program_(program), context_(context), decision_(decision) {
    for (const Activity& activity : facts.activities) {
        if (activity.program_enrolment == program.id) add(activity);
    }
    if (units_.size() > most_units) {
        decision_.refuse("program.too-many-units"_code, {{"limit", std::to_string(most_units)}});
    }
    if (usable()) today_ = told_on();
}

bool ProgramUnits::has_all(const std::vector<UnitDetail>& told) {
    if (!catalogue::repeats_nothing("units", told, &UnitDetail::subject, decision_)) return false;
    for (const UnitDetail& each : told) {
        if (std::ranges::find(units_, each.subject, &WorkedUnit::subject) != units_.end()) continue;
        decision_.refuse("unit.unknown"_code, {{"subject", each.subject}});
        return false;
    }
    return true;
}

void ProgramUnits::tell_what_is_left_out(const std::vector<UnitDetail>& told) {
    for (const UnitDetail& each : told) {
        const auto look = [&](std::string_view field, const auto& said, auto member) {
            const bool stands = std::ranges::any_of(units_, [&](const WorkedUnit& unit) {
                return unit.subject() == each.subject && unit.unit.activity.*member == said;
            });
            if (!said || stands) return;
            decision_.note("unit.left-out"_code, {{"subject", each.subject}, {"field", std::string(field)}});
        };
        const bool is_told = std::ranges::any_of(decision_.notes, [&](const Reason& note) {
            const bool of_hours = note.code == "hours.negative"_code || note.code == "hours.not-commenced"_code;
            return of_hours && note.parameters.front().value == each.subject;
        });
        if (!is_told) look("hours_attended", each.hours_attended, &enrolment::Activity::hours_attended);
        look("start_on", each.start_on, &enrolment::Activity::start_on);
        look("end_on", each.end_on, &enrolment::Activity::end_on);
    }
}

const Zone* ProgramUnits::zone_of(const catalogue::Course& course) const {
    const auto* location = by_id(facts_.locations, course.assignments.location.value);
    return location == nullptr ? nullptr : context_.zones.find(location->zone);
}

// In the zone of the program's location, else of the first course; without either everybody has that day.
Day ProgramUnits::told_on() const {
    const Zone* zone = nullptr;
    if (const auto* location = by_id(facts_.program_locations, program_.location.value)) {
        zone = context_.zones.find(location->zone);
    }
    for (const WorkedUnit& each : units_) zone = zone == nullptr ? each.zone : zone;
    return zone == nullptr ? std::chrono::floor<std::chrono::days>(context_.recorded)
                           : day_of(context_.recorded, *zone);
}

void ProgramUnits::add(const Activity& activity) {
    WorkedUnit made;
    made.unit.activity = activity;
    if (const auto* place = by_id(facts_.places, activity.enrolment.value)) {
        made.unit.place = *place;
        made.course = by_id(facts_.courses, place->course.value);
        made.zone = zone_of(*made.course);
        made.ending = current_ending(facts_.finalisations, place->id);
        if (made.zone == nullptr) decision_.refuse("zone.unknown"_code);
    }
    made.before = made.unit;
    units_.push_back(std::move(made));
}

bool ProgramUnits::may_become(const WorkedUnit& unit, State to) {
    const State from = unit.unit.place.state;
    if (from == to || enrolment::may_move(from, to)) return true;
    auto told = enrolment::illegal_move(from, to);
    told.push_back({"course", unit.course->external_id});
    decision_.refuse("transition.illegal"_code, std::move(told));
    return false;
}

bool ProgramUnits::is_beside(const WorkedUnit& unit) const {
    if (unit.has_place()) return false;
    const auto& outcome = unit.unit.activity.outcome;
    add_step(decision_, "unit", unit.subject(), "unit.beside"_code, outcome, outcome);
    return true;
}

bool ProgramUnits::is_final(const WorkedUnit& unit, Day day) const {
    return enrolment::is_final_for(program_.target, unit.unit.activity.outcome, day);
}

bool ProgramUnits::conclude(WorkedUnit& unit, Day day) {
    const auto* outcome = enrolment::find_outcome_for(program_.target, unit.unit.activity.outcome, day);
    if (!unit.is_live() || outcome == nullptr) return true;
    Enrolment& place = unit.unit.place;
    const State wanted = ended_by(*outcome);
    const State to = enrolment::may_move(place.state, wanted) ? wanted : State::cancelled;
    if (!may_become(unit, to)) return false;
    place.state = to;
    place.holds_seat = false;
    place.ended_on = unit.unit.activity.end_on.value_or(day);
    if (place.unit_status != enrolment::UnitStatus::none) place.unit_status = enrolment::default_status(to);
    return true;
}

void ProgramUnits::finalise(WorkedUnit& unit, Ending ending, Day day, std::optional<Day> resumes_on) {
    if (!unit.has_place()) return;
    unit.unit.place.finalised = true;
    if (stops_access(access_ends_, ending)) unit.unit.place.access_stopped = true;
    Finalisation made{{}, 0, unit.unit.place.id, ending, day, resumes_on, remembered(unit.before), change_, {}};
    if (unit.ending != nullptr && unit.ending->ending != Ending::deferred) return;  // what was ended alone stays so
    if (unit.ending != nullptr && ending == Ending::deferred) {
        made.id = unit.ending->id;  // the pause goes on, and what was before it stays remembered
        made.before = unit.ending->before;
    } else {
        made.id = context_.ids.take<Finalisation>();
    }
    decision_.put(std::move(made));
}

void ProgramUnits::take_back(WorkedUnit& unit, Day day) {
    if (unit.ending == nullptr) return;
    Finalisation ending = *unit.ending;
    ending.taken_back_on = day;
    decision_.put(std::move(ending));
}

bool ProgramUnits::finds_seat(const WorkedUnit& unit) {
    const auto* seats =
        facts_.seats.first([&](const catalogue::Seats& each) { return each.course == unit.course->id; });
    return finalise::finds_seat(*unit.course, *seats, unit.before.place, unit.unit.place, decision_);
}

bool ProgramUnits::settle(WorkedUnit& unit, Code what) {
    const Enrolment &was = unit.before.place, &is = unit.unit.place;
    add_step(decision_, "unit", unit.subject(), what, unit.before.activity.outcome, unit.unit.activity.outcome);
    decision_.put(unit.unit.activity);
    if (!unit.has_place()) return true;
    if (!registration::follow_waiting_list(was, is, *unit.course, context_, decision_)) return false;
    if (was.state != is.state && !enrolment::is_open(is.state)) {
        // IMC-CC-11
        registration::cancel_children(facts_.places, was, decision_, moment_of(is.ended_on, *unit.zone, context_));
    }
    decision_.put(is);
    decision_.access_due(is);
    if (was.access_stopped != is.access_stopped) tell_app(is, !is.access_stopped, decision_);
    enrolment::follow_above(*unit.course, &was, is, decision_);
    auto& [course, seats] = seats_[unit.course->id.value];
    if (course == nullptr) {
        course = unit.course;
        seats = *facts_.seats.first([&](const catalogue::Seats& each) { return each.course == unit.course->id; });
    }
    seats = enrolment::follow(std::move(seats), &was, is, course->has_dates());
    return true;
}

void ProgramUnits::settle_seats() {
    for (auto& [id, kept] : seats_) {
        const catalogue::Course& course = *kept.first;
        const auto* before = facts_.seats.first([&](const catalogue::Seats& each) { return each.course == course.id; });
        enrolment::put_seats(course, *before, std::move(kept.second), decision_);
    }
}

}  // namespace provost::finalise

// registration.register_learner, step by step. Every day is that of the course's location.
#include "registration/register_learner.hpp"

#include "prerequisites/judge.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::registration {

namespace {

using catalogue::PlanningStatus;
using enrolment::State;

// IMC-ENI-13, IMC-ENI-15: history is recorded as it was; nobody enters by it.
bool is_historic(State state) { return state == State::passed || state == State::failed || state == State::cancelled; }

// IMC-PART-09, IMC-ENI-15: the states in which a participant may begin; the others are reached from one of these.
bool may_begin_as(State state) {
    return is_historic(state) || state == State::requested || state == State::reserved || state == State::waiting ||
           state == State::registered || state == State::in_progress;
}

// Whether the learner is there already; fills the decision if so. IMC-ENI-11, IMC-REG-11
bool is_in_already(const RegisterLearnerFacts& facts, const Context& context, Decision& decision) {
    for (const auto& existing : facts.enrolments) {
        if (context.repeated(existing.id)) return (decision.refuse("row.duplicate"_code), true);
        if (existing.row_digest == context.digest()) return (decision.unchanged(existing.id.value), true);
    }
    for (const auto& existing : facts.enrolments) {
        if (!enrolment::is_open(existing.state)) continue;
        decision.refuse("enrolment.exists"_code);
        decision.about = existing.id.value;
        return true;
    }
    return false;
}

// A course ends before the moment of its end: one that ends at midnight ends with the day before. IMC-CSV-24
Day last_day(const catalogue::Course& course, const Zone& zone) {
    return day_of(*course.ends_at - std::chrono::milliseconds{1}, zone);
}

// IMC-CC-10, IMC-CC-05: a component course is booked by participants of a course that offers it in a set, unless it may
// be booked alone.
bool is_offered(const RegisterLearnerFacts& facts) {
    if (facts.course->kind == catalogue::CourseKind::course || facts.course->bookable_alone) return true;
    for (const auto& place : facts.above) {
        if (place.state == State::registered || place.state == State::in_progress) return true;
    }
    return false;
}

bool is_open_for_entry(const RegisterLearnerFacts& facts, Day day, const Zone& zone, Decision& decision) {
    const auto& course = *facts.course;
    if (course.life != catalogue::CourseLife::active) return (decision.refuse("course.archived"_code), false);
    const bool open =
        course.planning_status() == PlanningStatus::released || course.planning_status() == PlanningStatus::fixed;
    if (!open) return (decision.refuse("course.not-open"_code), false);  // IMC-PART-01
    if (!is_offered(facts)) return (decision.refuse("component.not-alone"_code), false);
    const bool ended = course.has_dates() && last_day(course, zone) < day;
    if (ended) return (decision.refuse("course.ended"_code), false);
    return true;
}

// IMC-PRE-02, IMC-PRE-04: refused with what is missing.
bool meets_prerequisites(const RegisterLearnerFacts& facts, Day day, const Context& context, Decision& decision) {
    auto judged = prerequisites::judge(facts.prerequisites, facts.achievements, day, context.explains());
    if (judged.mark >= Mark::partly_met) {
        if (context.explains()) decision.reason = std::move(judged.reason);
        return true;
    }
    decision.refuse("prerequisite.unmet"_code);
    if (context.explains()) decision.reason.parts.push_back(std::move(judged.reason));
    decision.nearest = std::move(judged.nearest);
    return false;
}

// IMC-WL-01: active places never exceed the seats; IMC-WL-03: nobody is put on the waiting list silently.
bool finds_seat(const RegisterLearnerFacts& facts, Decision& decision) {
    const auto most = facts.course->settings.max_participants;
    if (!most || facts.seats->taken < *most) return true;
    const std::vector<Parameter> numbers{{"taken", std::to_string(facts.seats->taken)},
                                         {"most", std::to_string(*most)}};
    decision.refuse("course.over-capacity"_code, numbers);
    decision.nearest.push_back({"course.over-capacity"_code, Mark::not_met, numbers, {}, {}});
    return false;
}

enrolment::Enrolment enrolment_of(const RegisterLearner& request, const RegisterLearnerFacts& facts, Context& context,
                                  Day day) {
    enrolment::Enrolment made;
    made.id = context.ids.take<enrolment::Enrolment>();
    made.learner = facts.learner->id;
    made.course = facts.course->id;
    made.state = request.state;
    if (facts.course_template->subject) made.unit_status = enrolment::default_status(request.state);
    made.enrolled_at = context.effective;
    made.enrolled_on = day;
    made.due_at = request.due_at;
    made.planned_start_at = request.start_at;
    made.planned_end_at = request.end_at;
    made.obligation = request.obligation;
    made.row_digest = context.digest();
    return made;
}

// FIN-ORD-17: a unit enrolment makes an activity. Until something happens its dates are the planned ones: of a course
// with dates the course's (or the enrolment's, if that is later), for duration of use none.
enrolment::Activity activity_of(const enrolment::Enrolment& place, const RegisterLearnerFacts& facts, Context& context,
                                const Zone& zone) {
    enrolment::Activity activity;
    activity.id = context.ids.take<enrolment::Activity>();
    activity.learner = place.learner;
    activity.subject = facts.course_template->subject_code;
    activity.enrolment = place.id;
    if (facts.programs.size() == 1) activity.program_enrolment = (*facts.programs.begin()).id;  // FIN-ORD-16
    if (facts.course->has_dates()) {
        activity.start_on = std::max(day_of(*facts.course->starts_at, zone), *place.enrolled_on);
        activity.end_on = last_day(*facts.course, zone);
    }
    return activity;
}

}  // namespace

void register_learner(const RegisterLearner& request, const RegisterLearnerFacts& facts, Context& context,
                      Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Day day = day_of(context.effective, *zone);

    // 1 Dates against each other, then: is the learner in already?
    if (request.due_at && *request.due_at < context.effective) {
        return decision.refuse("date.due-before-enrolment"_code);  // IMC-ENI-09
    }
    if (!may_begin_as(request.state)) {
        return decision.refuse("transition.illegal"_code, {{"from", std::string(word(State::none))},
                                                           {"to", std::string(word(request.state))},
                                                           {"legal", enrolment::legal_targets(State::none)}});
    }
    if (is_in_already(facts, context, decision)) return;

    // 2 May the learner enter: is the course open, are the prerequisites met, is a seat free?
    if (!is_historic(request.state)) {
        if (!is_open_for_entry(facts, day, *zone, decision)) return;
        if (!meets_prerequisites(facts, day, context, decision)) return;
        if (enrolment::uses_seat(request.state, facts.course->has_dates()) && !finds_seat(facts, decision)) return;
    }

    // 3 The place, the seat, the activity of a unit; the LMS must be compared.
    const auto place = enrolment_of(request, facts, context, day);
    decision.put(place);
    decision.put(enrolment::follow(*facts.seats, State::none, place.state, facts.course->has_dates()));
    if (facts.course_template->subject) decision.put(activity_of(place, facts, context, *zone));
    decision.access_due(place);
}

}  // namespace provost::registration

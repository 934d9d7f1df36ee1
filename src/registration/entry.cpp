// Entering a course. Every day is that of the course's location.
#include "registration/entry.hpp"

#include "catalogue/editing.hpp"

#include "catalogue/inherit.hpp"
#include "enrolment/seats.hpp"
#include "prerequisites/compile.hpp"
#include "registration/catch_up.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::registration {

namespace {

using catalogue::Course;
using catalogue::PlanningStatus;
using enrolment::State;

bool is_member(const Many<people::Group>& groups, const std::string& key, Id<people::Learner> learner) {
    for (const people::Group& group : groups) {
        if (group.key == key) return std::ranges::binary_search(group.members, learner.value);
    }
    return false;
}

// Whether a place of the learner in a course lets him book through the sets of that course, which it may hide.
// IMC-CT-02
bool offers_sets(const enrolment::Enrolment& place, const Entering& entering) {
    if (place.learner != entering.learner || place.id == entering.leaves) return false;
    if (!takes_part(place.state) || place.finalised) return false;
    const Course* above =
        entering.facts.offering.first([&](const Course& course) { return course.id == place.course; });
    return above != nullptr && !catalogue::contains(above->hidden, word(catalogue::Facility::components));
}

// Whether the learner takes part in the course that has the set.
bool participates_above(const Entering& entering, const catalogue::CourseSet& set) {
    for (const auto& place : entering.facts.above) {
        if (place.course == set.course && offers_sets(place, entering)) return true;
    }
    return false;
}

// Whether a booking is one of the set: what came through places in other courses alone is none of this one's.
bool is_of_choice(const enrolment::Enrolment& booked, const Entering& entering, const catalogue::CourseSet& set) {
    return booked.parents.empty() || entering.facts.above.first([&](const enrolment::Enrolment& above) {
        return above.course == set.course && std::ranges::find(booked.parents, above.id.value) != booked.parents.end();
    });
}

// What a learner has booked of a course set, other than the course at hand.
struct Booked {
    std::vector<const enrolment::Enrolment*> ahead;
    std::int64_t count = 0;  // with what is passed, which stays; a failed one may be booked again
};

// Nobody leaves whose place is signed or finalised. IMC-SIG-07, FIN-ORD-14
bool may_be_left(const enrolment::Enrolment* place) { return !place->signed_at && !place->finalised; }

Booked booked_of(const Entering& entering, const catalogue::CourseSet& set) {
    Booked booked;
    for (const auto& place : entering.facts.beside) {
        const bool of_set = std::ranges::find(set.members, place.course.value) != set.members.end();
        if (place.learner != entering.learner || place.course == entering.course.id || !of_set) continue;
        if (place.id == entering.leaves) continue;
        const bool ahead = enrolment::is_ahead(place.state) && is_of_choice(place, entering, set);
        if (ahead) booked.ahead.push_back(&place);
        booked.count += ahead || place.state == State::passed ? 1 : 0;
    }
    return booked;
}

// Whether the new booking takes the place of all those that are ahead.
bool takes_the_place(const catalogue::CourseSet& set, const Booked& booked) {
    return set.choose_max == 1 && booked.count == static_cast<std::int64_t>(booked.ahead.size()) &&
           std::ranges::all_of(booked.ahead, may_be_left);
}

// A set that offers the course to the learner, with what he has booked of it.
struct Choice {
    const catalogue::CourseSet* set = nullptr;
    Booked booked;

    [[nodiscard]] bool has_room() const { return booked.count < set->choose_max; }
};

std::vector<Choice> choices_of(const Entering& entering) {
    std::vector<Choice> choices;
    const auto& in_sets = entering.course.in_sets;
    for (const catalogue::CourseSet& set : entering.facts.sets) {
        const bool offers = std::ranges::find(in_sets, set.id.value) != in_sets.end();
        if (offers && participates_above(entering, set)) choices.push_back({&set, booked_of(entering, set)});
    }
    return choices;
}

// The sets through which the course is booked: those that have room for it; when none has, those in which it takes the
// place of what is booked. One course's set is no limit of another one's. IMC-CC-04, IMC-CC-11
std::vector<Choice> ways_in(const Entering& entering) {
    auto choices = choices_of(entering);
    const bool room = std::ranges::any_of(choices, &Choice::has_room);
    std::erase_if(choices, [&](const Choice& each) {
        return room ? !each.has_room() : !takes_the_place(*each.set, each.booked);
    });
    return choices;
}

std::vector<std::int64_t> parents_by(const Entering& entering, const std::vector<Choice>& ways) {
    std::vector<std::int64_t> parents;
    for (const auto& place : entering.facts.above) {
        const auto leads_in = [&](const Choice& each) { return each.set->course == place.course; };
        if (offers_sets(place, entering) && std::ranges::any_of(ways, leads_in)) parents.push_back(place.id.value);
    }
    return parents;
}

// Whether no set offers the course, so that none binds the learner; refuses otherwise.
bool is_unbound(const std::vector<Choice>& choices, Decision& decision) {
    if (choices.empty()) return true;
    decision.refuse("course-set.chosen"_code, {{"most", std::to_string(choices.front().set->choose_max)}});
    return false;
}

prerequisites::Case case_of(const Entering& entering, std::span<const catalogue::NodeKind> hidden) {
    return {*entering.facts.prerequisites,
            entering.facts.evidence,
            entering.learner,
            entering.day,
            prerequisites::usual_minimum(entering.course.settings),
            hidden};
}

}  // namespace

bool is_due_too_early(const std::optional<Instant>& due, Instant enrolled, const Context& context) {
    const bool half = context.from_file() && !context.head.effective;
    return due && (half ? *due <= enrolled : *due < enrolled);
}

Day last_day(const Course& course, const Zone& zone) {
    return std::max(day_of(*course.starts_at, zone), day_of(*course.ends_at - std::chrono::milliseconds{1}, zone));
}

bool is_offered(const Entering& entering) {
    const Course& course = entering.course;
    return course.kind == catalogue::CourseKind::course || course.bookable_alone || !above_of(entering).empty();
}

std::vector<std::int64_t> above_of(const Entering& entering) {
    std::vector<std::int64_t> above;
    for (const auto& place : entering.facts.above) {
        if (offers_sets(place, entering)) above.push_back(place.id.value);
    }
    return above;
}

std::vector<std::int64_t> parents_of(const Entering& entering) { return parents_by(entering, ways_in(entering)); }

std::vector<std::int64_t> parents_with_room(const Entering& entering) {
    auto choices = choices_of(entering);
    std::erase_if(choices, [](const Choice& each) { return !each.has_room(); });
    return parents_by(entering, choices);
}

const enrolment::Enrolment* open_place(const Entering& entering) {
    for (const enrolment::Enrolment& place : entering.facts.enrolments) {
        const bool counts = enrolment::is_open(place.state) && place.state != State::failed;
        if (counts && place.course == entering.course.id) return &place;
    }
    return nullptr;
}

bool has_place(const Entering& entering, Decision& decision) {
    const auto* place = open_place(entering);
    if (place == nullptr) return false;
    decision.refuse("enrolment.exists"_code);
    decision.about = place->id.value;
    return true;
}

bool has_prerequisites(const Course& course, const One<catalogue::Prerequisites>& rule) {
    return rule && !catalogue::contains(course.hidden, word(catalogue::Facility::prerequisites));  // IMC-CT-03
}

bool is_open_for_entry(const Entering& entering, Decision& decision) {
    const Course& course = entering.course;
    // IMC-SIG-07: nobody new comes into a course that a signature has locked, whoever brings him.
    if (!catalogue::may_edit(course, decision)) return false;
    const bool open =
        course.planning_status() == PlanningStatus::released || course.planning_status() == PlanningStatus::fixed;
    if (!open) return (decision.refuse("course.not-open"_code), false);  // IMC-PART-01
    if (!is_offered(entering)) return (decision.refuse("component.not-alone"_code), false);
    const bool ended = course.has_dates() && last_day(course, entering.zone) < entering.day;
    if (ended) return (decision.refuse("course.ended"_code), false);
    return true;
}

bool meets_prerequisites(const Entering& entering, const Context& context, Decision& decision) {
    if (!has_prerequisites(entering.course, entering.facts.prerequisites)) return true;
    const auto hidden = prerequisites::hidden_kinds(entering.course, *entering.facts.pinned);
    auto judged = prerequisites::judge(case_of(entering, hidden), context.explains());
    if (admits(judged.mark)) {
        if (context.explains()) decision.reason = std::move(judged.reason);
        for (Reason& lacking : judged.recommended) decision.notes.push_back(std::move(lacking));
        return true;
    }
    decision.refuse("prerequisite.unmet"_code);
    if (context.explains()) decision.reason.parts.push_back(std::move(judged.reason));
    decision.nearest = std::move(judged.nearest);
    if (!judged.minimum) decision.note("nearest.not-minimum"_code);
    return false;
}

// IMC-PN-04: whoever comes after the day of a reminder is told at once what is missing.
void remind_late(const Entering& entering, const enrolment::Enrolment& place, const Context& context,
                 Decision& decision) {
    const auto days = missed_reminder(entering.course, context.effective);
    if (!days || !has_prerequisites(entering.course, entering.facts.prerequisites)) return;
    const auto hidden = prerequisites::hidden_kinds(entering.course, *entering.facts.pinned);
    auto gaps = prerequisites::open_leaves(case_of(entering, hidden));
    if (!gaps.empty()) remind_learner(place, *days, std::move(gaps), decision);
}

void follow_own_sets(const enrolment::Enrolment& place, const Context& context, Decision& decision) {
    if (!takes_part(place.state)) return;
    const int by_course = find_index(type_of<catalogue::CourseSet>(), "course");
    const auto sets = context.find<catalogue::CourseSet>(by_course, {{place.course.value, {}, false}});
    if (sets && !sets->empty()) enrolment::follow_sets(place.id, decision);
}

std::vector<std::string> quotas_of(const Course& course, const Many<people::Group>& groups,
                                   Id<people::Learner> learner) {
    std::vector<std::string> names;
    for (const catalogue::Quota& quota : course.settings.quotas) {
        if (is_member(groups, quota.group, learner)) names.push_back(quota.name);
    }
    return names;
}

std::vector<std::string> quotas_of(const Entering& entering) {
    return quotas_of(entering.course, entering.facts.quota_groups, entering.learner);
}

std::optional<Reason> lacks_seat(const Entering& entering, std::span<const std::string> quotas) {
    return enrolment::lacks_seat(entering.course, *entering.facts.seats, quotas);
}

bool has_room(const Entering& entering, Decision& decision) {
    const auto choices = choices_of(entering);
    return std::ranges::any_of(choices, &Choice::has_room) || is_unbound(choices, decision);
}

bool has_choice(const Entering& entering, const Context& context, Decision& decision) {
    if (ways_in(entering).empty()) return is_unbound(choices_of(entering), decision);
    // IMC-SIG-07: nor does anybody leave a course that a signature locks for its own rules as well.
    for (const enrolment::Enrolment* place : taken_over(entering)) {
        const auto course = context.one<Course>(place->course.value);
        if (!course) return false;
        const bool locked = (*course)->locked_at && (*course)->settings.lock_strictly.value_or(false);
        if (locked) return is_unbound(choices_of(entering), decision);
    }
    return true;
}

bool may_come_in(const Entering& entering, const Context& context, Decision& decision) {
    return is_open_for_entry(entering, decision) && meets_prerequisites(entering, context, decision) &&
           has_choice(entering, context, decision);
}

std::vector<const enrolment::Enrolment*> taken_over(const Entering& entering) {
    std::vector<const enrolment::Enrolment*> places;
    for (const auto& [set, booked] : ways_in(entering)) {
        if (!takes_the_place(*set, booked)) continue;
        for (const enrolment::Enrolment* earlier : booked.ahead) {
            if (std::ranges::find(places, earlier) == places.end()) places.push_back(earlier);
        }
    }
    return places;
}

bool has_begun(const enrolment::Activity& activity, const enrolment::Enrolment& held,
               const std::optional<Day>& enrolled_on) {
    const bool waits = enrolment::is_prospective(held.state);
    const bool came_along = !waits && activity.start_on && activity.start_on < enrolled_on;
    return held.started_on || activity.evidence_on || came_along;
}

void plan_training(enrolment::Activity& activity, const enrolment::Enrolment& place, const Course& course,
                   const Zone& zone) {
    if (course.has_dates()) {
        if (!has_begun(activity, place, place.enrolled_on)) {
            activity.start_on = std::max(day_of(*course.starts_at, zone), *place.enrolled_on);
        }
        activity.end_on = last_day(course, zone);
        return;
    }
    const auto duration = catalogue::parse_duration(course.settings.duration);
    if (activity.start_on && duration) activity.end_on = catalogue::add(*activity.start_on, *duration);
}

// Until something happens its dates are the planned ones: of a course with dates the course's (or the enrolment's, if
// that is later), for duration of use none. A participant who began elsewhere before has begun.
enrolment::Activity activity_of(const enrolment::Enrolment& place, const Entering& entering,
                                Id<enrolment::Activity> id) {
    enrolment::Activity activity;
    activity.id = id;
    activity.learner = place.learner;
    activity.subject = entering.facts.pinned->subject_code;
    activity.enrolment = place.id;
    Id<enrolment::ProgramEnrolment> program;
    std::size_t programs = 0;
    for (const auto& each : entering.facts.programs) {
        if (each.learner != place.learner || each.finalised) continue;
        ++programs;
        program = each.id;
    }
    if (programs == 1) activity.program_enrolment = program;  // FIN-ORD-16
    if (entering.course.has_dates()) {
        activity.start_on = std::max(day_of(*entering.course.starts_at, entering.zone), *place.enrolled_on);
        activity.end_on = last_day(entering.course, entering.zone);
    }
    if (place.started_on) activity.start_on = place.started_on;
    return activity;
}

}  // namespace provost::registration

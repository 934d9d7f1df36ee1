// What learners see of a course.
#include "registration/visibility.hpp"

namespace provost::registration {

namespace {

using catalogue::Course;
using enrolment::State;

Reason holds(Code what, bool met, std::vector<Parameter> parameters = {}) {
    return {what, met ? Mark::met : Mark::not_met, std::move(parameters), {}, {}};
}

// IMC-MT-04: until the moment that the course says, that moment excluded. A component course is offered through its
// course sets, unless it may be booked alone. IMC-ACL-05: being in one makes it visible to nobody.
Reason in_catalogue(const Course& course, Instant now) {
    const auto until = course.settings.show_until;
    const bool alone = course.kind == catalogue::CourseKind::course || course.bookable_alone;
    const bool offered = course.settings.published == true && alone && course.life == catalogue::CourseLife::active;
    const bool met = offered && (!until || now < *until);
    if (!until) return holds("visible.published"_code, met);
    return holds(offered ? "visible.until"_code : "visible.published"_code, met, {{"until", to_text(*until)}});
}

// IMC-CT-11: whoever has a place, or a request for one, sees the course wherever it is published.
bool shows_course(State state) {
    switch (state) {
        case State::none:
        case State::cancelled:
        case State::rejected:
        case State::moved:
        case State::replaced: return false;
        default: return true;
    }
}

// IMC-CT-11: members of the groups named see it earlier, while it is in use. IMC-ACL-06: those that the group itself
// names.
bool is_member(const VisibleTo& asked) {
    if (asked.course.life != catalogue::CourseLife::active) return false;
    for (const people::Group& group : asked.groups) {
        if (std::ranges::binary_search(group.members, asked.learner.value)) return true;
    }
    return false;
}

// Refuses when the learner does not see the course, or whoever asks may not know; answers whether he does.
bool find_way(const VisibilityFacts& facts, const Context& context, Decision& decision) {
    if (!clearances::may_know(facts.acting, *facts.learner, context)) {
        return (decision.refuse("registration.not-entitled"_code), false);
    }
    Reason any = ways_to_see({*facts.course, facts.learner->id, facts.places, facts.groups, context.effective});
    const bool met = any.mark == Mark::met;
    if (met) {
        decision.reason = std::move(any);
    } else {
        decision.refuse("course.not-visible"_code);
        decision.reason.parts.push_back(std::move(any));
    }
    return met;
}

}  // namespace

// Any one way is enough.
Reason ways_to_see(const VisibleTo& asked) {
    bool place = false;
    for (const auto& existing : asked.places) place = place || shows_course(existing.state);
    Reason any{"condition.any"_code, Mark::not_met, {}, {}, {}};
    any.parts.push_back(in_catalogue(asked.course, asked.now));
    any.parts.push_back(holds("visible.place"_code, place));
    any.parts.push_back(holds("visible.group"_code, is_member(asked)));
    for (const Reason& way : any.parts) any.mark = std::max(any.mark, way.mark);
    return any;
}

void sees(const Sees&, const VisibilityFacts& facts, Context& context, Decision& decision) {
    if (find_way(facts, context, decision)) decision.unchanged(facts.course->id.value);
}

// IMC-CT-07: only where the course's own setting, its template's or its type's shows the list; a list that one of them
// hides has no setting.
void may_list_participants(const MayListParticipants&, const VisibilityFacts& facts, Context& context,
                           Decision& decision) {
    if (!find_way(facts, context, decision)) return;
    if (facts.course->settings.participant_list != true) return decision.refuse("participant-list.hidden"_code);
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::registration

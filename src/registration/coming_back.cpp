// Coming back.
#include "registration/coming_back.hpp"

#include "registration/place.hpp"
#include "registration/rebook.hpp"

#include <provost/enrolment/participant.hpp>

#include <set>

namespace provost::registration {

namespace {

using enrolment::Enrolment;
using enrolment::State;

// What says whether the course sets leave a choice, looked up: few come back. Nothing while it is not known.
std::optional<EntryFacts> choice_of(const catalogue::Course& course, Id<people::Learner> learner,
                                    const Context& context) {
    EntryFacts facts;
    bool known = true;
    const auto look_up = [&]<class T>(Many<T>& slot, int index, KeyParts key) {
        known = context.more.add({&type_of<T>(), index, std::move(key)}, slot.records) && known;
    };
    const int by_learner = find_index(type_of<Enrolment>(), "learner_course");
    std::set<std::int64_t> above, beside;
    for (const std::int64_t id : course.in_sets) look_up(facts.sets, Key::by_id, {{id, {}, false}});
    for (const catalogue::CourseSet& set : facts.sets) {
        above.insert(set.course.value);
        beside.insert(set.members.begin(), set.members.end());
    }
    for (const std::int64_t id : above) {
        look_up(facts.offering, Key::by_id, {{id, {}, false}});
        look_up(facts.above, by_learner, {{learner.value, {}, false}, {id, {}, false}});
    }
    for (const std::int64_t id : beside) {
        look_up(facts.beside, by_learner, {{learner.value, {}, false}, {id, {}, false}});
    }
    return known ? std::optional(std::move(facts)) : std::nullopt;
}

// Whoever pauses in a course, or has concluded it, is in it still, unless that is final.
bool is_in_still(const Enrolment& above) {
    return enrolment::is_open(above.state) && (!above.finalised || above.state == State::on_hold);
}

// The places above that he came through and has not left, whose sets still have room. Nothing while they are not known.
std::optional<std::vector<std::int64_t>> kept(const Enrolment& back, const Entering& entering,
                                              const std::vector<std::int64_t>& with_room, const Context& context) {
    const auto holds = [](const std::vector<std::int64_t>& ids, std::int64_t id) {
        return std::ranges::find(ids, id) != ids.end();
    };
    const auto offering = above_of(entering);
    std::vector<std::int64_t> parents;
    for (const std::int64_t id : back.parents) {
        const auto above = context.one<Enrolment>(id);
        if (!above) return std::nullopt;
        const bool is_full = holds(offering, id) && !holds(with_room, id);
        if (*above && is_in_still(**above) && !is_full) parents.push_back(id);
    }
    return parents;
}

}  // namespace

bool has_gone_on(const Enrolment& left, const enrolment::Activity& activity, const Context& context,
                 Decision& decision) {
    if (left.state != State::moved) return false;
    const auto all = places_of(left.learner, context);
    if (!all) return true;
    for (const Enrolment& place : *all) {
        if (place.came_from != left.id || !enrolment::is_open(place.state)) continue;
        decision.refuse("enrolment.exists"_code);
        decision.about = place.id.value;
        return true;
    }
    const bool trains = left.unit_status != enrolment::UnitStatus::none;
    if (trains && went_along(activity)) decision.refuse("enrolment.went-on"_code);
    return decision.refused();
}

bool finds_its_way(const Enrolment& before, Enrolment& back, const Returning& returning, const Context& context,
                   Decision& decision) {
    if (enrolment::is_ahead(before.state) || !enrolment::is_ahead(back.state)) return true;
    const auto facts = choice_of(returning.course, back.learner, context);
    if (!facts) return false;
    const Entering entering{returning.course, *facts, back.learner, returning.zone, returning.day};
    if (!has_room(entering, decision)) return false;
    const auto with_room = parents_with_room(entering);
    auto parents = kept(back, entering, with_room, context);
    if (!parents) return false;
    if (parents->empty() && !is_offered(entering)) return (decision.refuse("component.not-alone"_code), false);
    const bool alone = returning.course.bookable_alone && back.parents.empty();
    back.parents = parents->empty() && !alone ? with_room : std::move(*parents);
    return true;
}

}  // namespace provost::registration

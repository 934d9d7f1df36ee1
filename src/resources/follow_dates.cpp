// What a change of a course means for what is booked for it. It keeps nobody from changing the course.
#include "resources/follow_dates.hpp"

#include "catalogue/added_resources.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/setting_groups.hpp"
#include "plan/by_id.hpp"

#include <provost/describe/compare.hpp>

namespace provost::resources {

namespace {

using catalogue::AddedResource;
using catalogue::Component;
using catalogue::Course;
using catalogue::Syllabus;

bool same_bound(const catalogue::Bound& a, const catalogue::Bound& b) {
    return same_content(type_of<catalogue::Bound>(), &a, &b);
}

// Whether an entry of the list before is not there any more.
bool lost_one(const Course& before, const Course& after) {
    return std::ranges::any_of(before.assignments.resources, [&](const AddedResource& entry) {
        return entry_of(after.assignments.resources, {entry.resource}, entry.component) == nullptr;
    });
}

// Whether an entry for the event of a component is new: the component may not be there. IMC-RES-01
bool gained_one(const Course& before, const Course& after) {
    return std::ranges::any_of(after.assignments.resources, [&](const AddedResource& entry) {
        return !entry.component.empty() &&
               entry_of(before.assignments.resources, {entry.resource}, entry.component) == nullptr;
    });
}

bool concerns(const Course& before, const Course& after) {
    return before.starts_at != after.starts_at || before.ends_at != after.ends_at ||
           before.assignments.location != after.assignments.location ||
           before.planning_status() != after.planning_status() || lost_one(before, after) ||
           gained_one(before, after) || shows_again(before, after);
}

bool concerns(const Syllabus& before, const Syllabus& after) {
    return std::ranges::any_of(before.components, [&](const Component& component) {
        const auto now = std::ranges::find(after.components, component.key, &Component::key);
        return now == after.components.end() || !same_bound(now->opens, component.opens) ||
               !same_bound(now->closes, component.closes);
    });
}

const Resource& resource_of(const FollowDatesFacts& facts, Id<Resource> id) {
    return *facts.resources.first([&](const Resource& each) { return each.id == id; });
}

bool is_hidden(const FollowDatesFacts& facts) {
    const auto& planned = facts.planned;
    const catalogue::Complexity complexity(*planned.pinned, planned.its_template->external_id, planned.its_type->key,
                                           &*facts.course);
    return static_cast<bool>(complexity.who_hides(catalogue::Facility::resources));
}

// Whether an entry is for the event of a component that is not there any more.
bool lost_its_event(const FollowDatesFacts& facts, const AddedResource& entry) {
    return !entry.component.empty() && component_of(facts.planned.syllabus, entry.component) == nullptr;
}

// What holds the resource of an entry for the same of the course; null: nothing does.
const Booking* held_by(const FollowDatesFacts& facts, const AddedResource& entry) {
    return facts.bookings.first([&](const Booking& booking) {
        return is_live(booking) && booking.resource.value == entry.resource && booking.component == entry.component;
    });
}

// IMC-RES-08, IMC-RES-01: what is booked stays added, whatever the list says; what is only added goes with its
// component. A tab that is hidden has no list.
void settle_list(const FollowDatesFacts& facts, Decision& decision) {
    if (is_hidden(facts)) return;
    auto list = facts.course->assignments.resources;
    for (const Booking& booking : facts.bookings) {
        if (!is_live(booking) || entry_of(list, booking.resource, booking.component) != nullptr) continue;
        list.push_back({booking.resource.value, booking.component, {}, 0, {}});
        decision.note("resource.kept"_code, {{"resource", resource_of(facts, booking.resource).key}});
    }
    std::erase_if(list, [&](const AddedResource& entry) {
        return lost_its_event(facts, entry) && held_by(facts, entry) == nullptr;
    });
    catalogue::drop_lost_locations(list);
    const auto resources = *catalogue::Setting::find("resources");
    Course course = *facts.course;
    course.assignments.resources = std::move(list);
    if (resources.same(catalogue::above(*facts.course), catalogue::above(course))) return;
    own(layer_of(course), resources);
    look_again(resources, *facts.planned.pinned, course);
    auto line = catalogue::line_of_change(resources, *facts.course, course);
    const auto& pinned = *facts.planned.pinned;
    const bool is_locked = catalogue::contains(pinned.locked, resources.name());
    if (is_locked && !resources.same(catalogue::above(course), catalogue::above(pinned))) {  // IMC-TPL-02
        line.fate = Fate::open;
        line.code = "setting.locked"_code;
    }
    decision.report.push_back(std::move(line));
    if (catalogue::contains(course.missing, resources.name())) {  // IMC-CHT-09
        decision.report.push_back(catalogue::line_about(resources.name(), Fate::open, "setting.mandatory"_code));
    }
    decision.put(std::move(course));
}

// Live bookings of a course that does not take place are left to a person, as its participants are.
void tell_of_left(const FollowDatesFacts& facts, Instant now, Decision& decision) {
    if (facts.course->planning_status() != catalogue::PlanningStatus::cancelled) return;
    std::size_t count = 0;
    for (const Booking& booking : facts.bookings) count += is_live(booking) && booking.ends_at > now ? 1 : 0;
    if (count > 0) decision.note("booking.course-off"_code, {{"count", std::to_string(count)}});
}

void tell_gone(const FollowDatesFacts& facts, Decision& decision) {
    for (const AddedResource& entry : facts.course->assignments.resources) {
        const Booking* held = lost_its_event(facts, entry) ? held_by(facts, entry) : nullptr;
        if (held == nullptr) continue;
        decision.note("booking.event-gone"_code, {{"component", entry.component},
                                                  {"resource", resource_of(facts, held->resource).key}});
    }
}

// IMC-RES-10: reported, not refused.
void tell_stayed(const Move& move, const Resource& resource, Decision& decision) {
    decision.note("booking.could-not-follow"_code, {{"booking", std::to_string(move.booking.id.value)},
                                                    {"resource", resource.key},
                                                    {"starts_at", to_text(move.booking.starts_at)},
                                                    {"ends_at", to_text(move.booking.ends_at)},
                                                    {"why", std::string(move.refused.name())}});
}

// What is linked and stands elsewhere than its course or event does now, by resource.
std::map<std::int64_t, std::vector<Move>> moves_of(const FollowDatesFacts& facts, const Zone& zone) {
    std::map<std::int64_t, std::vector<Move>> moves;
    for (const Booking& booking : facts.bookings) {
        if (!is_live(booking) || booking.linked_to == LinkedTo::none) continue;
        const bool of_course = booking.linked_to == LinkedTo::course;
        const Period period =
            period_of(*facts.course, facts.planned.syllabus, of_course ? std::string_view() : booking.component, zone);
        if (!period.none && period.span == span_of(booking)) continue;
        moves[booking.resource.value].push_back({booking, period.span, period.none});
    }
    return moves;
}

// Answers false while something is not known yet.
bool follow(const Resource& resource, const Occupancy& occupancy, std::vector<Move>& moves,
            const FollowDatesFacts& facts, const Context& context, std::vector<Diary>& written) {
    std::vector<Span> spans;
    for (Move& move : moves) {
        Booking moved = move.booking;
        spans.push_back(span_of(moved));
        if (!move.refused && resource.removed) move.refused = "resource.out-of-use"_code;
        if (move.refused) continue;
        moved.starts_at = move.to.starts_at;
        moved.ends_at = move.to.ends_at;
        if (const auto* entry = entry_of(facts.course->assignments.resources, resource.id, moved.component)) {
            look_at(moved, *entry, spans);
        }
        spans.push_back(span_of(moved));
    }
    auto diary = Diary::open(resource, occupancy, spans, context);
    if (!diary) return false;
    move_together(moves, facts.course->assignments.resources, *diary);
    written.push_back(std::move(*diary));
    return true;
}

}  // namespace

bool shows_again(const Course& before, const Course& after) {
    return before.hidden != after.hidden || before.course_template != after.course_template ||
           before.template_number != after.template_number;
}

std::int64_t follows_from(const Record& before, const Record& after) {
    if (!before) return 0;
    if (const auto* course = after.get<Course>()) {
        return concerns(*before.get<Course>(), *course) ? course->id.value : 0;
    }
    if (const auto* syllabus = after.get<Syllabus>()) {
        return concerns(*before.get<Syllabus>(), *syllabus) ? syllabus->owner : 0;
    }
    return 0;
}

void follow_dates(const FollowDates&, const FollowDatesFacts& facts, Context& context, Decision& decision) {
    decision.following.bookings = false;
    const Zone* zone = context.zones.find(facts.planned.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    auto moves = moves_of(facts, *zone);
    const ById<Occupancy> occupancies(facts.occupancies, &Occupancy::resource);
    std::vector<Diary> written;
    bool known = true;
    for (auto& [id, of_resource] : moves) {
        known = follow(resource_of(facts, {id}), *occupancies.find(id), of_resource, facts, context, written) && known;
    }
    if (!known) return;
    settle_list(facts, decision);
    for (const Diary& diary : written) diary.write(decision);
    for (const auto& [id, of_resource] : moves) {
        for (const Move& move : of_resource) {
            if (move.refused) tell_stayed(move, resource_of(facts, {id}), decision);
        }
    }
    tell_gone(facts, decision);
    tell_of_left(facts, context.effective, decision);
    decision.about = facts.course->id.value;
}

}  // namespace provost::resources

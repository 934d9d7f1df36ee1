// What all verbs of this room ask of a course.
#include "resources/planned.hpp"

#include "catalogue/facilities.hpp"
#include "learning/windows.hpp"

namespace provost::resources {

using catalogue::AddedResource;
using catalogue::Component;
using catalogue::Course;
using catalogue::Syllabus;

bool may_plan(const Course& course, const PlannedFacts& facts, Decision& decision) {
    if (course.life != catalogue::CourseLife::active) {
        decision.refuse("course.archived"_code);
        return false;
    }
    const catalogue::Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key,
                                           &course);
    return complexity.allows(catalogue::Facility::resources, decision);
}

const AddedResource* entry_of(const std::vector<AddedResource>& list, Id<Resource> resource,
                              std::string_view component) {
    const auto found = std::ranges::find_if(list, [&](const AddedResource& entry) {
        return entry.resource == resource.value && entry.component == component;
    });
    return found == list.end() ? nullptr : &*found;
}

const Component* component_of(const One<Syllabus>& syllabus, std::string_view key) {
    if (!syllabus) return nullptr;
    const auto found = std::ranges::find(syllabus->components, key, &Component::key);
    return found == syllabus->components.end() ? nullptr : &*found;
}

// IMC-RES-01: an event is a component that has two moments which are the same for everybody.
Period period_of(const Course& course, const One<Syllabus>& syllabus, std::string_view component, const Zone& zone) {
    Span span;
    if (component.empty()) {
        if (!course.has_dates()) return {{}, "course.no-dates"_code};
        span = {*course.starts_at, *course.ends_at};
    } else {
        const Component* found = component_of(syllabus, component);
        if (found == nullptr) return {{}, "component.unknown"_code};
        const auto anchors = learning::anchors_of(course, zone, {}, {});
        const auto opens = learning::moment_of(found->opens, anchors, {}).at;
        const auto closes = learning::moment_of(found->closes, anchors, {}).at;
        if (!opens || !closes) return {{}, "event.no-dates"_code};
        span = {*opens, *closes};
    }
    return {span, span.empty() ? "booking.empty-period"_code : Code{}};
}

}  // namespace provost::resources

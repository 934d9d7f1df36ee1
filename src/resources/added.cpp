// What courses and templates need of resources. In a template nothing is booked; IMC-TFC-05: nor in what is made of it.
#include "resources/added.hpp"

#include "catalogue/added_resources.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/syllabus.hpp"
#include "plan/either.hpp"

namespace provost::resources {

namespace {

using catalogue::AddedResource;
using catalogue::Course;
using catalogue::PlannedWindow;

constexpr std::string_view setting = "resources";

const std::vector<AddedResource>& list_of(const AddFacts& facts) {
    return facts.course ? facts.course->assignments.resources : facts.current->assignments.resources;
}

bool shows_tab(const AddFacts& facts, Decision& decision) {
    if (facts.course) return may_plan(*facts.course, facts.planned, decision);
    const catalogue::Complexity complexity(*facts.current, facts.course_template->external_id,
                                           facts.current_type->key);
    return complexity.allows(catalogue::Facility::resources, decision);
}

// IMC-RES-01: for the whole course, or for a component that it has.
bool has_component(const AddFacts& facts, const std::string& component, Decision& decision) {
    const auto& syllabus = facts.course ? facts.planned.syllabus : facts.current_syllabus;
    if (component.empty() || component_of(syllabus, component) != nullptr) return true;
    decision.refuse("component.unknown"_code, {{"component", component}});
    return false;
}

bool are_windows(const std::vector<PlannedWindow>& windows, Decision& decision) {
    for (const PlannedWindow& window : windows) {
        if (window.starts_at < window.ends_at) continue;
        decision.refuse("booking.empty-period"_code, {{"field", "windows"}});
        return false;
    }
    return true;
}

bool clear_members(const AddResource& request, AddedResource& entry, Decision& decision) {
    for (const std::string& name : request.clear) {
        const bool windows = name == "windows";
        if (!windows && name != "feedback_question") {
            decision.refuse("setting.unknown"_code, {{"setting", name}, {"member", "clear"}});
            return false;
        }
        if (windows ? !request.windows.empty() : request.feedback_question.has_value()) {
            decision.refuse("setting.twice"_code, {{"setting", name}});
            return false;
        }
        windows ? entry.windows.clear() : entry.feedback_question.reset();
    }
    return true;
}

// A new version of the template; courses stay with theirs. IMC-TPL-01
void put_version(const AddFacts& facts, std::vector<AddedResource> list, Context& context, Decision& decision) {
    catalogue::TemplateVersion made = *facts.current;
    made.assignments.resources = std::move(list);
    if (catalogue::Setting::find(setting)->same(above(made), above(*facts.current))) {
        return decision.unchanged(facts.course_template->id.value);
    }
    own(layer_of(made), *catalogue::Setting::find(setting));
    if (!catalogue::can_be_given(made, decision)) return;
    catalogue::put_next_version(*facts.course_template, std::move(made),
                                {facts.current_syllabus, facts.shelves}, context, decision);
}

void put_list(const AddFacts& facts, std::vector<AddedResource> list, Context& context, Decision& decision) {
    if (!facts.course) return put_version(facts, std::move(list), context, decision);
    Course course = *facts.course;
    if (set_list(course, std::move(list), *facts.planned.pinned, decision)) decision.put(std::move(course));
}

// IMC-RES-04: what is booked already may lie outside; it stays, and is told.
void report_outside(const AddFacts& facts, const AddedResource& entry, Decision& decision) {
    if (entry.windows.empty()) return;
    for (const Booking& booking : facts.bookings) {
        const bool meant = booking.resource == facts.resource->id && booking.component == entry.component;
        if (!meant || !is_live(booking)) continue;
        const bool inside = std::ranges::any_of(entry.windows, [&](const PlannedWindow& window) {
            return span_of(booking).lies_in(span_of(window));
        });
        if (inside) continue;
        ReportLine line;
        line.item = std::to_string(booking.id.value);
        line.group = "bookings";
        line.fate = Fate::open;
        line.code = "booking.outside-window"_code;
        decision.report.push_back(std::move(line));
    }
}

bool same_place(const AddedResource& entry, Id<Resource> resource, const std::string& component) {
    return entry.resource == resource.value && entry.component == component;
}

}  // namespace

bool set_list(Course& course, std::vector<AddedResource> list, const catalogue::TemplateVersion& pinned,
              Decision& decision) {
    const Course before = course;
    const auto resources = *catalogue::Setting::find(setting);
    course.assignments.resources = std::move(list);
    if (resources.same(above(before), above(course))) return true;
    if (!catalogue::may_edit(before, decision)) return false;  // IMC-SIG-04
    own(layer_of(course), resources);
    return fits_template(resources, before, pinned, course, decision);
}

// IMC-RES-03: added first; booked later.
void add_resource(const AddResource& request, const AddFacts& facts, Context& context, Decision& decision) {
    if (!is_of_course_or_template(facts, decision) || !shows_tab(facts, decision)) return;
    if (!has_component(facts, request.component, decision) || !are_windows(request.windows, decision)) return;
    auto list = list_of(facts);
    const auto found = std::ranges::find_if(
        list, [&](const AddedResource& entry) { return same_place(entry, facts.resource->id, request.component); });
    if (found == list.end() && facts.resource->removed) {
        return decision.refuse("resource.unknown"_code, {{"name", facts.resource->key}});
    }
    AddedResource& entry = found == list.end() ? list.emplace_back() : *found;
    entry.resource = facts.resource->id.value;
    entry.component = request.component;
    if (!clear_members(request, entry, decision)) return;
    if (!request.windows.empty()) entry.windows = request.windows;
    if (request.feedback_question) entry.feedback_question = request.feedback_question;
    if (facts.course_template && !entry.windows.empty()) {
        // IMC-TFC-05: a template has no dates of its own.
        return decision.refuse("resource.no-dates"_code);
    }
    report_outside(facts, entry, decision);
    put_list(facts, std::move(list), context, decision);
}

// IMC-RES-08: from added to removed; what is booked or prebooked is not only added.
void remove_resource(const RemoveResource& request, const AddFacts& facts, Context& context, Decision& decision) {
    if (!is_of_course_or_template(facts, decision) || !shows_tab(facts, decision)) return;
    auto list = list_of(facts);
    const auto gone = std::erase_if(
        list, [&](const AddedResource& entry) { return same_place(entry, facts.resource->id, request.component); });
    if (gone == 0) return decision.refuse("resource.not-added"_code, {{"resource", facts.resource->key}});
    std::size_t count = 0;
    for (const Booking& booking : facts.bookings) {
        const bool meant = booking.resource == facts.resource->id && booking.component == request.component;
        count += meant && is_live(booking) ? 1 : 0;
    }
    if (count > 0) return decision.refuse("resource.booked"_code, {{"count", std::to_string(count)}});
    catalogue::drop_lost_locations(list);
    put_list(facts, std::move(list), context, decision);
}

// IMC-RES-13: to a location of the same course; a location itself is where it is.
void assign_location(const AssignLocation& request, const AssignLocationFacts& facts, Context&, Decision& decision) {
    Course course = *facts.course;
    if (!may_plan(course, facts.planned, decision)) return;
    auto list = course.assignments.resources;
    const auto found = std::ranges::find_if(
        list, [&](const AddedResource& entry) { return same_place(entry, facts.resource->id, request.component); });
    if (found == list.end()) {
        return decision.refuse("resource.not-added"_code, {{"resource", facts.resource->key}});
    }
    found->location = 0;
    if (facts.location_resource) {
        const Resource& place = *facts.location_resource;
        const bool is_place = place.kind == ResourceKind::location && facts.resource->kind != ResourceKind::location;
        if (!is_place) return decision.refuse("resource.not-a-location"_code, {{"resource", place.key}});
        const bool added =
            std::ranges::any_of(list, [&](const AddedResource& entry) { return entry.resource == place.id.value; });
        if (!added) return decision.refuse("resource.not-added"_code, {{"resource", place.key}});
        found->location = place.id.value;
    }
    if (set_list(course, std::move(list), *facts.planned.pinned, decision)) decision.put(std::move(course));
}

}  // namespace provost::resources

// IMC-MISC-07: what a course made is its own until it is released into the general pool, and stays there.
#include "catalogue/media.hpp"

#include "catalogue/editing.hpp"
#include "catalogue/syllabus.hpp"
#include "catalogue/whole.hpp"

#include <set>

namespace provost::catalogue {

namespace {

std::vector<MediumPart> parts_of(const Many<Medium>& media) {
    std::vector<MediumPart> parts;
    for (const Medium& part : media) parts.push_back({part.key, part.number});
    return parts;
}

// A medium that were a part of itself would be newer than itself whenever it is updated. Nothing: to be asked again.
std::optional<bool> has_in_it(const Many<Medium>& parts, const std::string& key, const Context& context) {
    std::vector<const Medium*> open;
    std::set<std::string> seen;
    for (const Medium& part : parts) open.push_back(&part);
    while (!open.empty()) {
        const Medium& at = *open.back();
        open.pop_back();
        if (at.key == key) return true;
        if (!seen.insert(at.key).second) continue;
        for (const MediumPart& part : at.parts) {
            const auto found = context.find<Medium>(find_index(type_of<Medium>(), "key"), {{0, part.medium, true}});
            if (!found) return std::nullopt;
            for (const Medium& each : *found) open.push_back(&each);
        }
    }
    return false;
}

// IMC-MISC-07: what is shown with it is of the same course, or in the pool; or was a part of it before.
bool may_have(const Many<Medium>& parts, const Medium& medium, Decision& decision) {
    for (const Medium& part : parts) {
        const bool here = part.released || (!medium.released && part.course == medium.course);
        if (here || std::ranges::find(medium.parts, part.key, &MediumPart::medium) != medium.parts.end()) continue;
        decision.refuse("medium.not-released"_code, {{"medium", part.key}});
        return false;
    }
    return true;
}

// IMC-SCH-05: the moments that it suggests are moments that a component may have.
bool suggests_moments(const DefineMedium& request, Decision& decision) {
    for (const auto& [field, bound] : {std::pair("opens", &request.opens), std::pair("closes", &request.closes)}) {
        if (is_complete(*bound)) continue;
        decision.refuse("schedule.incomplete"_code, {{"medium", request.medium}, {"field", field}});
        return false;
    }
    return true;
}

void take_presentation(const DefineMedium& request, Medium& medium) {
    if (request.opens.counted_from != Anchor::none) medium.opens = request.opens;
    if (request.closes.counted_from != Anchor::none) medium.closes = request.closes;
    if (!request.resource_category.empty()) medium.resource_category = request.resource_category;
    medium.makes_calendar_entries = request.makes_calendar_entries.value_or(medium.makes_calendar_entries);
}

// What is in the pool is no longer content of the course that made it.
bool may_change(const DefineMediumFacts& facts, const Medium& medium, Decision& decision) {
    const bool in_pool = facts.existing && facts.existing->released;
    if (in_pool || is_as_it_was(facts.existing, medium)) return true;
    for (const One<Course>* course : {&facts.course, &facts.its_course}) {
        if (*course && !may_edit_content(**course, decision)) return false;
    }
    return true;
}

}  // namespace

void define_medium(const DefineMedium& request, const DefineMediumFacts& facts, Context& context, Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    if (facts.existing && facts.course && facts.course->id != facts.existing->course) {
        return decision.refuse("medium.other-course"_code);
    }
    Medium medium = facts.existing ? *facts.existing : Medium{};
    if (!facts.existing) {
        medium.id = context.ids.take<Medium>();
        medium.key = request.medium;
        medium.released = !facts.course;
        if (facts.course) medium.course = facts.course->id;
    }
    if (!suggests_moments(request, decision)) return;
    if (!repeats_nothing("parts", facts.parts, &Medium::key, decision)) return;
    const auto circle = has_in_it(facts.parts, medium.key, context);
    if (!circle) return;
    if (*circle) return decision.refuse("parent.circle"_code, {{"parent", medium.key}});
    if (!may_have(facts.parts, medium, decision)) return;
    medium.name = request.name;
    // Another content is a new version: courses show the one that they were made with until they are updated.
    const auto parts = request.parts.empty() ? medium.parts : parts_of(facts.parts);
    const bool other_address = !request.address.empty() && request.address != medium.address;
    if (medium.number == 0 || request.publish || other_address || parts != medium.parts) ++medium.number;
    if (other_address) medium.address = request.address;
    medium.parts = parts;
    take_presentation(request, medium);
    if (!may_change(facts, medium, decision)) return;
    decision.put(std::move(medium));
}

bool may_show(const Many<Medium>& media, const Course& course, const std::vector<Component>& before,
              Decision& decision) {
    for (const Medium& medium : media) {
        if (medium.released || medium.course == course.id) continue;
        if (std::ranges::find(before, medium.key, &Component::medium) != before.end()) continue;
        decision.refuse("medium.not-released"_code, {{"medium", medium.key}});
        return false;
    }
    return true;
}

// With all that is shown with it.
void release_medium(const ReleaseMedium&, const ReleaseMediumFacts& facts, Context&, Decision& decision) {
    Medium medium = *facts.medium;
    medium.released = true;
    for (const Medium& part : facts.parts) {
        if (!part.released) return decision.refuse("medium.part-not-released"_code, {{"medium", part.key}});
    }
    decision.put(std::move(medium));
}

}  // namespace provost::catalogue

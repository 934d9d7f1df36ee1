// IMC-MISC-07: what a course made is its own until it is released into the general pool, and stays there.
#include "catalogue/media.hpp"

namespace provost::catalogue {

namespace {

std::vector<MediumPart> parts_of(const Many<Medium>& media) {
    std::vector<MediumPart> parts;
    for (const Medium& part : media) parts.push_back({part.key, part.number});
    return parts;
}

void take_presentation(const DefineMedium& request, Medium& medium) {
    if (request.opens.counted_from != Anchor::none) medium.opens = request.opens;
    if (request.closes.counted_from != Anchor::none) medium.closes = request.closes;
    if (!request.resource_category.empty()) medium.resource_category = request.resource_category;
    medium.makes_calendar_entries = request.makes_calendar_entries.value_or(medium.makes_calendar_entries);
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
    medium.name = request.name;
    // Another content is a new version: courses show the one that they were made with until they are updated.
    const auto parts = request.parts.empty() ? medium.parts : parts_of(facts.parts);
    const bool other_address = !request.address.empty() && request.address != medium.address;
    if (medium.number == 0 || request.publish || other_address || parts != medium.parts) ++medium.number;
    if (other_address) medium.address = request.address;
    medium.parts = parts;
    take_presentation(request, medium);
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

void release_medium(const ReleaseMedium&, const ReleaseMediumFacts& facts, Context&, Decision& decision) {
    Medium medium = *facts.medium;
    medium.released = true;
    decision.put(std::move(medium));
}

}  // namespace provost::catalogue

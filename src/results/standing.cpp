// Four look-ups, asked for together.
#include "results/standing.hpp"

namespace provost::results {

std::optional<Standing> look_up(const enrolment::Enrolment& place, const catalogue::Course& course,
                                const Context& context, Decision& decision) {
    const KeyParts of_place{{place.id.value, {}, false}};
    const auto location = context.one<organisation::Location>(course.assignments.location.value);
    const auto seats = context.find<catalogue::Seats>(0, {{course.id.value, {}, false}});
    const int of_enrolment = find_index(type_of<enrolment::Activity>(), "enrolment");
    const auto activities = context.find<enrolment::Activity>(of_enrolment, of_place);
    const auto events = context.find<ResultEvent>(0, of_place);
    if (!location || !seats || !activities || !events) return std::nullopt;
    const Zone* zone = *location ? context.zones.find((*location)->zone) : nullptr;
    if (zone == nullptr || seats->empty()) {
        decision.refuse("zone.unknown"_code);
        return std::nullopt;
    }
    Standing standing{&place, &course, zone, &*seats->begin(), activity_of(*activities, place)};
    for (const ResultEvent& event : *events) standing.events.push_back(&event);
    return standing;
}

}  // namespace provost::results

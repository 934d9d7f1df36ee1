// IMC-MISC-07: what a course made is its own until it is released into the general pool, and stays there.
#include "catalogue/media.hpp"

namespace provost::catalogue {

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
    if (!request.address.empty()) medium.address = request.address;
    decision.put(std::move(medium));
}

void release_medium(const ReleaseMedium&, const ReleaseMediumFacts& facts, Context&, Decision& decision) {
    Medium medium = *facts.medium;
    medium.released = true;
    decision.put(std::move(medium));
}

}  // namespace provost::catalogue

// Planning the training of participants anew.
#include "registration/follow_dates.hpp"

#include "plan/by_id.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::registration {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;

// What has an outcome has actual dates, and what was put off has those of the return. FIN-ORD-04, FIN-DEF-01
void follow_dates(const catalogue::FollowDates&, const FollowDatesFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const ById<Enrolment> places(facts.places, &Enrolment::id);
    for (const Activity& activity : facts.activities) {
        const Enrolment& place = *places.find(activity.enrolment.value);
        const bool goes_on = enrolment::is_ahead(place.state) && place.state != State::on_hold;
        if (!goes_on || place.finalised || !activity.outcome.empty()) continue;
        Activity planned = activity;
        plan_training(planned, place, *facts.course, *zone);
        decision.put(std::move(planned));
    }
    decision.about = facts.course->id.value;
}

}  // namespace provost::registration

// Counting quotas anew.
#include "registration/count_quotas.hpp"

#include "enrolment/seats.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::registration {

// IMC-WL-10: more may be in than the quota has seats; then nobody else comes in.
void count_quotas(const catalogue::CountQuotas&, const CountQuotasFacts& facts, Context&, Decision& decision) {
    const catalogue::Course& course = *facts.course;
    catalogue::Seats seats = *facts.seats;
    for (const enrolment::Enrolment& place : facts.places) {
        if (!enrolment::is_open(place.state)) continue;
        enrolment::Enrolment counted = place;
        counted.quotas = quotas_of(course, facts.groups, place.learner);
        seats = enrolment::follow(std::move(seats), &place, counted, course.has_dates());
        decision.put(std::move(counted));
    }
    decision.about = course.id.value;
    enrolment::put_seats(course, *facts.seats, std::move(seats), decision);
}

}  // namespace provost::registration

// Seats follow places.
#include "enrolment/seats.hpp"

#include "catalogue/let_in.hpp"

namespace provost::enrolment {

void keep_seats(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment* before,
                const Enrolment& after, Decision& decision) {
    auto kept = follow(seats, before, after, course.has_dates());
    if (kept.taken < seats.taken) catalogue::let_in_next(course.id, kept, decision);
    decision.put(std::move(kept));
}

}  // namespace provost::enrolment

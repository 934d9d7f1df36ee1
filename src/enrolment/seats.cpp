// Seats follow places.
#include "enrolment/seats.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::enrolment {

void let_in_next(const catalogue::Course& course, Decision& decision) {
    Promote next;
    next.course = Ref<catalogue::Course>(course.id);
    decision.then(std::move(next));
}

void keep_seats(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment* before,
                const Enrolment& after, Decision& decision) {
    auto kept = follow(seats, before, after, course.has_dates());
    const bool freed = kept.taken < seats.taken && kept.waiting > 0;
    decision.put(std::move(kept));
    if (freed) let_in_next(course, decision);
}

}  // namespace provost::enrolment

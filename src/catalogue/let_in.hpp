// What a change of a course's terms does to its seats: whoever waits may come in, and moments become due.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/promote.hpp>

namespace provost::catalogue {

/// Notes those whom a course's terms do not fit any more: fewer seats than participants remove nobody, nor does a
/// course that is cancelled; a person cancels them. [IMC-CSV-13, IMC-CSV-14]
inline void tell_of_participants(const Course& course, const Seats& seats, Decision& decision) {
    const auto most = course.settings.max_participants;
    if (most && seats.taken > *most) {
        decision.note("course.below-participants"_code,
                      {{"taken", std::to_string(seats.taken)}, {"most", std::to_string(*most)}});
    }
    if (course.planning_status() == PlanningStatus::cancelled && seats.live > 0) {
        decision.note("course.participants-left"_code, {{"count", std::to_string(seats.live)}});
    }
}

/// After this decision those who wait are looked at again, if somebody does. [IMC-WL-04, IMC-WL-07]
inline void let_in_next(Id<Course> course, const Seats& seats, Decision& decision) {
    if (seats.waiting == 0) return;
    Promote next;
    next.course = Ref<Course>(course);
    decision.then(std::move(next)).yields = true;  // while several leave, nobody comes in
}

/// After this decision the quotas are counted anew, if other people count in them than before. [IMC-WL-10]
inline void count_anew(Id<Course> course, const std::vector<Quota>& before, const std::vector<Quota>& now,
                       Decision& decision) {
    const auto same = [](const Quota& a, const Quota& b) { return a.name == b.name && a.group == b.group; };
    if (std::ranges::equal(before, now, same)) return;
    CountQuotas next;
    next.course = Ref<Course>(course);
    decision.then(std::move(next));
}

/// After this decision the training of those in the course is planned anew, if it is held at other times than before.
/// [FIN-ORD-04]
inline void plan_anew(const Course& before, const Course& now, Decision& decision) {
    const bool same = before.starts_at == now.starts_at && before.ends_at == now.ends_at &&
                      before.settings.duration == now.settings.duration &&
                      before.assignments.location == now.assignments.location;
    if (same) return;
    FollowDates next;
    next.course = Ref<Course>(now.id);
    decision.then(std::move(next));
}

/// The seats of a course that has these settings now: it is watched when prerequisites are due some time. [IMC-AC-01]
[[nodiscard]] inline Seats watched_by(const Settings& settings, Seats seats) {
    const bool does_something = settings.cancel_unprepared == true || !settings.prerequisite_notices.empty();
    seats.has_due = settings.prerequisites_due.has_value() && does_something;
    seats.watched = seats.has_due || seats.expiring > 0;
    return seats;
}

}  // namespace provost::catalogue

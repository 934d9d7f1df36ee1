// Seats follow places.
#include "enrolment/seats.hpp"

#include "catalogue/let_in.hpp"

#include <provost/enrolment/follow_sets.hpp>

namespace provost::enrolment {

namespace {

std::int64_t taken_of(const catalogue::Seats& seats, const std::string& quota) {
    const auto found = std::ranges::find(seats.quotas, quota, &catalogue::QuotaTaken::name);
    return found == seats.quotas.end() ? 0 : found->taken;
}

Reason full(Code why, std::int64_t taken, std::int64_t most) {
    return {why, Mark::not_met, {{"taken", std::to_string(taken)}, {"most", std::to_string(most)}}, {}, {}};
}

bool frees_some(const catalogue::Seats& before, const catalogue::Seats& after) {
    return after.taken < before.taken || std::ranges::any_of(before.quotas, [&](const catalogue::QuotaTaken& quota) {
               return taken_of(after, quota.name) < quota.taken;
           });
}

}  // namespace

void keep_seats(const catalogue::Course& course, const catalogue::Seats& seats, const Enrolment* before,
                const Enrolment& after, Decision& decision) {
    put_seats(course, seats, follow(seats, before, after, course.has_dates()), decision);
    follow_above(course, before, after, decision);
}

// IMC-CC-09: what becomes of a component course is progress in the courses whose sets have it.
void follow_above(const catalogue::Course& course, const Enrolment* before, const Enrolment& after,
                  Decision& decision) {
    const State was = before == nullptr ? State::none : before->state;
    if (course.in_sets.empty() || was == after.state || is_ahead(after.state)) return;
    FollowSets next;
    next.enrolment = Ref<Enrolment>(after.id);
    next.above = true;
    decision.then(std::move(next));
}

void follow_sets(Id<Enrolment> place, Decision& decision) {
    FollowSets next;
    next.enrolment = Ref<Enrolment>(place);
    decision.then(std::move(next));
}

void put_seats(const catalogue::Course& course, const catalogue::Seats& before, catalogue::Seats after,
               Decision& decision) {
    if (frees_some(before, after)) catalogue::let_in_next(course.id, after, decision);
    decision.put(std::move(after));
}

// IMC-WL-10: a quota's seats count beside the course's own.
std::optional<Reason> lacks_seat(const catalogue::Course& course, const catalogue::Seats& seats,
                                 std::span<const std::string> quotas) {
    const auto most = course.settings.max_participants;
    if (most && seats.taken >= *most) return full("course.over-capacity"_code, seats.taken, *most);
    for (const catalogue::Quota& quota : course.settings.quotas) {
        if (std::ranges::find(quotas, quota.name) == quotas.end()) continue;
        const auto taken = taken_of(seats, quota.name);
        if (taken < quota.seats) continue;
        Reason why = full("course.over-quota"_code, taken, quota.seats);
        why.parameters.push_back({"quota", quota.name});
        return why;
    }
    return std::nullopt;
}

void refuse_full(const Reason& why, Decision& decision) {
    decision.refuse(why.code, why.parameters);
    decision.nearest.push_back(why);
}

}  // namespace provost::enrolment

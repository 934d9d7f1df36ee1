// registration.catch_up: what becomes due by itself.
#pragma once

#include "plan/decision.hpp"
#include "prerequisites/judge.hpp"

#include <provost/registration/catch_up.hpp>

namespace provost::registration {

struct CatchUpFacts {
    One<catalogue::Course> course;
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    Many<enrolment::Enrolment> places;
    One<catalogue::Prerequisites> prerequisites;
    Many<people::Learner> learner;  // of these places
    prerequisites::Evidence evidence;
};

inline constexpr auto catch_up_fetch = [] {
    using Facts = CatchUpFacts;
    return fetch_plan<CatchUp>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
                         PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
                         PROVOST_SLOT(places, "course(course.id)"),
                         PROVOST_SLOT(prerequisites, "id(course.prerequisites)", "record.missing"_code),
                         PROVOST_SLOT(learner, "id(places.learner)", "record.missing"_code),
                     }),
                     part_of(offsetof(Facts, evidence), prerequisites::evidence_rows)));
}();

void catch_up(const CatchUp& request, const CatchUpFacts& facts, Context& context, Decision& decision);

/// The first moment after `now` at which something becomes due in a course; nothing when nothing does.
[[nodiscard]] std::optional<Instant> next_due(const catalogue::Course& course,
                                              std::span<const enrolment::Enrolment> places, Instant now);

/// The reminder to a learner who is not prepared, so many days before the moment. [IMC-PN-01, IMC-PN-03]
void remind_learner(const enrolment::Enrolment& place, std::int64_t days, std::vector<Reason> gaps, Decision& decision);

/// The reminder that whoever registers after its day gets at once: how many days before the moment it was due; nothing
/// when there is none. [IMC-PN-04]
[[nodiscard]] std::optional<std::int64_t> missed_reminder(const catalogue::Course& course, Instant now);

}  // namespace provost::registration

// registration.catch_up: what becomes due by itself.
#pragma once

#include "registration/whole_course.hpp"

#include <provost/registration/catch_up.hpp>

namespace provost::registration {

struct CatchUpFacts {
    WholeCourse whole;
    One<catalogue::Seats> seats;
};

template <class Facts = CatchUpFacts>
inline constexpr auto catch_up_fetch = [] {
    return fetch_plan<CatchUp>(
        detail::join(PROVOST_PART(whole, whole_course_rows),
                     std::to_array<FetchRow>({PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code)})));
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

// registration.promote: those who wait come in.
#pragma once

#include "registration/entry.hpp"

#include <provost/catalogue/promote.hpp>

namespace provost::registration {

struct PromoteFacts {
    One<catalogue::Course> course;
    One<people::Learner> wanted;  // whom the request names
    One<enrolment::WaitingList> queue;
    Many<people::Learner> learner;  // those who wait
    EntryFacts entry;
    Many<enrolment::Activity> activities;  // of those who wait
};

template <class Facts = PromoteFacts>
inline constexpr auto promote_fetch = [] {
    return fetch_plan<catalogue::Promote>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(wanted, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                         PROVOST_SLOT(queue, "course(course.id)"),
                         PROVOST_SLOT(learner, "id(queue.learners)", "record.missing"_code),
                     }),
                     PROVOST_PART(entry, entry_rows),
                     std::to_array<FetchRow>({PROVOST_SLOT(activities, "enrolment(queue.enrolments)")})));
}();

void promote(const catalogue::Promote& request, const PromoteFacts& facts, Context& context, Decision& decision);

/// Until when those who wait come in by themselves: the course's start, less what it says; nothing: without end.
/// [IMC-WL-06]
[[nodiscard]] std::optional<Instant> promotion_ends(const catalogue::Course& course);

}  // namespace provost::registration

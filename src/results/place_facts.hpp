// What verbs see that are about one learner's place in one course.
#pragma once

#include "results/grading.hpp"

#include <provost/results/results.hpp>

namespace provost::results {

struct PlaceFacts {
    One<people::Learner> learner;
    One<catalogue::Course> course;
    Many<enrolment::Enrolment> enrolments;
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    Many<enrolment::Activity> activities;
    Many<ResultEvent> events;

    /// The latest place, with what stands beside it; its zone is null when it is unknown.
    [[nodiscard]] Standing standing(const Context& context) const {
        const auto& place = *static_cast<const enrolment::Enrolment*>(enrolments.records.back());
        Standing found{&place, &*course, context.zones.find(location->zone), &*seats, activity_of(activities, place)};
        for (const ResultEvent& event : events) found.events.push_back(&event);
        return found;
    }
};

/// For a request that names learner and course: also as a part of larger facts, `PROVOST_PART(at,
/// place_rows)`.
template <class Facts = PlaceFacts>
inline constexpr auto place_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
        PROVOST_SLOT(events, "enrolment(enrolments.id)"),
    });
}();

template <class Request, class Facts = PlaceFacts>
inline constexpr auto place_fetch = fetch_plan<Request>(place_rows<Facts>);

}  // namespace provost::results

// registration.cancel_place, registration.give_up_place: leaving before the end.
#pragma once

#include "clearances/acting.hpp"
#include "registration/place.hpp"

#include <provost/registration/participants.hpp>

namespace provost::registration {

/// Course and learner, the place with what stands beside it, and all places of the learner.
struct CancelFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    PlaceFacts place;
    Many<enrolment::Enrolment> all;
    Many<enrolment::ParticipantChange> changes;
};

template <class Facts = CancelFacts>
inline constexpr auto cancel_rows = [] {
    return detail::join(std::to_array<FetchRow>({
                            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                         when<catalogue::Course, catalogue::is_there>),
                            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                        }),
                        PROVOST_PART(place, place_rows),
                        std::to_array<FetchRow>({
                            PROVOST_SLOT(all, "learner(learner.id)"),
                            PROVOST_SLOT(changes, "enrolment(enrolments.id)"),
                        }));
}();

template <class Facts = CancelFacts>
inline constexpr auto cancel_place_fetch = fetch_plan<CancelPlace>(cancel_rows<Facts>);

void cancel_place(const CancelPlace& request, const CancelFacts& facts, Context& context, Decision& decision);

/// Open bookings that came through a place alone end with it, whatever it ended by; others lose the link. `all`: the
/// learner's places; `at`: when it ended, unless that is the moment of the request. [IMC-CC-11]
void cancel_children(const Many<enrolment::Enrolment>& all, const enrolment::Enrolment& parent, Decision& decision,
                     std::optional<Instant> at = {});

struct GiveUpFacts {
    CancelFacts cancel;
    clearances::ActingFacts acting;
};

template <class Facts = GiveUpFacts>
inline constexpr auto give_up_place_fetch = [] {
    return fetch_plan<GiveUpPlace>(
        detail::join(PROVOST_PART(cancel, cancel_rows), PROVOST_PART(acting, clearances::acting_in_course_rows)));
}();

void give_up_place(const GiveUpPlace& request, const GiveUpFacts& facts, Context& context, Decision& decision);

}  // namespace provost::registration

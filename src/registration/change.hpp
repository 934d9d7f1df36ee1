// registration.change_registration, registration.change_state, registration.conclude.
#pragma once

#include "clearances/acting.hpp"
#include "registration/place.hpp"

#include <provost/registration/participants.hpp>

namespace provost::registration {

struct ChangeFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    PlaceFacts place;
    clearances::ActingFacts acting;
};

template <class Facts = ChangeFacts>
inline constexpr auto change_rows = [] {
    return detail::join(std::to_array<FetchRow>({
                            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                         when<catalogue::Course, catalogue::is_there>),
                            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                        }),
                        PROVOST_PART(place, place_rows), PROVOST_PART(acting, clearances::acting_in_course_rows));
}();

template <class Request, class Facts = ChangeFacts>
inline constexpr auto change_fetch = fetch_plan<Request>(change_rows<Facts>);

/// The participant begins on that day: for duration of use the clock runs from here. [IMC-PART-02]
void begin(Participant& participant, Day day, const catalogue::Course& course);
/// Concludes the place as passed or failed on that day; refuses, and answers false, when it can not be. [IMC-PART-03]
[[nodiscard]] bool conclude_place(Participant& participant, enrolment::State to, Day day, Decision& decision);

void change_registration(const ChangeRegistration& request, const ChangeFacts& facts, Context& context,
                         Decision& decision);
void change_state(const ChangeState& request, const ChangeFacts& facts, Context& context, Decision& decision);
void conclude(const Conclude& request, const ChangeFacts& facts, Context& context, Decision& decision);

}  // namespace provost::registration

// registration.wish, registration.register_prebooked: wishes of learners, and what becomes of them.
#pragma once

#include "clearances/acting.hpp"
#include "registration/register_learner.hpp"

#include <provost/registration/request.hpp>

namespace provost::registration {

struct WishFacts {
    One<catalogue::CourseTemplate> course_template;
    One<people::Learner> learner;
    Many<enrolment::Prebooking> existing;
    clearances::ActingFacts acting;
};

template <class Facts = WishFacts>
inline constexpr auto wish_fetch = [] {
    return fetch_plan<Wish>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                                      when<catalogue::CourseTemplate, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                         PROVOST_SLOT(existing, "learner_template(learner.id, course_template.id)"),
                     }),
                     PROVOST_PART(acting, clearances::acting_at_template_rows)));
}();

void wish(const Wish& request, const WishFacts& facts, Context& context, Decision& decision);

struct RegisterPrebookedFacts {
    RegisterLearnerFacts registering;
    Many<enrolment::Prebooking> wishes;
};

template <class Facts = RegisterPrebookedFacts>
inline constexpr auto register_prebooked_fetch = [] {
    return fetch_plan<RegisterPrebooked>(detail::join(
        PROVOST_PART(registering, register_learner_rows),
        std::to_array<FetchRow>({PROVOST_SLOT(wishes, "learner_template(learner.id, course.course_template)")})));
}();

void register_prebooked(const RegisterPrebooked& request, const RegisterPrebookedFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::registration

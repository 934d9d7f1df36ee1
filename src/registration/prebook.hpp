// registration.prebook: a wish for some later course.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/registration/registration.hpp>

namespace provost::registration {

struct PrebookFacts {
    One<catalogue::CourseTemplate> course_template;
    One<people::Learner> learner;
    Many<enrolment::Prebooking> existing;
};

template <class Facts = PrebookFacts>
inline constexpr auto prebook_fetch = [] {
    return fetch_plan<Prebook>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<catalogue::CourseTemplate, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(existing, "learner_template(learner.id, course_template.id)"),
    }));
}();

void prebook(const Prebook& request, const PrebookFacts& facts, Context& context, Decision& decision);

}  // namespace provost::registration

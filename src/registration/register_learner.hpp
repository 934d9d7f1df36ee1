// registration.register_learner: a learner enters a course.
#pragma once

#include "registration/entry.hpp"

#include <provost/registration/registration.hpp>

namespace provost::registration {

struct RegisterLearnerFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    EntryFacts entry;
};

template <class Facts = RegisterLearnerFacts>
inline constexpr auto register_learner_rows = [] {
    return detail::join(std::to_array<FetchRow>({
                            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                         when<catalogue::Course, catalogue::is_there>),
                            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                         when<people::Learner, people::is_known>),
                        }),
                        PROVOST_PART(entry, entry_rows));
}();

template <class Facts = RegisterLearnerFacts>
inline constexpr auto register_learner_fetch = fetch_plan<RegisterLearner>(register_learner_rows<Facts>);

void register_learner(const RegisterLearner& request, const RegisterLearnerFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::registration

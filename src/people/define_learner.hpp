// people.define_learner: registers a learner, or brings the record up to date.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/people/learner.hpp>

namespace provost::people {

struct DefineLearnerFacts {
    One<Learner> by_login;
    One<Learner> by_client_id;
};

template <class Facts = DefineLearnerFacts>
inline constexpr auto define_learner_fetch = [] {
    return fetch_plan<DefineLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(by_login, "login(request.login)"),
        PROVOST_SLOT(by_client_id, "client_id(request.client_id)"),
    }));
}();

void define_learner(const DefineLearner& request, const DefineLearnerFacts& facts, Context& context,
                    Decision& decision);

}  // namespace provost::people

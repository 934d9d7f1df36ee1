// people.describe_client: what statutory files say of a learner beyond the learner's own record.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/people/client_details.hpp>

namespace provost::people {

struct DescribeClientFacts {
    One<Learner> learner;
    One<ClientDetails> existing;  // read so that the change is told from what it was
};

template <class Facts = DescribeClientFacts>
inline constexpr auto describe_client_fetch = [] {
    return fetch_plan<DescribeClient>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code, when<Learner, is_known>),
        PROVOST_SLOT(existing, "learner(learner.id)"),
    }));
}();

void describe_client(const DescribeClient& request, const DescribeClientFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::people

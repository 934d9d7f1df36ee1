// people.define_group: a group with exactly the members that are told.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/people/group.hpp>

namespace provost::people {

struct DefineGroupFacts {
    One<Group> existing;
    One<Group> parent;
    Many<Learner> members;
};

template <class Facts = DefineGroupFacts>
inline constexpr auto define_group_fetch = [] {
    return fetch_plan<DefineGroup>(std::to_array<FetchRow>({
        PROVOST_SLOT(existing, "key(request.group)"),
        PROVOST_SLOT(parent, "key(request.parent)", "group.unknown"_code),
        PROVOST_SLOT(members, "login(request.members)", "learner.unknown"_code),
    }));
}();

void define_group(const DefineGroup& request, const DefineGroupFacts& facts, Context& context, Decision& decision);

}  // namespace provost::people

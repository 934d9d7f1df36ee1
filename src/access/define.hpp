// access.define_administrator and access.define_default_clearances: plain records whose rights must be ones.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/access/clearance.hpp>
#include <provost/people/group.hpp>

namespace provost::access {

struct DefineAdministratorFacts {
    Many<people::Group> groups;
    One<Administrator> existing;
};

template <class Facts = DefineAdministratorFacts>
inline constexpr auto define_administrator_fetch = [] {
    return define_more_plan<Administrator>(std::to_array<FetchRow>({
        PROVOST_SLOT(groups, "key(request.groups)", "group.unknown"_code),
        PROVOST_SLOT(existing, "login(request.login)"),
    }));
}();

void define_administrator(const Define<Administrator>& request, const DefineAdministratorFacts& facts, Context& context,
                          Decision& decision);

// Which of the names are logins and which are keys of groups, each grant says.
struct DefineDefaultClearancesFacts {
    Many<Administrator> users;
    Many<people::Group> groups;
    One<DefaultClearances> existing;
};

template <class Facts = DefineDefaultClearancesFacts>
inline constexpr auto define_default_clearances_fetch = [] {
    return define_more_plan<DefaultClearances>(std::to_array<FetchRow>({
        PROVOST_SLOT(users, "login(request.grants.name)"),
        PROVOST_SLOT(groups, "key(request.grants.name)"),
        PROVOST_SLOT(existing, "creator(request.creator)"),
    }));
}();

void define_default_clearances(const Define<DefaultClearances>& request, const DefineDefaultClearancesFacts& facts,
                               Context& context, Decision& decision);

}  // namespace provost::access

// organisation.define_registration_process: how registration goes in the courses of a provider.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/organisation/organisation.hpp>
#include <provost/organisation/registration_process.hpp>
#include <provost/people/group.hpp>

namespace provost::registration {

struct DefineProcessFacts {
    One<organisation::RegistrationProcess> existing;
    One<organisation::Provider> provider;
    Many<people::Group> of_steps;
};

template <class Facts = DefineProcessFacts>
inline constexpr auto define_process_fetch = [] {
    return define_more_plan<organisation::RegistrationProcess>(std::to_array<FetchRow>({
        PROVOST_SLOT(provider, "key(request.provider)", "provider.unknown"_code),
        PROVOST_SLOT(of_steps, "key(request.approval_steps.group)", "group.unknown"_code),
        PROVOST_SLOT(existing, "provider(request.provider)"),
    }));
}();

void define_process(const Define<organisation::RegistrationProcess>& request, const DefineProcessFacts& facts,
                    Context& context, Decision& decision);

}  // namespace provost::registration

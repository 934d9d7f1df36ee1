// organisation.define_registration_process: how registration goes in the courses of a provider.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/organisation/registration_process.hpp>

namespace provost::registration {

void define_process(const Define<organisation::RegistrationProcess>& request,
                    const DefineFacts<organisation::RegistrationProcess>& facts, Context& context, Decision& decision);

}  // namespace provost::registration

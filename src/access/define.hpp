// access.define_administrator and access.define_default_clearances: plain records whose rights must be ones.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/access/clearance.hpp>

namespace provost::access {

void define_administrator(const Define<Administrator>& request, const DefineFacts<Administrator>& facts,
                          Context& context, Decision& decision);
void define_default_clearances(const Define<DefaultClearances>& request, const DefineFacts<DefaultClearances>& facts,
                               Context& context, Decision& decision);

}  // namespace provost::access

// lms.define_connection, lms.define_access_rule: what is defined once and holds for many.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/lms/access_rule.hpp>
#include <provost/lms/connection.hpp>

namespace provost::lms {

[[nodiscard]] Code check_connection(const Connection& connection, const Context& context);

void define_access_rule(const Define<AccessRule>& request, const DefineFacts<AccessRule>& facts, Context& context,
                        Decision& decision);

}  // namespace provost::lms

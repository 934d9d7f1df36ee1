// learning.open_component, learning.confirm, learning.receive_result: what happens to a component.
#pragma once

#include "learning/student.hpp"

namespace provost::learning {

void open_component(const OpenComponent& request, const StudentFacts& facts, Context& context, Decision& decision);
void confirm(const Confirm& request, const StudentFacts& facts, Context& context, Decision& decision);
void receive_result(const ReceiveResult& request, const StudentFacts& facts, Context& context, Decision& decision);

}  // namespace provost::learning

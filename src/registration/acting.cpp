// Who asks.
#include "registration/acting.hpp"

#include "access/clearance.hpp"

namespace provost::registration {

namespace {

// IMC-ACL-03: a registration agent may edit the record of the learner.
bool is_agent(const ActingFacts& facts, const Context& context) {
    if (!facts.clearances || context.head.actor.empty()) return false;
    access::Caller caller;
    caller.login = context.head.actor;
    if (facts.administrator) {
        caller.client = facts.administrator->client;
        caller.groups = facts.administrator->groups;
    }
    return access::grants(facts.clearances->grants, caller, access::ObjectRight::edit);
}

}  // namespace

Roles roles_of(const ActingFacts& facts, const people::Learner& learner, const Context& context) {
    Roles roles;
    roles.administrator = context.by_host || (facts.administrator &&
                                              access::holds(*facts.administrator, access::Right::register_learners));
    roles.self = facts.person && facts.person->id == learner.id;
    if (facts.person && facts.supervision) {
        const auto& above = facts.supervision->supervisors;
        roles.supervisor = std::ranges::find(above, facts.person->id.value) != above.end();
    }
    roles.agent = is_agent(facts, context);
    return roles;
}

}  // namespace provost::registration

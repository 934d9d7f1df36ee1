// Who asks.
#include "registration/acting.hpp"

#include "access/clearance.hpp"

namespace provost::registration {

namespace {

// IMC-ACL-06: a group, and those above it that it says count.
void add_with_above(const people::Group& group, std::vector<std::string>& keys, const Context& context) {
    std::optional<One<people::Group>> above;
    const people::Group* next = &group;
    while (next != nullptr && std::ranges::find(keys, next->key) == keys.end()) {
        keys.push_back(next->key);
        if (!next->inherit_parents || !next->parent) return;
        above = context.one<people::Group>(next->parent.value);
        next = above && *above ? &**above : nullptr;
    }
}

access::Caller caller_of(const ActingFacts& facts, const Context& context) {
    access::Caller caller;
    caller.login = facts.person ? std::string_view(facts.person->login) : context.head.actor;
    if (!facts.administrator) return caller;
    caller.login = facts.administrator->login;
    caller.client = facts.administrator->client;
    for (const people::Group& group : facts.groups) add_with_above(group, caller.groups, context);
    return caller;
}

// IMC-ACL-03: a registration agent may edit the record of the learner.
bool is_agent(const ActingFacts& facts, const Context& context) {
    if (!facts.clearances || context.head.actor.empty()) return false;
    return access::grants(facts.clearances->grants, caller_of(facts, context), access::ObjectRight::edit);
}

}  // namespace

bool may_administer(const ActingFacts& facts, const Context& context, access::Right everywhere,
                    access::ObjectRight on_course) {
    if (context.by_host) return true;
    if (!facts.administrator) return false;
    const bool open = !facts.of_course || facts.of_course->grants.empty();
    if (open) return access::holds(*facts.administrator, everywhere);
    return access::grants(facts.of_course->grants, caller_of(facts, context), on_course);
}

Roles roles_of(const ActingFacts& facts, const people::Learner& learner, const Context& context,
               access::ObjectRight on_course) {
    Roles roles;
    roles.administrator = may_administer(facts, context, access::Right::register_learners, on_course);
    roles.self = facts.person && facts.person->id == learner.id;
    if (facts.person && facts.supervision) {
        const auto& above = facts.supervision->supervisors;
        roles.supervisor = std::ranges::find(above, facts.person->id.value) != above.end();
    }
    roles.agent = is_agent(facts, context);
    return roles;
}

}  // namespace provost::registration

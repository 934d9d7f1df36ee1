// Who asks.
#include "clearances/acting.hpp"

#include "access/clearance.hpp"

namespace provost::clearances {

namespace {

access::Caller caller_of(const ActingFacts& facts, const Context& context) {
    access::Caller caller;
    caller.login = facts.person ? std::string_view(facts.person->login) : context.head.actor;
    if (facts.person) caller.learner = access::name_of(facts.person->id);
    if (!facts.administrator) return caller;
    caller.login = facts.administrator->login;
    caller.client = facts.administrator->client;
    const auto above = [&](Id<people::Group> id) {
        const auto found = context.one<people::Group>(id.value);
        return found && *found ? &**found : nullptr;
    };
    for (const people::Group& group : facts.groups) access::add_with_above(&group, caller.groups, above);
    return caller;
}

// IMC-ACL-03: a registration agent may edit the record of the learner.
bool is_agent(const ActingFacts& facts, const Context& context) {
    if (!facts.clearances || context.head.actor.empty()) return false;
    return access::grants(facts.clearances->grants, caller_of(facts, context), access::ObjectRight::edit);
}

}  // namespace

bool may_administer(const ActingFacts& facts, const Context& context, access::Right everywhere,
                    access::ObjectRight on_object) {
    if (context.by_host) return true;
    if (!facts.administrator) return false;
    const bool open = !facts.of_object || facts.of_object->grants.empty();
    if (open) return access::holds(*facts.administrator, everywhere);
    return access::grants(facts.of_object->grants, caller_of(facts, context), on_object);
}

bool administers_participants(const ActingFacts& facts, const Context& context) {
    using enum access::Right;
    return std::ranges::any_of(std::array{register_learners, change_participant_status, report}, [&](auto right) {
        return may_administer(facts, context, right, access::ObjectRight::participant_administration);
    });
}

bool sees_participants(const ActingFacts& facts, const Context& context) {
    return context.supervises || administers_participants(facts, context);
}

Roles roles_of(const ActingFacts& facts, const people::Learner& learner, const Context& context,
               access::ObjectRight on_object) {
    Roles roles;
    roles.administrator = may_administer(facts, context, access::Right::register_learners, on_object);
    roles.self = facts.person && facts.person->id == learner.id;
    if (facts.person && facts.supervision) {
        const auto& above = facts.supervision->supervisors;
        roles.supervisor = std::ranges::find(above, facts.person->id.value) != above.end();
    }
    roles.agent = is_agent(facts, context);
    return roles;
}

bool may_know(const ActingFacts& facts, const people::Learner& learner, const Context& context) {
    const bool as_tutor = (context.functions & of_standing) != 0;
    return as_tutor || roles_of(facts, learner, context).acts() || administers_participants(facts, context);
}

}  // namespace provost::clearances

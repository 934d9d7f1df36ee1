// IMC-ACL-01: who may do what to one object is a list of grants, told as a whole.
#include "clearances/set_clearances.hpp"

#include "access/clearance.hpp"

namespace provost::clearances {

namespace {

// The object that a request names and what stands about it so far.
struct Named {
    int count = 0;
    access::Clearances clearances{};

    template <class T>
    void add(const One<T>& object, const One<access::Clearances>& existing) {
        if (!object) return;
        ++count;
        if (existing) clearances = *existing;
        clearances.object_kind = type_of<T>().name;
        clearances.object = object->id.value;
    }
};

// The learner whom a grant names by id; null: it names none, or nobody. Nothing: it is not known yet.
std::optional<const people::Learner*> named_by_id(const access::Grant& grant, const Context& context) {
    const auto id = access::learner_named(grant.name);
    if (!id) return nullptr;
    const auto found = context.one<people::Learner>(id.value);
    if (!found) return std::nullopt;
    return *found && people::is_known(**found) ? &**found : nullptr;
}

// IMC-ACL-03: the registration agents of a learner may be anybody; learners among them are named by id. Answers false
// when it has to be asked again.
bool name_agents(const SetClearancesFacts& facts, std::vector<access::Grant>& grants, access::Known& known,
                 const Context& context) {
    known.add(facts.tutors);
    const auto& staff = known.logins;
    for (access::Grant& grant : grants) {
        const auto login = people::login_index(grant.name);
        if (grant.holder != access::Holder::user || std::ranges::find(staff, login) != staff.end()) continue;
        const auto by_id = named_by_id(grant, context);
        if (!by_id) return false;
        const auto* agent = facts.learners.first([&](const people::Learner& each) { return each.login_key == login; });
        if (agent == nullptr) agent = *by_id;
        if (agent == nullptr) continue;
        grant.name = access::name_of(agent->id);
        known.logins.push_back(grant.name);
    }
    return true;
}

}  // namespace

void set_clearances(const SetClearances& request, const SetClearancesFacts& facts, Context& context,
                    Decision& decision) {
    Named named;
    named.add(facts.course, facts.of_course);
    named.add(facts.course_template, facts.of_template);
    named.add(facts.course_type, facts.of_type);
    named.add(facts.location, facts.of_location);
    named.add(facts.provider, facts.of_provider);
    named.add(facts.tutor, facts.of_tutor);
    named.add(facts.learner, facts.of_learner);  // IMC-ACL-03
    if (named.count != 1) return decision.refuse("clearance.object"_code);
    access::Known known(facts.users, facts.groups);
    auto grants = request.grants;
    if (facts.learner && !name_agents(facts, grants, known, context)) return;
    const Code unknown = facts.learner ? "user.unknown"_code : "administrator.unknown"_code;
    if (!access::are_grants(grants, false, known, unknown, decision)) return;
    if (!named.clearances.id) named.clearances.id = context.ids.take<access::Clearances>();
    named.clearances.grants = std::move(grants);
    decision.put(std::move(named.clearances));
}

}  // namespace provost::clearances

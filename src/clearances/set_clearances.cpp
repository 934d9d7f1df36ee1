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
    if (facts.learner) {  // IMC-ACL-03: his registration agents may be anybody
        known.add(facts.tutors);
        known.add(facts.learners);
    }
    const Code unknown = facts.learner ? "user.unknown"_code : "administrator.unknown"_code;
    if (!access::are_grants(request.grants, false, known, unknown, decision)) return;
    if (!named.clearances.id) named.clearances.id = context.ids.take<access::Clearances>();
    named.clearances.grants = request.grants;
    decision.put(std::move(named.clearances));
}

}  // namespace provost::clearances

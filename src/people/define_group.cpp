// Who is in a group.
#include "people/define_group.hpp"

#include "plan/tree.hpp"

namespace provost::people {

void define_group(const DefineGroup& request, const DefineGroupFacts& facts, Context& context, Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    if (facts.existing) {
        const auto circle = makes_circle(facts.parent, facts.existing->id, context);
        if (!circle) return;
        if (*circle) return decision.refuse("parent.circle"_code, {{"parent", facts.parent->key}});
    }
    Group group = facts.existing ? *facts.existing : Group{};
    if (!facts.existing) group.id = context.ids.take<Group>();
    group.key = request.group;
    group.name = request.name;
    group.parent = facts.parent ? facts.parent->id : Id<Group>{};
    group.inherit_parents = request.inherit_parents.value_or(group.inherit_parents);
    group.members.clear();
    for (const Learner& learner : facts.members) group.members.push_back(learner.id.value);
    std::ranges::sort(group.members);
    const auto repeated = std::unique(group.members.begin(), group.members.end());
    group.members.erase(repeated, group.members.end());
    decision.put(std::move(group));
}

}  // namespace provost::people

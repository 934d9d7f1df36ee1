// catalogue.import_components: components of another course or of a template, with their folders, order and rules.
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/staff.hpp"
#include "catalogue/syllabus.hpp"
#include "plan/either.hpp"

namespace provost::catalogue {

namespace {

using Keys = std::vector<std::string_view>;

bool holds(const Keys& keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

// Those that are wanted and all that lies in them; a folder stands before or behind what lies in it.
Keys wanted(const ImportComponents& request, const std::vector<Component>& from, Decision& decision) {
    Keys keys;
    for (const std::string& key : request.components) {
        if (std::ranges::find(from, key, &Component::key) == from.end()) {
            decision.refuse("component.unknown"_code, {{"component", key}});
            return {};
        }
        keys.emplace_back(key);
    }
    for (bool grown = true; grown;) {
        grown = false;
        for (const Component& component : from) {
            const bool all = request.components.empty();
            if (holds(keys, component.key) || !(all || holds(keys, component.folder))) continue;
            keys.emplace_back(component.key);
            grown = true;
        }
    }
    return keys;
}

// IMC-CC-02: a course set is of its course. What stands for one that the course does not have stays behind, and is
// told; asked for by name it is refused.
void leave_sets(const ImportComponents& request, const ImportComponentsFacts& facts, const std::vector<Component>& from,
                Keys& keys, Decision& decision) {
    for (const Component& component : from) {
        if (component.kind != ComponentKind::course_set || !holds(keys, component.key)) continue;
        if (facts.sets.first([&](const CourseSet& set) { return set.key == component.course_set; })) continue;
        constexpr Code unknown = "component.course-set-unknown"_code;
        if (contains(request.components, component.key)) {
            return decision.refuse(unknown, {{"component", component.key}});
        }
        decision.note(unknown, {{"component", component.key}});
        std::erase(keys, std::string_view(component.key));
    }
}

// IMC-SYL-03: in their order, in their folders; what lay in a folder that stays behind comes to the top. A fixed moment
// belongs to the other course, and a moment that is counted from a component that stays behind can not be counted: that
// is told.
std::vector<Component> taken(const std::vector<Component>& from, const Keys& keys, const std::string& folder,
                             Decision& decision) {
    std::vector<Component> made;
    for (const Component& component : from) {
        if (!holds(keys, component.key)) continue;
        Component& copy = made.emplace_back(component);
        if (!holds(keys, copy.folder)) copy.folder = folder;
        for (Bound* bound : {&copy.opens, &copy.closes}) {
            const bool is_fixed = bound->counted_from == Anchor::fixed;
            const bool is_lost = bound->counted_from == Anchor::component_processed && !holds(keys, bound->component);
            if (is_lost) {
                decision.note("component.moment-left-out"_code,
                              {{"component", copy.key}, {"other", std::string(bound->component)}});
            }
            if (is_fixed || is_lost) *bound = {};
        }
    }
    return made;
}

// The first component that a rule names and that is not among those; empty: all are.
std::string_view stranger(const Rule& rule, const Keys& keys) {
    for (const std::string_view key : components_in(rule)) {
        if (!holds(keys, key)) return key;
    }
    return {};
}

// IMC-SYL-03: rules that name nothing else, and fit the course, come along; the others are listed.
std::vector<Rule> taken(const One<Logic>& logic, const Keys& keys, const Syllabus& syllabus, const Course& course,
                        Decision& decision) {
    std::vector<Rule> made;
    if (!logic) return made;
    const auto by = course.settings.conclude_by.value_or(ConcludeBy::administrator);
    for (const Rule& rule : logic->rules) {
        const auto other = stranger(rule, keys);
        if (!other.empty()) {
            if (!holds(keys, rule.component)) continue;
            decision.note("component.rule-left-out"_code, {{"rule", rule.key}, {"component", std::string(other)}});
        } else if (auto why = misfit(rule, syllabus.components, by)) {
            decision.note(why->code, std::move(why->parameters));
        } else {
            made.push_back(rule);
        }
    }
    return made;
}

bool may_import(const ImportComponentsFacts& facts, Decision& decision) {
    // IMC-SYL-03
    const bool course = static_cast<bool>(facts.from_course), made = static_cast<bool>(facts.from_template);
    if (!is_either({"from_course", course}, {"from_template", made}, decision)) return false;
    if (!may_edit_content(*facts.course, decision)) return false;
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    return complexity.allows(Facility::components, decision);
}

// Rules of two courses may have the same key.
bool merge(std::vector<Rule> rules, const ImportComponentsFacts& facts, Syllabus& syllabus, Context& context,
           Decision& decision) {
    if (rules.empty()) return true;
    std::vector<Rule> all = facts.logic ? facts.logic->rules : std::vector<Rule>{};
    for (Rule& rule : rules) {
        if (std::ranges::find(all, rule.key, &Rule::key) != all.end()) {
            decision.refuse("logic.rule-repeated"_code, {{"rule", rule.key}});
            return false;
        }
        all.push_back(std::move(rule));
    }
    tell_if_nobody_grades(all, facts.course->assignments.tutors, context, decision);  // IMC-CT-09
    syllabus.logic = put_logic(std::move(all), context, decision);
    return true;
}

}  // namespace

void import_components(const ImportComponents& request, const ImportComponentsFacts& facts, Context& context,
                       Decision& decision) {
    if (!may_import(facts, decision)) return;
    const One<Syllabus>& source = facts.from_course ? facts.of_course : facts.of_template;
    const One<Logic>& logic = facts.from_course ? facts.course_logic : facts.template_logic;
    static const std::vector<Component> none;
    const auto& from = source ? source->components : none;
    Keys keys = wanted(request, from, decision);
    leave_sets(request, facts, from, keys, decision);
    if (decision.refused()) return;
    Syllabus syllabus = facts.existing ? *facts.existing : Syllabus{};
    if (!facts.existing) syllabus.id = context.ids.take<Syllabus>();
    syllabus.owner = facts.course->id.value;
    for (Component& component : taken(from, keys, request.folder, decision))
        syllabus.components.push_back(std::move(component));
    if (!are_well_formed(syllabus.components, decision) ||
        !are_scheduled_well(syllabus.components, *facts.course, decision)) {
        return;
    }
    decision.about = syllabus.id.value;
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    const bool has_rules = logic && !logic->rules.empty();
    const bool hidden = has_rules && complexity.notes_hidden(Facility::learning_logic, decision);  // IMC-CT-03
    auto rules = hidden ? std::vector<Rule>{} : taken(logic, keys, syllabus, *facts.course, decision);
    if (merge(std::move(rules), facts, syllabus, context, decision)) put_syllabus(std::move(syllabus), decision);
}

}  // namespace provost::catalogue

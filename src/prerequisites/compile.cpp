// Compiling prerequisites.
#include "prerequisites/compile.hpp"

#include <provost/people/learner_fact.hpp>

namespace provost::prerequisites {

namespace {

using catalogue::Facility;
using catalogue::Minimum;
using catalogue::NodeKind;
using Node = catalogue::PrerequisiteNode;

constexpr int deepest = 8;  // IMC-PRE-07

// What an item takes from the sets around it.
struct Around {
    std::string place;               // JSON Pointer of the item
    int depth = 0;                   // 0: a bundle
    std::optional<Minimum> minimum;  // nobody said it
    bool required = true;
};

class Compiler {
public:
    Compiler(const DefinePrerequisitesFacts& facts, const catalogue::Complexity& complexity, Decision& decision)
        : facts_(facts), complexity_(complexity), decision_(decision) {}

    [[nodiscard]] bool add(const Item& item, Around around);
    [[nodiscard]] catalogue::Prerequisites take() { return std::move(made_); }

private:
    [[nodiscard]] bool refuse(Code why, const Around& around, std::vector<Parameter> more = {}) {
        more.push_back({"item", around.place});
        decision_.refuse(why, std::move(more));
        return false;
    }
    [[nodiscard]] bool add_set(const Item& item, Node node, const Around& around);
    [[nodiscard]] bool add_leaf(const Item& item, Node node, const Around& around);
    [[nodiscard]] bool fits(const Item& item, const Around& around);
    void name(const Item& item, Node& node);
    template <class T>
    [[nodiscard]] const T& named(const Many<T>& records, const Ref<T>& ref, std::string T::*key) const {
        for (const T& record : records) {
            if (ref.id != 0 ? record.id.value == ref.id : record.*key == ref.name) return record;
        }
        return *records.begin();  // not reached: a name that finds nothing was refused before
    }

    const DefinePrerequisitesFacts& facts_;
    const catalogue::Complexity& complexity_;
    Decision& decision_;
    catalogue::Prerequisites made_;
};

// IMC-PRE-01: what an item names, if it names exactly one thing.
std::optional<NodeKind> kind_of(const Item& item) {
    std::optional<NodeKind> kind;
    int given = 0;
    const auto look = [&](bool there, NodeKind what) {
        if (!there) return;
        ++given;
        kind = what;
    };
    look(!item.items.empty(), NodeKind::set);
    look(!item.subject.empty(), NodeKind::subject);
    look(item.course.given(), NodeKind::course);
    look(item.course_template.given(), NodeKind::course_template);
    look(item.course_group.given(), NodeKind::course_group);
    look(item.path.given(), NodeKind::path);
    look(item.group.given(), NodeKind::group);
    look(!item.skill.empty(), NodeKind::skill);
    look(!item.job_profile.empty(), NodeKind::job_profile);
    return given == 1 ? kind : std::nullopt;
}

// IMC-PRE-21: the function that allows a kind. A subject is what the tab itself is about.
Facility facility_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::course: return Facility::course_prerequisites;
        case NodeKind::course_template: return Facility::template_prerequisites;
        case NodeKind::course_group: return Facility::course_group_prerequisites;
        case NodeKind::path: return Facility::path_prerequisites;
        case NodeKind::group: return Facility::group_prerequisites;
        case NodeKind::skill:
        case NodeKind::job_profile: return Facility::skill_prerequisites;
        default: return Facility::prerequisites;
    }
}

// A member that says nothing where it stands.
std::string_view misplaced(const Item& item, NodeKind kind, int depth) {
    if (item.required && depth > 1) return "required";  // IMC-PRE-08: of a bundle's own items
    if (item.least && (kind != NodeKind::set || depth == 0)) return "least";
    if (item.level && kind != NodeKind::skill) return "level";
    if (item.whole && kind != NodeKind::course_group && kind != NodeKind::job_profile) return "whole";
    return {};
}

// IMC-PRE-10: the fourth entry of the list is the lowest of the three.
Minimum plain(Minimum minimum) { return minimum == Minimum::any ? Minimum::enrolled : minimum; }

bool Compiler::fits(const Item& item, const Around& around) {
    const auto kind = kind_of(item);
    if (!kind || (around.depth == 0 && *kind != NodeKind::set)) return refuse("prerequisite.unclear"_code, around);
    if (around.depth > deepest) return refuse("prerequisite.too-deep"_code, around);
    const auto member = misplaced(item, *kind, around.depth);
    if (!member.empty()) return refuse("prerequisite.misplaced"_code, around, {{"member", std::string(member)}});
    return complexity_.allows(facility_of(*kind), decision_);
}

bool Compiler::add(const Item& item, Around around) {
    if (!fits(item, around)) return false;
    Node node;
    node.kind = *kind_of(item);
    // IMC-PRE-09: the item's own, else that of the nearest set around it. IMC-PRE-04: so the flag.
    if (item.minimum) around.minimum = plain(*item.minimum);
    around.required = item.required.value_or(around.required);
    node.required = around.depth != 1 || around.required;
    return node.kind == NodeKind::set ? add_set(item, node, around) : add_leaf(item, node, around);
}

bool Compiler::add_set(const Item& item, Node node, const Around& around) {
    const auto count = static_cast<std::int64_t>(item.items.size());
    node.least = item.least.value_or(count);
    if (node.least < 1 || node.least > count) {
        return refuse("prerequisite.least"_code, around,
                      {{"count", std::to_string(count)}, {"least", std::to_string(node.least)}});
    }
    const auto at = made_.nodes.size();
    made_.nodes.push_back(node);
    for (std::size_t i = 0; i < item.items.size(); ++i) {
        Around inside = around;
        inside.place += "/items/" + std::to_string(i);
        ++inside.depth;
        if (!add(item.items[i], std::move(inside))) return false;
    }
    made_.nodes[at].size = static_cast<std::int64_t>(made_.nodes.size() - at);
    return true;
}

void Compiler::name(const Item& item, Node& node) {
    switch (node.kind) {
        case NodeKind::subject: node.key = node.subject = item.subject; return;
        case NodeKind::course: {
            const auto& course = named(facts_.courses, item.course, &catalogue::Course::external_id);
            node.target = course.id.value;
            node.key = course.external_id;
            return add_once(made_.courses, node.target);
        }
        case NodeKind::course_template: {
            const auto& course_template =
                named(facts_.course_templates, item.course_template, &catalogue::CourseTemplate::external_id);
            node.target = course_template.id.value;
            node.key = course_template.external_id;
            return add_once(made_.course_templates, node.target);
        }
        case NodeKind::course_group: {
            const auto& group = named(facts_.course_groups, item.course_group, &catalogue::CourseGroup::key);
            node.target = group.id.value;
            node.key = group.key;
            return add_once(made_.course_groups, node.target);
        }
        case NodeKind::path: {
            const auto& path = named(facts_.paths, item.path, &catalogue::LearningPath::key);
            node.target = path.id.value;
            node.key = path.key;
            return add_once(made_.paths, node.target);
        }
        case NodeKind::group: {
            const auto& group = named(facts_.groups, item.group, &people::Group::key);
            node.target = group.id.value;
            node.key = group.key;
            return add_once(made_.groups, node.target);
        }
        case NodeKind::skill: node.key = item.skill; return;
        case NodeKind::job_profile: node.key = item.job_profile; return;
        case NodeKind::set: return;
    }
}

bool Compiler::add_leaf(const Item& item, Node node, const Around& around) {
    name(item, node);
    node.level = item.level.value_or(0);
    node.whole = item.whole;
    const bool has_states =
        node.kind == NodeKind::course || node.kind == NodeKind::course_template || node.kind == NodeKind::course_group;
    // IMC-PRE-14: what is recommended is measured against completed.
    if (has_states && around.required) {
        node.minimum = around.minimum.value_or(Minimum::completed);
        node.minimum_by_setting = !around.minimum;
    }
    if (!node.subject.empty()) add_once(made_.subjects, node.subject);
    if (node.kind == NodeKind::skill || node.kind == NodeKind::job_profile || node.kind == NodeKind::course ||
        node.kind == NodeKind::course_template) {
        add_once(made_.facts, fact_of(node));
    }
    made_.nodes.push_back(std::move(node));
    return true;
}

}  // namespace

std::vector<NodeKind> hidden_kinds(const catalogue::Course& course, const catalogue::TemplateVersion& pinned) {
    const catalogue::Complexity complexity(pinned, {}, {}, &course);
    std::vector<NodeKind> hidden;
    for (const ChoiceRow& row : Choices<NodeKind>::rows) {
        const auto kind = static_cast<NodeKind>(row.value);
        if (kind != NodeKind::set && complexity.who_hides(facility_of(kind))) hidden.push_back(kind);
    }
    return hidden;
}

std::string fact_of(const catalogue::PrerequisiteNode& node) {
    using people::FactKind;
    const FactKind kind = node.kind == NodeKind::skill         ? FactKind::skill
                          : node.kind == NodeKind::job_profile ? FactKind::job_profile
                          : node.kind == NodeKind::course      ? FactKind::course
                                                               : FactKind::course_template;
    return people::fact_about(kind, node.key);
}

std::optional<catalogue::Prerequisites> compile(const std::vector<Item>& bundles, const DefinePrerequisitesFacts& facts,
                                                const catalogue::Complexity& complexity,
                                                std::optional<catalogue::Minimum> minimum, Decision& decision) {
    Compiler compiler(facts, complexity, decision);
    if (minimum) minimum = plain(*minimum);
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        if (!compiler.add(bundles[i], {"/bundles/" + std::to_string(i), 0, minimum, true})) return std::nullopt;
    }
    return compiler.take();
}

}  // namespace provost::prerequisites

// Prerequisites with what they leave open written in.
#include "prerequisites/lint_meaning.hpp"

namespace provost::prerequisites {

using catalogue::Minimum;
using catalogue::NodeKind;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;

Meaning::Meaning(const Catalogue& catalogue) : catalogue_(catalogue) {
    for (const auto& made : catalogue.course_templates) {
        if (!made.subject.empty()) subjects_.emplace(made.id, made.subject);
    }
    for (auto& made : catalogue_.course_templates) made.rule = meant(made.rule, made.usual);
    for (auto& course : catalogue_.courses) course.rule = meant(course.rule, course.usual);
}

const Prerequisites* Meaning::meant(const Prerequisites* rule, Minimum usual) {
    if (rule == nullptr) return rule;
    const bool open = std::ranges::any_of(rule->nodes, &Node::minimum_by_setting);
    const bool named =
        std::ranges::any_of(rule->nodes, [](const Node& node) { return node.kind == NodeKind::course_template; });
    if (!open && !named) return rule;
    const auto [written, is_new] = written_.try_emplace({rule, open ? usual : Minimum::completed}, *rule);
    if (!is_new) return &written->second;
    for (Node& node : written->second.nodes) {
        node.minimum = minimum_of(node, usual);  // IMC-PRE-09
        const auto subject = subjects_.find(node.target);
        if (node.kind != NodeKind::course_template) continue;
        node.subject = subject == subjects_.end() ? std::string() : subject->second;  // IMC-PRE-26
    }
    return &written->second;
}

}  // namespace provost::prerequisites

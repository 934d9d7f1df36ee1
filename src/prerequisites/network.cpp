// How leaves name places, and which of them stand in the way.
#include "prerequisites/network.hpp"

namespace provost::prerequisites {

namespace {

using catalogue::Minimum;
using catalogue::NodeKind;
using Node = catalogue::PrerequisiteNode;

// Walks a tree of prerequisites; what is only recommended is left out.
class Walk {
public:
    Walk(std::span<const Node> nodes, const std::function<bool(const Node&)>& had) : nodes_(nodes), had_(had) {}

    [[nodiscard]] bool is_met(std::size_t at) const {
        const Node& node = nodes_[at];
        if (node.kind != NodeKind::set) return had_(node);
        std::int64_t met = 0, parts = 0;
        for (std::size_t part = at + 1; part < behind(at); part = behind(part)) {
            if (!nodes_[part].required) continue;
            ++parts;
            met += is_met(part) ? 1 : 0;
        }
        return met >= std::min(node.least, parts);
    }
    void add_lacking(std::size_t at, std::vector<const Node*>& leaves) const {
        if (is_met(at)) return;
        if (nodes_[at].kind != NodeKind::set) return leaves.push_back(&nodes_[at]);
        for (std::size_t part = at + 1; part < behind(at); part = behind(part)) {
            if (nodes_[part].required) add_lacking(part, leaves);
        }
    }
    [[nodiscard]] std::size_t behind(std::size_t at) const { return at + static_cast<std::size_t>(nodes_[at].size); }

private:
    std::span<const Node> nodes_;
    const std::function<bool(const Node&)>& had_;
};

}  // namespace

Step step_of(const Node& leaf) {
    switch (leaf.kind) {
        case NodeKind::course:
        case NodeKind::course_template: return {leaf.target, leaf.minimum};
        case NodeKind::course_group: return {leaf.whole ? -leaf.target : leaf.target, leaf.minimum};
        case NodeKind::path: return {leaf.target, Minimum::completed};  // IMC-PRE-17
        default: return {};
    }
}

bool has_rule(const Network::Place& place) {
    return place.kind == NodeKind::course || place.kind == NodeKind::course_template;
}

bool is_over(catalogue::CourseLife life, catalogue::PlanningStatus status) {
    return life != catalogue::CourseLife::active || status == catalogue::PlanningStatus::cancelled ||
           status == catalogue::PlanningStatus::closed;
}

Instant not_before(const Network::Place& course, Minimum minimum) {
    switch (minimum) {
        case Minimum::completed: return course.ends_at.value_or(always);
        case Minimum::in_progress: return course.starts_at.value_or(always);
        default: return always;  // a place may be taken long before the start
    }
}

std::vector<const Node*> lacking(const catalogue::Prerequisites& rule, const std::function<bool(const Node&)>& had) {
    const Walk walk(rule.nodes, had);
    std::vector<const Node*> leaves;
    for (std::size_t bundle = 0; bundle < rule.nodes.size(); bundle = walk.behind(bundle)) {
        if (walk.is_met(bundle)) return {};
        walk.add_lacking(bundle, leaves);
    }
    return leaves;
}

}  // namespace provost::prerequisites

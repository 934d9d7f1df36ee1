// Prerequisites as a condition over their leaves.
#include "prerequisites/judge.hpp"

#include "base/code_table.hpp"
#include "prerequisites/reached.hpp"

namespace provost::prerequisites {

namespace {

using catalogue::NodeKind;
using Node = catalogue::PrerequisiteNode;
using Nodes = std::span<const Node>;
using Kinds = std::span<const NodeKind>;

std::size_t size_of(const Node& node) { return static_cast<std::size_t>(node.size); }

// IMC-PRE-11, IMC-PRE-17: how far somebody is counts in courses alone; enrolled and any are one thing.
Reached asked_of(const Node& node, catalogue::Minimum usual) {
    const bool is_of_courses =
        node.kind == NodeKind::course || node.kind == NodeKind::course_template || node.kind == NodeKind::course_group;
    return is_of_courses ? least_of(minimum_of(node, usual)) : Reached::completed;
}

bool asks_the_same(const Node& a, const Node& b, catalogue::Minimum usual) {
    return a.kind == b.kind && a.target == b.target && a.key == b.key && asked_of(a, usual) == asked_of(b, usual) &&
           a.level == b.level && a.whole == b.whole;
}

// Whether anything of an item is left where items of these kinds count for nothing. IMC-CT-03
bool counts(Nodes nodes, std::size_t at, Kinds hidden) {
    if (nodes[at].kind != NodeKind::set) return std::ranges::find(hidden, nodes[at].kind) == hidden.end();
    for (auto part = at + 1; part < at + size_of(nodes[at]); part += size_of(nodes[part])) {
        if (counts(nodes, part, hidden)) return true;
    }
    return false;
}

// Takes a tree into the condition, node by node. IMC-PRE-07: so many of a set; IMC-PRE-08: a set is an item like
// others.
class ConditionBuilder {
public:
    ConditionBuilder(Nodes nodes, catalogue::Minimum usual, std::vector<const Node*>& leaves, Kinds hidden)
        : nodes_(nodes), usual_(usual), leaves_(leaves), hidden_(hidden) {}

    void add(std::size_t at) {
        const Node& node = nodes_[at];
        if (node.kind != NodeKind::set) {
            condition.nodes.push_back(Condition::Node::of(Condition::Op::leaf, leaf(node)));
            return;
        }
        const auto place = condition.nodes.size();
        condition.nodes.push_back(Condition::Node::of(Condition::Op::at_least, static_cast<std::size_t>(node.least)));
        std::size_t parts = 0;
        for (auto part = at + 1; part < at + size_of(node); part += size_of(nodes_[part])) {
            if (!nodes_[part].required || !counts(nodes_, part, hidden_)) continue;  // IMC-PRE-05: recommended
            add(part);
            ++parts;
        }
        close(place, parts);
    }
    void add_bundles() {
        condition.nodes.push_back(Condition::Node::of(Condition::Op::any, 0));
        std::size_t parts = 0;
        for (std::size_t at = 0; at < nodes_.size(); at += size_of(nodes_[at])) {
            if (!counts(nodes_, at, hidden_)) continue;
            add(at);
            ++parts;
        }
        if (parts == 0) condition.nodes.front().op = Condition::Op::all;
        close(0, 0);
    }

    Condition condition{};

private:
    // A set that wants all its parts says so: whoever reads the reasons need not count. IMC-PRE-03
    void close(std::size_t place, std::size_t parts) {
        auto& node = condition.nodes[place];
        node.set_size(condition.nodes.size() - place);
        if (node.op == Condition::Op::at_least && node.value >= parts) node.op = Condition::Op::all;
    }
    [[nodiscard]] std::size_t leaf(const Node& node) {
        const auto same =
            std::ranges::find_if(leaves_, [&](const Node* known) { return asks_the_same(*known, node, usual_); });
        if (same == leaves_.end()) return (leaves_.push_back(&node), leaves_.size() - 1);
        return static_cast<std::size_t>(same - leaves_.begin());
    }

    Nodes nodes_;
    catalogue::Minimum usual_;
    std::vector<const Node*>& leaves_;
    Kinds hidden_;
};

// What a bundle recommends and the learner lacks, with its reasons.
std::vector<Reason> recommended_in(Nodes nodes, std::size_t bundle, const Case& asked) {
    std::vector<Reason> lacking;
    for (auto at = bundle + 1; at < bundle + size_of(nodes[bundle]); at += size_of(nodes[at])) {
        if (nodes[at].required || !counts(nodes, at, asked.hidden)) continue;
        std::vector<const Node*> leaves;
        ConditionBuilder part(nodes, asked.usual, leaves, asked.hidden);
        part.add(at);
        std::vector<Mark> marks;
        for (const Node* leaf : leaves) marks.push_back(mark_of(*leaf, asked));
        if (evaluate(part.condition, marks) == Mark::met) continue;
        const auto reason = [&](std::size_t i) { return reason_of(*leaves[i], marks[i], asked); };
        lacking.push_back({"prerequisite.recommended"_code,
                           evaluate(part.condition, marks),
                           {},
                           {},
                           {explain(part.condition, marks, reason)}});
    }
    return lacking;
}

// IMC-PRE-06: of the bundles that admit, the one that leaves fewest wishes; of equal ones the first.
std::vector<Reason> recommended_by_best(const Case& asked, const Condition& condition, std::span<const Mark> marks) {
    const Nodes nodes = asked.rule.nodes;
    std::optional<std::vector<Reason>> best;
    std::size_t at = 1;  // of the bundle in the condition
    for (std::size_t bundle = 0; bundle < nodes.size(); bundle += size_of(nodes[bundle])) {
        if (!counts(nodes, bundle, asked.hidden)) continue;
        if (admits(evaluate(condition.nodes, at, marks))) {
            auto lacking = recommended_in(nodes, bundle, asked);
            if (!best || lacking.size() < best->size()) best = std::move(lacking);
        }
        at += condition.nodes[at].size;
    }
    return best ? std::move(*best) : std::vector<Reason>{};
}

// One bundle needs no word about bundles.
Reason told(Reason any) {
    any.code = "prerequisite.any"_code;
    if (any.parts.size() == 1) {
        Reason only = std::move(any.parts.front());
        any = std::move(only);
        any.code = "prerequisite.all"_code;
    } else if (any.parts.empty()) {
        any.code = "prerequisite.all"_code;
    }
    return any;
}

}  // namespace

Condition condition_of(Nodes nodes, catalogue::Minimum usual, std::vector<const Node*>& leaves, Kinds hidden) {
    ConditionBuilder builder(nodes, usual, leaves, hidden);
    builder.add_bundles();
    return std::move(builder.condition);
}

std::vector<Reason> open_leaves(const Case& asked) {
    std::vector<const Node*> leaves;
    std::ignore = condition_of(asked.rule.nodes, asked.usual, leaves, asked.hidden);
    std::vector<Reason> open;
    for (const Node* leaf : leaves) {
        const Mark mark = mark_of(*leaf, asked);
        if (mark != Mark::met) open.push_back(reason_of(*leaf, mark, asked));
    }
    return open;
}

Judgement judge(const Case& asked, bool explains) {
    Judgement judgement;
    if (asked.rule.nodes.empty()) return judgement;
    std::vector<const Node*> leaves;
    const Condition condition = condition_of(asked.rule.nodes, asked.usual, leaves, asked.hidden);
    std::vector<Mark> marks;
    marks.reserve(leaves.size());
    for (const Node* leaf : leaves) marks.push_back(mark_of(*leaf, asked));
    judgement.mark = evaluate(condition, marks);
    if (admits(judgement.mark)) judgement.recommended = recommended_by_best(asked, condition, marks);
    if (!explains) return judgement;
    judgement.reason =
        told(explain(condition, marks, [&](std::size_t i) { return reason_of(*leaves[i], marks[i], asked); }));
    if (admits(judgement.mark)) return judgement;
    const auto nearest = nearest_change(condition, marks);
    judgement.minimum = nearest.minimum;
    for (const auto open : nearest.leaves) {
        Reason wanted = reason_of(*leaves[open], marks[open], asked);
        wanted.evidence.clear();
        judgement.nearest.push_back(std::move(wanted));
    }
    return judgement;
}

}  // namespace provost::prerequisites

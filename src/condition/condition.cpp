// Evaluating, explaining and turning conditions.
#include "condition/asking.hpp"

#include "base/code_table.hpp"

#include <optional>

namespace provost {

namespace {

using Nodes = std::span<const Condition::Node>;

template <class Visit>
void each_part(Nodes nodes, std::size_t at, Visit visit) {
    const std::size_t end = at + nodes[at].size;
    for (std::size_t part = at + 1; part < end; part += nodes[part].size) visit(part);
}

Code code_of(Condition::Op op) {
    switch (op) {
        case Condition::Op::any: return "condition.any"_code;
        case Condition::Op::at_least: return "condition.at-least"_code;
        case Condition::Op::none: return "condition.not"_code;
        default: return "condition.all"_code;
    }
}

std::vector<std::size_t> open_leaves(const Condition& condition, std::span<const Mark> leaves) {
    std::vector<std::size_t> open;
    for (const auto& node : condition.nodes) {
        if (node.op == Condition::Op::leaf && !admits(leaves[node.value])) open.push_back(node.value);
    }
    std::ranges::sort(open);
    open.erase(std::unique(open.begin(), open.end()), open.end());
    return open;
}

bool admits_with(const Condition& condition, std::vector<Mark> leaves, std::span<const std::size_t> met) {
    for (const auto leaf : met) leaves[leaf] = Mark::met;
    return admits(evaluate(condition, leaves));
}

// The first set of `size` of the open leaves, in their order, that admits.
bool search(const Condition& condition, const std::vector<Mark>& leaves, std::span<const std::size_t> open,
            std::size_t size, std::vector<std::size_t>& chosen) {
    if (size == 0) return admits_with(condition, leaves, chosen);
    for (std::size_t i = 0; i + size <= open.size(); ++i) {
        chosen.push_back(open[i]);
        if (search(condition, leaves, open.subspan(i + 1), size - 1, chosen)) return true;
        chosen.pop_back();
    }
    return false;
}

// Leaves out one leaf after the other as long as the rest still admits.
std::vector<std::size_t> thin_out(const Condition& condition, const std::vector<Mark>& leaves,
                                  std::vector<std::size_t> chosen) {
    for (std::size_t i = chosen.size(); i-- > 0;) {
        auto without = chosen;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        if (admits_with(condition, leaves, without)) chosen = std::move(without);
    }
    return chosen;
}

using Leaves = std::vector<std::size_t>;

// Whether nothing is denied and no leaf stands at two places: then more leaves never harm, and what one part needs does
// not change what another one needs.
bool stands_apart(const Condition& condition) {
    Leaves leaves;
    for (const auto& node : condition.nodes) {
        if (node.op == Condition::Op::none) return false;
        if (node.op == Condition::Op::leaf) leaves.push_back(node.value);
    }
    std::ranges::sort(leaves);
    return std::ranges::adjacent_find(leaves) == leaves.end();
}

// Fewest leaves first; among equally many the ones that come first.
bool is_nearer(const Leaves& a, const Leaves& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

// The smallest set for a condition whose parts stand apart, from the smallest sets of its parts; none when no set of
// met leaves admits.
std::optional<Leaves> composed(Nodes nodes, std::size_t at, std::span<const Mark> leaves) {
    using Op = Condition::Op;
    if (admits(evaluate(nodes, at, leaves))) return Leaves{};
    if (nodes[at].op == Op::leaf) return Leaves{nodes[at].value};
    std::vector<Leaves> sets;
    std::size_t parts = 0;
    each_part(nodes, at, [&](std::size_t part) {
        ++parts;
        if (auto set = composed(nodes, part, leaves)) sets.push_back(std::move(*set));
    });
    const std::size_t wanted = nodes[at].op == Op::all ? parts : nodes[at].op == Op::any ? 1 : nodes[at].value;
    if (sets.size() < wanted) return std::nullopt;
    std::ranges::sort(sets, is_nearer);
    Leaves together;
    for (std::size_t i = 0; i < wanted; ++i) together.insert(together.end(), sets[i].begin(), sets[i].end());
    std::ranges::sort(together);
    return together;
}

Reason explain_at(Nodes nodes, std::size_t at, std::span<const Mark> leaves,
                  const std::function<Reason(std::size_t)>& leaf) {
    if (nodes[at].op == Condition::Op::leaf) return leaf(nodes[at].value);
    Reason reason{code_of(nodes[at].op), evaluate(nodes, at, leaves), {}, {}, {}};
    if (nodes[at].op == Condition::Op::at_least) {
        reason.parameters.push_back({"least", std::to_string(nodes[at].value)});
    }
    each_part(nodes, at, [&](std::size_t part) { reason.parts.push_back(explain_at(nodes, part, leaves, leaf)); });
    return reason;
}

}  // namespace

Condition Condition::of(std::size_t leaf) {
    Condition condition;
    condition.nodes.push_back(Node::of(Op::leaf, leaf));
    return condition;
}

Condition Condition::make(Op op, std::size_t least, const std::vector<Condition>& parts) {
    Condition condition;
    condition.nodes.push_back(Node::of(op, least));
    for (const Condition& part : parts) {
        condition.nodes.insert(condition.nodes.end(), part.nodes.begin(), part.nodes.end());
    }
    condition.nodes.front().set_size(condition.nodes.size());
    return condition;
}

Mark evaluate(std::span<const Condition::Node> nodes, std::size_t at, std::span<const Mark> leaves) {
    return evaluate_asking(&nodes[at], [&](std::uint32_t leaf) { return leaves[leaf]; });
}

Reason explain(const Condition& condition, std::span<const Mark> leaves,
               const std::function<Reason(std::size_t)>& leaf) {
    return explain_at(condition.nodes, 0, leaves, leaf);
}

NearestChange nearest_change(const Condition& condition, std::span<const Mark> leaves) {
    if (stands_apart(condition)) {
        auto set = composed(condition.nodes, 0, leaves);
        return {set ? std::move(*set) : Leaves{}, set.has_value(), true};
    }
    const std::vector<Mark> marks(leaves.begin(), leaves.end());
    const auto open = open_leaves(condition, leaves);
    if (open.size() > exact_leaves) {
        if (!admits_with(condition, marks, open)) return {{}, false, true};
        return {thin_out(condition, marks, open), true, false};
    }
    for (std::size_t size = 0; size <= open.size(); ++size) {
        std::vector<std::size_t> chosen;
        if (search(condition, marks, open, size, chosen)) return {chosen, true, true};
    }
    return {{}, false, true};
}

}  // namespace provost

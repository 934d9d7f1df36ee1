// Evaluating, explaining and turning conditions.
#include "condition/condition.hpp"

#include "base/code_table.hpp"

#include <algorithm>
#include <optional>

namespace provost {

namespace {

std::vector<Mark> marks_of(const Condition& condition, std::span<const Mark> leaves) {
    std::vector<Mark> marks;
    marks.reserve(condition.parts.size());
    for (const Condition& part : condition.parts) marks.push_back(evaluate(part, leaves));
    return marks;
}

// The mark that the best `least` parts have in common: the worst of them.
Mark best(std::vector<Mark> marks, std::size_t least) {
    if (least == 0) return Mark::met;
    if (least > marks.size()) return Mark::not_met;
    std::ranges::sort(marks, std::ranges::greater());
    return marks[least - 1];
}

Code code_of(Condition::Op op) {
    switch (op) {
        case Condition::Op::any: return "condition.any"_code;
        case Condition::Op::at_least: return "condition.at-least"_code;
        case Condition::Op::none: return "condition.not"_code;
        default: return "condition.all"_code;
    }
}

void gather_leaves(const Condition& condition, std::span<const Mark> leaves, std::vector<std::size_t>& open) {
    if (condition.op == Condition::Op::leaf) {
        if (!admits(leaves[condition.leaf])) open.push_back(condition.leaf);
        return;
    }
    for (const Condition& part : condition.parts) gather_leaves(part, leaves, open);
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

// The leaves of a condition; false when it denies something.
bool all_leaves(const Condition& condition, Leaves& leaves) {
    if (condition.op == Condition::Op::leaf) leaves.push_back(condition.leaf);
    return condition.op != Condition::Op::none &&
           std::ranges::all_of(condition.parts, [&](const Condition& part) { return all_leaves(part, leaves); });
}

// Whether nothing is denied and no leaf stands at two places: then more leaves never harm, and what one part needs does
// not change what another one needs.
bool stands_apart(const Condition& condition) {
    Leaves leaves;
    if (!all_leaves(condition, leaves)) return false;
    std::ranges::sort(leaves);
    return std::ranges::adjacent_find(leaves) == leaves.end();
}

// Fewest leaves first; among equally many the ones that come first.
bool is_nearer(const Leaves& a, const Leaves& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

// The smallest set for a condition whose parts stand apart, from the smallest sets of its parts; none when no set of
// met leaves admits.
std::optional<Leaves> composed(const Condition& condition, std::span<const Mark> leaves) {
    using Op = Condition::Op;
    if (admits(evaluate(condition, leaves))) return Leaves{};
    if (condition.op == Op::leaf) return Leaves{condition.leaf};
    std::vector<Leaves> sets;
    for (const Condition& part : condition.parts) {
        if (auto set = composed(part, leaves)) sets.push_back(std::move(*set));
    }
    const std::size_t wanted = condition.op == Op::all   ? condition.parts.size()
                               : condition.op == Op::any ? 1
                                                         : condition.least;
    if (sets.size() < wanted) return std::nullopt;
    std::ranges::sort(sets, is_nearer);
    Leaves together;
    for (std::size_t i = 0; i < wanted; ++i) together.insert(together.end(), sets[i].begin(), sets[i].end());
    std::ranges::sort(together);
    return together;
}

}  // namespace

Mark evaluate(const Condition& condition, std::span<const Mark> leaves) {
    switch (condition.op) {
        case Condition::Op::leaf: return leaves[condition.leaf];
        case Condition::Op::all: return best(marks_of(condition, leaves), condition.parts.size());
        case Condition::Op::any: return best(marks_of(condition, leaves), 1);
        case Condition::Op::at_least: return best(marks_of(condition, leaves), condition.least);
        case Condition::Op::none: break;
    }
    const auto marks = marks_of(condition, leaves);
    if (std::ranges::any_of(marks, admits)) return Mark::not_met;
    return std::ranges::count(marks, Mark::unknown) > 0 ? Mark::unknown : Mark::met;
}

Reason explain(const Condition& condition, std::span<const Mark> leaves,
               const std::function<Reason(std::size_t)>& leaf) {
    if (condition.op == Condition::Op::leaf) return leaf(condition.leaf);
    Reason reason{code_of(condition.op), evaluate(condition, leaves), {}, {}, {}};
    if (condition.op == Condition::Op::at_least) {
        reason.parameters.push_back({"least", std::to_string(condition.least)});
    }
    for (const Condition& part : condition.parts) reason.parts.push_back(explain(part, leaves, leaf));
    return reason;
}

NearestChange nearest_change(const Condition& condition, std::span<const Mark> leaves) {
    if (stands_apart(condition)) {
        auto set = composed(condition, leaves);
        return {set ? std::move(*set) : Leaves{}, set.has_value(), true};
    }
    const std::vector<Mark> marks(leaves.begin(), leaves.end());
    std::vector<std::size_t> open;
    gather_leaves(condition, leaves, open);
    std::ranges::sort(open);
    open.erase(std::unique(open.begin(), open.end()), open.end());
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

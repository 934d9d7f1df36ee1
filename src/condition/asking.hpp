// Evaluating a condition while its leaves are asked: the loop inside `evaluate` and inside the judging of columns
// (prerequisites/bulk.cpp). A leaf is asked only while it can still change the mark.
#pragma once

#include "condition/condition.hpp"

#include <algorithm>

namespace provost {

/// How many parts of a node have at least each mark. Without branches, as marks can not be foreseen.
class Tally {
public:
    void add(Mark mark) {
        unknown_ += mark >= Mark::unknown ? 1 : 0;
        partly_met_ += mark >= Mark::partly_met ? 1 : 0;
        met_ += mark >= Mark::met ? 1 : 0;
    }
    [[nodiscard]] std::size_t met() const { return met_; }
    /// The mark that the best `count` parts have in common: the worst of them. [IMC-PRE-22]
    [[nodiscard]] Mark best(std::size_t count) const {
        if (met_ >= count) return Mark::met;
        if (partly_met_ >= count) return Mark::partly_met;
        return unknown_ >= count ? Mark::unknown : Mark::not_met;
    }
    [[nodiscard]] Mark none() const {
        if (partly_met_ > 0) return Mark::not_met;
        return unknown_ > 0 ? Mark::unknown : Mark::met;
    }

private:
    std::size_t unknown_ = 0, partly_met_ = 0, met_ = 0;
};

/// What a node makes of the marks of its parts; `mark_of` may be left unasked once nothing can change.
template <class MarkOf>
[[nodiscard]] Mark together(const Condition::Node& node, const MarkOf& mark_of) {
    const Condition::Node* const end = &node + node.size;
    const Condition::Node* part = &node + 1;
    if (node.op == Condition::Op::all) {
        Mark worst = Mark::met;
        for (; part < end && worst != Mark::not_met; part += part->size) worst = std::min(worst, mark_of(*part));
        return worst;
    }
    if (node.op == Condition::Op::any) {
        Mark best = Mark::not_met;
        for (; part < end && best != Mark::met; part += part->size) best = std::max(best, mark_of(*part));
        return best;
    }
    Tally tally;
    if (node.op == Condition::Op::none) {
        for (; part < end; part += part->size) tally.add(mark_of(*part));
        return tally.none();
    }
    for (; part < end && tally.met() < node.value; part += part->size) tally.add(mark_of(*part));
    return tally.best(node.value);
}

/// The mark of the tree that begins at `node`; `ask(value)` answers the mark of a leaf.
template <class Ask>
[[nodiscard]] Mark evaluate_asking(const Condition::Node* node, const Ask& ask) {
    if (node->op == Condition::Op::leaf) return ask(node->value);
    return together(*node, [&](const Condition::Node& part) {
        return part.op == Condition::Op::leaf ? ask(part.value) : evaluate_asking(&part, ask);
    });
}

/// The marks of all nodes, in their order: every leaf is asked.
template <class Ask>
void evaluate_all(std::span<const Condition::Node> nodes, const Ask& ask, std::span<Mark> marks) {
    for (std::size_t at = nodes.size(); at-- > 0;) {  // parts stand behind their node
        const Condition::Node& node = nodes[at];
        marks[at] = node.op == Condition::Op::leaf ? ask(node.value) : together(node, [&](const Condition::Node& part) {
            return marks[static_cast<std::size_t>(&part - nodes.data())];
        });
    }
}

}  // namespace provost

// The only evaluator of "does this hold": all, any, at least m of n, not, over four-valued leaves. Who asks supplies
// the leaves' marks; the same tree gives the verdict, the explanation and the nearest change.
#pragma once

#include <provost/condition/reason.hpp>

#include <functional>
#include <span>
#include <vector>

namespace provost {

/// A tree as one list of nodes, each before its parts: evaluating it follows no pointer and allocates nothing.
struct Condition {
    enum class Op : std::uint8_t { leaf, all, any, at_least, none };
    /// Eight bytes, so that a rule of some twenty nodes lies in two or three cache lines.
    struct Node {
        std::uint32_t value = 0;  // of a leaf its position in the marks, of at_least how many parts
        Op op : 8 = Op::leaf;
        std::uint32_t size : 24 = 1;  // nodes of the tree that begins here

        /// A node that is made before its parts are counted.
        [[nodiscard]] static Node of(Op op, std::size_t value) {
            Node node;
            node.value = static_cast<std::uint32_t>(value);
            node.op = op;
            return node;
        }
        void set_size(std::size_t nodes) { size = nodes & largest; }
    };
    static constexpr std::uint32_t largest = 0xFFFFFF;  // nodes of a tree: more than a document of 16 MiB can say
    std::vector<Node> nodes{};

    [[nodiscard]] static Condition of(std::size_t leaf);
    [[nodiscard]] static Condition all(const std::vector<Condition>& parts) { return make(Op::all, 0, parts); }
    [[nodiscard]] static Condition any(const std::vector<Condition>& parts) { return make(Op::any, 0, parts); }
    [[nodiscard]] static Condition at_least(std::size_t least, const std::vector<Condition>& parts) {
        return make(Op::at_least, least, parts);
    }
    [[nodiscard]] static Condition none(const std::vector<Condition>& parts) { return make(Op::none, 0, parts); }

private:
    [[nodiscard]] static Condition make(Op op, std::size_t least, const std::vector<Condition>& parts);
};

/// Whether a mark lets something happen: partly met does, unknown does not. [IMC-PRE-22]
[[nodiscard]] constexpr bool admits(Mark mark) { return mark >= Mark::partly_met; }

/// How far the condition holds; in a tree of `nodes` that which begins at `at`.
[[nodiscard]] Mark evaluate(std::span<const Condition::Node> nodes, std::size_t at, std::span<const Mark> leaves);
[[nodiscard]] inline Mark evaluate(const Condition& condition, std::span<const Mark> leaves) {
    return evaluate(condition.nodes, 0, leaves);
}

/// The tree of reasons; `leaf` makes the reason of a leaf.
[[nodiscard]] Reason explain(const Condition& condition, std::span<const Mark> leaves,
                             const std::function<Reason(std::size_t)>& leaf);

/// The smallest set of leaves that would make the condition admit if they were met. `minimum` is true when no smaller
/// set exists. Only when something is denied or leaves stand at several places, and more than `exact_leaves` of them
/// are open, the set is minimal merely in that no leaf of it can be left out.
struct NearestChange {
    std::vector<std::size_t> leaves;
    bool possible = true;  // false: no set of met leaves admits (a `none` that is broken)
    bool minimum = true;
};
inline constexpr std::size_t exact_leaves = 20;
[[nodiscard]] NearestChange nearest_change(const Condition& condition, std::span<const Mark> leaves);

}  // namespace provost

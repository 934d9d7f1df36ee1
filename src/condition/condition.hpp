// The only evaluator of "does this hold": all, any, at least m of n, not, over four-valued leaves. Who asks supplies
// the leaves' marks; the same tree gives the verdict, the explanation and the nearest change.
#pragma once

#include <provost/condition/reason.hpp>

#include <functional>
#include <span>
#include <vector>

namespace provost {

struct Condition {
    enum class Op : std::uint8_t { leaf, all, any, at_least, none };
    Op op = Op::leaf;
    std::size_t leaf = 0;   // position in the marks
    std::size_t least = 0;  // at_least
    std::vector<Condition> parts{};

    [[nodiscard]] static Condition of(std::size_t leaf) { return {Op::leaf, leaf, 0, {}}; }
    [[nodiscard]] static Condition all(std::vector<Condition> parts) { return {Op::all, 0, 0, std::move(parts)}; }
    [[nodiscard]] static Condition any(std::vector<Condition> parts) { return {Op::any, 0, 0, std::move(parts)}; }
    [[nodiscard]] static Condition at_least(std::size_t least, std::vector<Condition> parts) {
        return {Op::at_least, 0, least, std::move(parts)};
    }
    [[nodiscard]] static Condition none(std::vector<Condition> parts) { return {Op::none, 0, 0, std::move(parts)}; }
};

/// Whether a mark lets something happen: partly met does, unknown does not. [IMC-PRE-22]
[[nodiscard]] constexpr bool admits(Mark mark) { return mark >= Mark::partly_met; }

/// How far the condition holds.
[[nodiscard]] Mark evaluate(const Condition& condition, std::span<const Mark> leaves);

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

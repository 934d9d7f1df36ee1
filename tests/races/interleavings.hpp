// Every order in which a few engines can call the store that they share. An engine looks at nothing but its store, so
// an order of calls (load, and once it has decided, commit; after a stale one the same again) is all that can differ
// between two runs of the same contenders. The contenders are threads of which only one ever runs: each stops before
// every call of its store until it is its turn, and a walk through the tree of all choices runs the whole race once for
// each of its leaves.
#pragma once

#include "races/checks.hpp"

#include <set>

namespace provost::races {

/// What is raced for: how it begins, who asks for what, and what must hold then.
class Scene {
public:
    virtual ~Scene() = default;
    [[nodiscard]] virtual std::size_t contenders() const = 0;
    /// Everything that is there before. Throws when that fails.
    virtual void begin(Engine& engine) const = 0;
    [[nodiscard]] virtual Reply ask(Engine& engine, std::size_t contender) const = 0;
    /// What is wrong after a commit; and in the end besides. Without a journal its order is not looked at.
    [[nodiscard]] virtual Problems problems(Store& store) const = 0;
    [[nodiscard]] virtual Problems problems_in_the_end(Store& store, std::span<const Reply> replies,
                                                       bool has_journal) const = 0;
    /// Who has what.
    [[nodiscard]] virtual std::string ending(Store& store) const = 0;
};

/// What the store checks of a commit.
enum class Guard : std::uint8_t {
    all,
    without_journal,  ///< no journal is kept, so its head, which every commit moves, does not tell that something moved
    writes_only,      ///< without a journal; versions of what is written, not of what else was read
    nothing,          ///< without a journal; whatever is there is overwritten
};

/// Which orders are tried.
enum class Orders : std::uint8_t {
    every,
    that_differ,  ///< two calls that only read, one after the other, come in one order, since the other is the same
                  ///< run; and a commit that is too late comes at once
};

struct Explored {
    std::int64_t runs = 0;   ///< interleavings that were tried to the end
    std::int64_t wrong = 0;  ///< interleavings in which something was not as it should be
    std::int64_t stale = 0;  ///< commits that came too late, in all of them
    std::size_t most_calls = 0;
    std::set<std::string> endings{};  ///< as of states_of
    Problems first{};                 ///< what was wrong in the first of these
    std::string order{};              ///< who called, call by call, in that one
};

/// Runs the race in all these orders.
[[nodiscard]] Explored explore(const Scene& scene, Guard guard, Orders orders);
/// The same for seats.
[[nodiscard]] Explored explore(const Race& race, Guard guard, Orders orders);

}  // namespace provost::races

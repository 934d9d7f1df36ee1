// Records that stand above each other, each with its `parent`.
#pragma once

#include "plan/decision.hpp"

#include <algorithm>

namespace provost {

/// Whether a record would stand above itself with this one above it; nothing when that is not known yet: to be asked
/// again. A new record has no id, and stands above nothing.
template <class T>
[[nodiscard]] std::optional<bool> makes_circle(One<T> parent, Id<T> record, const Context& context) {
    std::vector<Id<T>> seen;  // a store may hold a circle from elsewhere
    while (record && parent && std::ranges::find(seen, parent->id) == seen.end()) {
        if (parent->id == record) return true;
        if (!parent->parent) return false;
        seen.push_back(parent->id);
        const auto above = context.one<T>(parent->parent.value);
        if (!above) return std::nullopt;
        parent = *above;
    }
    return false;
}

}  // namespace provost

// Which bundles make others useless: a bundle is useless when each way to meet it meets another one as well.
//
// More of what somebody has never makes a bundle fail, so it is enough to try what a bundle itself asks for: what else
// somebody may have only helps the other. Items that a bundle can not do without are always there.
#include "prerequisites/lint.hpp"

namespace provost::prerequisites {

namespace {

using catalogue::Minimum;
using catalogue::NodeKind;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;
using Bundle = std::span<const Node>;

// IMC-PRE-11: whoever has completed was in progress, whoever is in progress is enrolled.
bool is_as_far(Minimum one, Minimum other) {
    const auto plain = [](Minimum minimum) { return std::min(minimum, Minimum::enrolled); };
    return plain(one) <= plain(other);
}

// Whether whoever has one has the other, whoever he is.
bool implies(const Node& one, const Node& other) {
    // IMC-PRE-26
    if (one.kind == NodeKind::subject && other.kind == NodeKind::course_template) return other.subject == one.key;
    if (one.kind != other.kind || one.target != other.target || one.key != other.key) return false;
    switch (one.kind) {
        case NodeKind::course:
        case NodeKind::course_template: return is_as_far(one.minimum, other.minimum);
        case NodeKind::course_group: return is_as_far(one.minimum, other.minimum) && (one.whole || !other.whole);
        case NodeKind::skill: return one.level >= other.level;
        case NodeKind::job_profile: return one.whole || !other.whole;
        default: return true;
    }
}

// Items that somebody has; with each goes what it implies.
class Having {
public:
    explicit Having(std::vector<const Node*> items) : items_(std::move(items)) {}
    void add(const Node* item) { items_.push_back(item); }

    [[nodiscard]] bool has(const Node& wanted) const {
        return std::ranges::any_of(items_, [&](const Node* item) { return implies(*item, wanted); });
    }
    [[nodiscard]] bool meets(Bundle bundle) const {
        const Node& node = bundle.front();
        if (node.kind != NodeKind::set) return has(node);
        std::int64_t met = 0, parts = 0;
        for (std::size_t at = 1; at < bundle.size(); at += static_cast<std::size_t>(bundle[at].size)) {
            if (!bundle[at].required) continue;
            ++parts;
            met += meets(bundle.subspan(at, static_cast<std::size_t>(bundle[at].size))) ? 1 : 0;
        }
        return met >= std::min(node.least, parts);
    }

private:
    std::vector<const Node*> items_;
};

// The different items that must or may hold.
void add_items(Bundle bundle, std::vector<const Node*>& items) {
    const Node& node = bundle.front();
    if (node.kind != NodeKind::set) {
        const auto same = [&](const Node* known) { return implies(*known, node) && implies(node, *known); };
        if (std::ranges::none_of(items, same)) items.push_back(&node);
        return;
    }
    for (std::size_t at = 1; at < bundle.size(); at += static_cast<std::size_t>(bundle[at].size)) {
        if (bundle[at].required) add_items(bundle.subspan(at, static_cast<std::size_t>(bundle[at].size)), items);
    }
}

// Of the items of a bundle those without which it never holds, and the others.
struct Items {
    std::vector<const Node*> needed;
    std::vector<const Node*> open;
};
Items items_of(Bundle bundle) {
    std::vector<const Node*> all;
    add_items(bundle, all);
    Items items;
    for (const Node* item : all) {
        auto others = all;
        std::erase(others, item);
        (Having(std::move(others)).meets(bundle) ? items.open : items.needed).push_back(item);
    }
    return items;
}

// Whether each of the others holds whenever this one does.
std::vector<bool> always_with(std::size_t which, const std::vector<Bundle>& bundles, const Items& items) {
    std::vector<bool> with(bundles.size(), true);
    with[which] = false;
    for (std::uint32_t chosen = 0; chosen < (1U << items.open.size()); ++chosen) {
        Having having(items.needed);
        for (std::size_t i = 0; i < items.open.size(); ++i) {
            if ((chosen >> i & 1U) != 0) having.add(items.open[i]);
        }
        if (!having.meets(bundles[which])) continue;
        for (std::size_t other = 0; other < bundles.size(); ++other) {
            with[other] = with[other] && having.meets(bundles[other]);
        }
        if (std::ranges::find(with, true) == with.end()) break;
    }
    return with;
}

}  // namespace

std::vector<UselessBundle> useless_bundles(const Prerequisites& rule, std::int64_t& left_out) {
    std::vector<Bundle> bundles;
    const Bundle nodes = rule.nodes;
    for (std::size_t at = 0; at < nodes.size(); at += bundles.back().size()) {
        bundles.push_back(nodes.subspan(at, static_cast<std::size_t>(nodes[at].size)));
    }
    const std::size_t count = bundles.size();
    std::vector<std::vector<bool>> with(count, std::vector<bool>(count, false));
    for (std::size_t i = 0; i < count && count > 1; ++i) {
        const Items items = items_of(bundles[i]);
        if (items.open.size() > exact_items) {
            ++left_out;
        } else {
            with[i] = always_with(i, bundles, items);
        }
    }
    const auto is_useless_by = [&](std::size_t i, std::size_t by) { return with[i][by] && (!with[by][i] || by < i); };
    const auto is_useless = [&](std::size_t i) {
        for (std::size_t by = 0; by < count; ++by) {
            if (is_useless_by(i, by)) return true;
        }
        return false;
    };
    std::vector<UselessBundle> found;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t by = 0; by < count; ++by) {
            if (!is_useless_by(i, by) || is_useless(by)) continue;
            found.push_back({i, by});
            break;
        }
    }
    return found;
}

}  // namespace provost::prerequisites

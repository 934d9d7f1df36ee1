// A small catalogue as plain trees, and what brute force says of it: sets of completed courses are tried one after the
// other, moments pass one by one, everything that somebody may have is tried. Nothing here is shared with the library
// but the form in which a catalogue is handed to it.
#pragma once

#include "prerequisites/lint.hpp"

#include <deque>
#include <functional>
#include <set>

namespace provost::prerequisites::brute {

using catalogue::Minimum;
using catalogue::NodeKind;

/// A leaf names its target by position; a subject or what the host knows by its number, too.
struct Item {
    NodeKind kind = NodeKind::set;
    std::size_t target = 0;
    Minimum minimum = Minimum::completed;
    bool whole = false;
    bool required = true;
    std::size_t least = 0;
    std::vector<Item> parts{};
    friend bool operator==(const Item&, const Item&) = default;
};
using Rule = std::vector<Item>;  // bundles

struct Course {
    std::optional<std::size_t> made_from{};
    bool over = false;
    bool held = false;  // if it is over: there are people who completed it
    std::optional<int> starts{}, ends{};
    std::size_t rule = 0;  // position; 0: none
};
struct Template {
    bool has_subject = false;
    bool removed = false;
    std::size_t rule = 0;
};

struct World {
    std::vector<Rule> rules{{}};
    std::vector<Course> courses;
    std::vector<Template> templates;
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::vector<std::size_t>> paths;
};

inline std::string name_of(NodeKind kind, std::size_t target) {
    const char* letter = kind == NodeKind::course            ? "C"
                         : kind == NodeKind::course_template ? "T"
                         : kind == NodeKind::course_group    ? "G"
                         : kind == NodeKind::path            ? "P"
                                                             : "S";
    return letter + std::to_string(target);
}
inline std::int64_t id_of(NodeKind kind, std::size_t target) {
    return static_cast<std::int64_t>(target) + 1 + 100 * static_cast<std::int64_t>(kind);
}

// -- What somebody has -----------------------------------------------------------------------------------------------

/// How far somebody is: in courses, and in courses that are still to be made from a template.
struct View {
    std::function<bool(std::size_t course, Minimum)> course;
    std::function<bool(std::size_t made_from)> fresh;
};

inline std::vector<std::size_t> members(const World& world, const Item& leaf) {
    if (leaf.kind == NodeKind::course_group) return world.groups[leaf.target];
    if (leaf.kind == NodeKind::path) return world.paths[leaf.target];
    std::vector<std::size_t> courses;
    for (std::size_t c = 0; c < world.courses.size(); ++c) {
        if (world.courses[c].made_from == leaf.target) courses.push_back(c);
    }
    return courses;
}

inline bool holds(const World& world, const Item& item, const View& view) {
    const auto has = [&](std::size_t course) {
        return view.course(course, item.kind == NodeKind::path ? Minimum::completed : item.minimum);
    };
    switch (item.kind) {
        case NodeKind::set: {
            const auto wanted = std::ranges::count_if(item.parts, [](const Item& part) { return part.required; });
            const auto met = std::ranges::count_if(
                item.parts, [&](const Item& part) { return part.required && holds(world, part, view); });
            return met >= std::min(wanted, static_cast<std::ptrdiff_t>(item.least));
        }
        case NodeKind::course: return has(item.target);
        case NodeKind::course_template:
            if (world.templates[item.target].has_subject || view.fresh(item.target)) return true;
            return std::ranges::any_of(members(world, item), has);
        case NodeKind::course_group:
        case NodeKind::path: {
            const auto courses = members(world, item);
            if (courses.empty()) return false;
            return item.whole || item.kind == NodeKind::path ? std::ranges::all_of(courses, has)
                                                             : std::ranges::any_of(courses, has);
        }
        default: return true;
    }
}
inline bool admits(const World& world, std::size_t rule, const View& view) {
    const Rule& bundles = world.rules[rule];
    return bundles.empty() || std::ranges::any_of(bundles, [&](const Item& b) { return holds(world, b, view); });
}

// -- What can be had at all ------------------------------------------------------------------------------------------

/// Courses, and templates of which courses can be made, that somebody can enter in some order.
struct Reach {
    std::vector<bool> courses;
    std::vector<bool> fresh;
    [[nodiscard]] View view() const {
        return {[this](std::size_t c, Minimum) { return courses[c]; }, [this](std::size_t t) { return fresh[t]; }};
    }
};

/// Tries every order: from each set of things that somebody has, everything that this lets him enter.
inline Reach reach(const World& world) {
    const auto n = world.courses.size();
    const auto all = n + world.templates.size();
    std::set<unsigned> seen{0};
    std::deque<unsigned> open{0};
    unsigned ever = 0;
    while (!open.empty()) {
        const unsigned have = open.front();
        open.pop_front();
        const View view{[&](std::size_t c, Minimum) { return (have >> c & 1U) != 0; },
                        [&](std::size_t t) { return (have >> (n + t) & 1U) != 0; }};
        for (std::size_t i = 0; i < all; ++i) {
            const bool shut = i < n ? world.courses[i].over : world.templates[i - n].removed;
            const auto rule = i < n ? world.courses[i].rule : world.templates[i - n].rule;
            const unsigned with = have | 1U << i;
            if (shut || with == have || !admits(world, rule, view)) continue;
            ever |= with;
            if (seen.insert(with).second) open.push_back(with);
        }
    }
    Reach found{std::vector<bool>(n), std::vector<bool>(all - n)};
    for (std::size_t i = 0; i < all; ++i) (i < n ? found.courses[i] : found.fresh[i - n]) = (ever >> i & 1U) != 0;
    return found;
}

// -- When ------------------------------------------------------------------------------------------------------------

inline constexpr int last_moment = 40;

/// When somebody who hurries enters each course; nothing: never. Moment -1 is long before.
struct Hurry {
    const World& world;
    std::vector<std::optional<int>> entered;
    std::vector<bool> waits;  // of templates: for none of their courses, so that a further one may be made
    std::vector<std::optional<int>> fresh;

    [[nodiscard]] View at(int now) const {
        return {[this, now](std::size_t c, Minimum minimum) {
                    const Course& course = world.courses[c];
                    if (!entered[c] || *entered[c] > now) return false;
                    if (minimum == Minimum::completed) return !course.ends || *course.ends <= now;
                    return minimum != Minimum::in_progress || !course.starts || *course.starts <= now;
                },
                [this, now](std::size_t t) { return fresh[t] && *fresh[t] <= now; }};
    }
};

inline Hurry hurry(const World& world) {
    World as_it_is = world;
    for (const Course& course : world.courses) {
        if (course.made_from && !course.over) as_it_is.templates[*course.made_from].removed = true;
    }
    const Reach reach = brute::reach(as_it_is);
    Hurry found{world, std::vector<std::optional<int>>(world.courses.size()),
                std::vector<bool>(world.templates.size(), true),
                std::vector<std::optional<int>>(world.templates.size())};
    for (std::size_t c = 0; c < world.courses.size(); ++c) {
        if (world.courses[c].made_from && reach.courses[c]) found.waits[*world.courses[c].made_from] = false;
    }
    for (std::size_t c = 0; c < world.courses.size(); ++c) {
        if (world.courses[c].over && world.courses[c].held) found.entered[c] = -1;
    }
    for (int now = -1; now <= last_moment; ++now) {
        for (bool more = true; more;) {
            more = false;
            for (std::size_t c = 0; c < world.courses.size(); ++c) {
                const Course& course = world.courses[c];
                const bool shut = course.over || found.entered[c] || (course.ends && *course.ends <= now);
                if (shut || !admits(world, course.rule, found.at(now))) continue;
                found.entered[c] = now;
                more = true;
            }
            for (std::size_t t = 0; t < world.templates.size(); ++t) {
                const bool shut = world.templates[t].removed || found.fresh[t] || !found.waits[t];
                if (shut || !admits(world, world.templates[t].rule, found.at(now))) continue;
                found.fresh[t] = now;
                more = true;
            }
        }
    }
    return found;
}

// -- Evidence --------------------------------------------------------------------------------------------------------

/// Leaves of prerequisites that stand in the way.
inline void add_in_the_way(const World& world, const Item& item, const View& view, std::vector<Item>& leaves) {
    if (holds(world, item, view)) return;
    if (item.kind != NodeKind::set) {
        leaves.push_back(item);
        if (item.kind == NodeKind::path) leaves.back().minimum = Minimum::completed;
        leaves.back().required = true;
        return;
    }
    for (const Item& part : item.parts) {
        if (part.required) add_in_the_way(world, part, view, leaves);
    }
}
inline std::vector<Item> in_the_way(const World& world, std::size_t rule, const View& view) {
    std::vector<Item> leaves;
    if (admits(world, rule, view)) return leaves;
    for (const Item& bundle : world.rules[rule]) add_in_the_way(world, bundle, view, leaves);
    return leaves;
}
/// The same of a leaf that is not met; `made` says of which templates further courses may be made.
inline std::vector<Item> in_its_way(const World& world, const Item& leaf, const View& view,
                                    const std::function<bool(std::size_t)>& made) {
    if (leaf.kind == NodeKind::course) {
        const Course& course = world.courses[leaf.target];
        return course.over ? std::vector<Item>{} : in_the_way(world, course.rule, view);
    }
    std::vector<Item> items;
    for (const auto c : members(world, leaf)) {
        if (!view.course(c, leaf.minimum)) items.push_back({NodeKind::course, c, leaf.minimum});
    }
    if (leaf.kind == NodeKind::course_template && made(leaf.target)) {
        for (Item& item : in_the_way(world, world.templates[leaf.target].rule, view)) items.push_back(std::move(item));
    }
    return items;
}

/// All shortest chains of names from an owner on: to a place where `ends` says so, or with circles to one that was
/// there before.
struct Chains {
    std::function<std::vector<Item>(const Item&)> next;
    std::function<bool(const Item&)> ends;
    bool circles = true;
    std::size_t shortest = 100;
    std::set<std::vector<std::string>> found{};

    void look(std::vector<Item>& way, const std::vector<Item>& further) {
        if (way.size() + 1 > shortest) return;
        for (const Item& item : further) {
            const bool again = std::ranges::find(way, item) != way.end();
            if (!circles && again && !ends(item)) continue;
            way.push_back(item);
            if (again || ends(item)) {
                keep(way);
            } else {
                look(way, next(item));
            }
            way.pop_back();
        }
    }

private:
    void keep(const std::vector<Item>& way) {
        if (way.size() < shortest) found.clear();
        if (way.size() > shortest) return;
        shortest = way.size();
        std::vector<std::string> names;
        for (const Item& item : way) names.push_back(name_of(item.kind, item.target));
        found.insert(std::move(names));
    }
};

// -- Bundles ---------------------------------------------------------------------------------------------------------

/// Tries everything that somebody may have of what two bundles ask for: whether one never holds without the other.
class Trial {
public:
    Trial(const World& world, const Item& one, const Item& other) : world_(world), one_(one), other_(other) {
        gather(one);
        gather(other);
    }
    [[nodiscard]] bool always_with() { return from(0); }

private:
    struct Thing {
        NodeKind kind;
        std::size_t target;
        int states;     // of a group: how far in one of its courses, and how far in all
        int state = 0;  // 0: nothing; then enrolled, in progress, completed
    };

    void gather(const Item& item) {
        if (item.kind == NodeKind::set) {
            for (const Item& part : item.parts) gather(part);
            return;
        }
        const bool simple = item.kind == NodeKind::subject || item.kind == NodeKind::path;
        add(item.kind, item.target, simple ? 2 : item.kind == NodeKind::course_group ? 16 : 4);
        if (item.kind == NodeKind::course_template && world_.templates[item.target].has_subject) {
            add(NodeKind::subject, item.target, 2);
        }
    }
    void add(NodeKind kind, std::size_t target, int states) {
        if (state(kind, target) == nullptr) things_.push_back({kind, target, states});
    }
    [[nodiscard]] const Thing* state(NodeKind kind, std::size_t target) const {
        for (const Thing& thing : things_) {
            if (thing.kind == kind && thing.target == target) return &thing;
        }
        return nullptr;
    }
    [[nodiscard]] bool has(const Item& leaf) const {
        const int least = leaf.minimum == Minimum::completed ? 3 : leaf.minimum == Minimum::in_progress ? 2 : 1;
        const int state = this->state(leaf.kind, leaf.target)->state;
        switch (leaf.kind) {
            case NodeKind::course: return state >= least;
            case NodeKind::course_template:
                if (world_.templates[leaf.target].has_subject &&
                    this->state(NodeKind::subject, leaf.target)->state == 1)
                    return true;
                return state >= least;
            case NodeKind::course_group: return (leaf.whole ? std::min(state / 4, state % 4) : state % 4) >= least;
            default: return state == 1;
        }
    }
    [[nodiscard]] bool holds(const Item& item) const {
        if (item.kind != NodeKind::set) return has(item);
        std::size_t wanted = 0, met = 0;
        for (const Item& part : item.parts) {
            if (!part.required) continue;
            ++wanted;
            met += holds(part) ? 1 : 0;
        }
        return met >= std::min(wanted, item.least);
    }
    bool from(std::size_t thing) {
        if (thing == things_.size()) return !holds(one_) || holds(other_);
        for (int state = 0; state < things_[thing].states; ++state) {
            things_[thing].state = state;
            if (!from(thing + 1)) return false;
        }
        return true;
    }

    const World& world_;
    const Item& one_;
    const Item& other_;
    std::vector<Thing> things_;
};

}  // namespace provost::prerequisites::brute

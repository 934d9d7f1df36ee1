// Random catalogues of 3 to 8 courses, some with a planted defect, and how one is handed to the library.
#pragma once

#include "brute_catalogue.hpp"

#include <random>

namespace provost::prerequisites::brute {

/// What may be planted. In the order of the codes of the check.
enum class Defect : std::uint8_t { circle, over, empty_group, empty_path, late, useless, untrained, retired };
inline constexpr std::size_t defects = 8;
inline constexpr std::array<std::string_view, defects> defect_codes{
    "lint.never-bookable", "lint.asks-for-over",  "lint.empty-group",       "lint.empty-path",
    "lint.too-late",       "lint.useless-bundle", "lint.untrained-subject", "lint.needs-retired"};

class Maker {
public:
    explicit Maker(unsigned seed) : dice_(seed) {}

    [[nodiscard]] World world() {
        World world;
        world.courses.resize(3 + roll(6));
        world.templates.resize(roll(3));
        world.groups.resize(roll(3));
        world.paths.resize(roll(3));
        for (auto* lists : {&world.groups, &world.paths}) {
            for (auto& list : *lists) {
                for (auto n = chance(10) ? 0 : 1 + roll(3); n > 0; --n) list.push_back(roll(world.courses.size()));
                std::ranges::sort(list);
                list.erase(std::unique(list.begin(), list.end()), list.end());
            }
        }
        for (Template& made : world.templates) {
            made = {chance(40), chance(10), chance(50) ? add_rule(world) : 0};
        }
        for (Course& course : world.courses) fill(world, course);
        return world;
    }
    /// Makes one of the defects certain. The first two courses are in use and nothing else makes them special.
    void plant(World& world, Defect defect) {
        Course& first = world.courses[0] = {};
        Course& second = world.courses[1] = {};
        const Item asks_first{NodeKind::course, 0}, asks_second{NodeKind::course, 1};
        first.rule = add(world, {bundle({asks_second})});
        switch (defect) {
            case Defect::circle: second.rule = add(world, {bundle({asks_first})}); break;
            case Defect::over: second.over = true; break;
            case Defect::empty_group:
                world.groups.push_back({});
                first.rule = add(world, {bundle({{NodeKind::course_group, world.groups.size() - 1}})});
                break;
            case Defect::empty_path:
                world.paths.push_back({});
                first.rule = add(world, {bundle({{NodeKind::path, world.paths.size() - 1}})});
                break;
            case Defect::late:
                std::tie(first.starts, first.ends) = std::pair(10, 20);
                std::tie(second.starts, second.ends) = std::pair(5, 11 + static_cast<int>(roll(12)));
                break;
            case Defect::useless: {
                auto more = leaf(world);
                first.rule = add(world, {bundle({asks_second, more}), bundle({asks_second})});
                break;
            }
            case Defect::untrained: first.rule = add(world, {bundle({{NodeKind::subject, 7}})}); break;
            case Defect::retired: break;  // see below
        }
    }
    [[nodiscard]] std::size_t roll(std::size_t n) { return dice_() % n; }
    [[nodiscard]] bool chance(std::size_t percent) { return roll(100) < percent; }

private:
    static Item bundle(std::vector<Item> parts) {
        Item set;
        set.least = parts.size();
        set.parts = std::move(parts);
        return set;
    }
    static std::size_t add(World& world, Rule rule) {
        world.rules.push_back(std::move(rule));
        return world.rules.size() - 1;
    }
    void fill(World& world, Course& course) {
        course.over = chance(15);
        course.held = chance(50);
        if (chance(50)) {
            course.starts = static_cast<int>(roll(20));
            course.ends = *course.starts + 1 + static_cast<int>(roll(8));
        }
        if (!world.templates.empty() && chance(50)) course.made_from = roll(world.templates.size());
        if (course.made_from && chance(30)) {
            course.rule = world.templates[*course.made_from].rule;
        } else if (chance(70)) {
            course.rule = add_rule(world);
        }
    }
    std::size_t add_rule(World& world) {
        Rule rule;
        for (auto n = 1 + roll(3); n > 0; --n) {
            Item set = this->set(world, 0);
            set.least = set.parts.size();
            for (Item& part : set.parts) part.required = !chance(12);
            rule.push_back(std::move(set));
        }
        return add(world, std::move(rule));
    }
    Item set(const World& world, int depth) {
        Item set;
        for (auto n = 1 + roll(depth == 0 ? 2 : 3); n > 0; --n) {
            set.parts.push_back(depth < 2 && chance(25) ? this->set(world, depth + 1) : leaf(world));
        }
        set.least = 1 + roll(set.parts.size());
        return set;
    }
    Item leaf(const World& world) {
        Item item{NodeKind::course, roll(world.courses.size())};
        const auto pick = roll(100);
        if (pick < 15 && !world.templates.empty()) {
            item = {NodeKind::course_template, roll(world.templates.size())};
        } else if (pick < 27 && !world.groups.empty()) {
            item = {NodeKind::course_group, roll(world.groups.size())};
            item.whole = chance(40);
        } else if (pick < 35 && !world.paths.empty()) {
            item = {NodeKind::path, roll(world.paths.size())};
        } else if (pick < 45) {
            item = {NodeKind::subject, roll(3)};
        }
        const bool has_states = item.kind != NodeKind::path && item.kind != NodeKind::subject;
        if (has_states && chance(40)) item.minimum = chance(50) ? Minimum::in_progress : Minimum::enrolled;
        return item;
    }

    std::mt19937 dice_;
};

/// A world as the library sees it.
struct Handed {
    std::vector<catalogue::Prerequisites> rules;
    Catalogue catalogue;

    explicit Handed(const World& world) : world_(world) {
        for (const Rule& rule : world.rules) {
            auto& made = rules.emplace_back();
            for (const Item& bundle : rule) add(bundle, made.nodes);
        }
        for (std::size_t t = 0; t < world.templates.size(); ++t) {
            const Template& made = world.templates[t];
            catalogue.course_templates.push_back({id_of(NodeKind::course_template, t),
                                                  name_of(NodeKind::course_template, t), subject_of(t), made.removed,
                                                  rule_at(made.rule)});
        }
        for (std::size_t c = 0; c < world.courses.size(); ++c) add(c);
        add(NodeKind::course_group, world.groups, catalogue.course_groups);
        add(NodeKind::path, world.paths, catalogue.paths);
    }
    Handed(const Handed&) = delete;

private:
    static std::optional<Instant> instant(std::optional<int> moment) {
        return moment ? std::optional<Instant>(Instant{std::chrono::milliseconds{*moment}}) : std::nullopt;
    }
    [[nodiscard]] const catalogue::Prerequisites* rule_at(std::size_t rule) const {
        return rule == 0 ? nullptr : &rules[rule];
    }
    [[nodiscard]] std::string subject_of(std::size_t made) const {
        return world_.templates[made].has_subject ? name_of(NodeKind::subject, made) : std::string();
    }
    // What is over is so in one of the ways in which it can be.
    void add(std::size_t c) {
        using catalogue::CourseLife;
        using catalogue::PlanningStatus;
        const Course& course = world_.courses[c];
        const auto made = course.made_from ? id_of(NodeKind::course_template, *course.made_from) : 0;
        Catalogue::Course handed{id_of(NodeKind::course, c), name_of(NodeKind::course, c), made};
        if (course.made_from) handed.subject = subject_of(*course.made_from);
        if (course.over && c % 2 == 0) handed.life = course.held ? CourseLife::archived : CourseLife::removed;
        if (course.over && c % 2 == 1) handed.status = course.held ? PlanningStatus::closed : PlanningStatus::cancelled;
        if (!course.over && c % 3 == 1) handed.status = PlanningStatus::locked;
        handed.starts_at = instant(course.starts);
        handed.ends_at = instant(course.ends);
        handed.rule = rule_at(course.rule);
        catalogue.courses.push_back(std::move(handed));
    }
    void add(NodeKind kind, const std::vector<std::vector<std::size_t>>& lists, std::vector<Catalogue::List>& handed) {
        for (std::size_t i = 0; i < lists.size(); ++i) {
            handed.push_back({id_of(kind, i), name_of(kind, i), {}});
            for (const auto c : lists[i]) handed.back().courses.push_back(id_of(NodeKind::course, c));
        }
    }
    void add(const Item& item, std::vector<catalogue::PrerequisiteNode>& nodes) {
        const auto at = nodes.size();
        auto& node = nodes.emplace_back();
        node.kind = item.kind;
        node.required = item.required;
        node.least = static_cast<std::int64_t>(item.least);
        node.minimum = item.minimum;
        node.whole = item.whole;
        if (item.kind == NodeKind::subject) node.subject = name_of(item.kind, item.target);
        if (item.kind == NodeKind::course_template) node.subject = subject_of(item.target);
        if (item.kind != NodeKind::set) node.key = name_of(item.kind, item.target);
        if (item.kind != NodeKind::set && item.kind != NodeKind::subject) node.target = id_of(item.kind, item.target);
        for (const Item& part : item.parts) add(part, nodes);
        nodes[at].size = static_cast<std::int64_t>(nodes.size() - at);
    }

    const World& world_;
};

}  // namespace provost::prerequisites::brute

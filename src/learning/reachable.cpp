// What is out of reach.
#include "learning/reachable.hpp"

#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::ActionKind;
using catalogue::ConditionKind;

// Without what a rule does but opening and filling; a failure after all tries needs nothing any more.
catalogue::Rule at_best(catalogue::Rule rule) {
    std::erase_if(rule.actions, [](const catalogue::RuleAction& action) {
        return action.kind != ActionKind::continue_with && action.kind != ActionKind::process_folder;
    });
    if (!rule.tries) return rule;
    rule.tries.reset();
    std::erase_if(rule.conditions, [](const catalogue::RuleCondition& each) {
        return each.kind == ConditionKind::percentage && !each.at_least;
    });
    return rule;
}

// Which component has to come before which, of those that were never open and the folders that were never full.
std::vector<std::vector<int>> edges_between(const Ways& ways, const std::vector<bool>& missing) {
    const Logic& logic = ways.logic();
    std::vector<std::vector<int>> edges(missing.size());
    const auto is_missing = [&](int component) { return missing[static_cast<std::size_t>(component)]; };
    const auto add = [&](int from, int to) {
        if (is_missing(from) && is_missing(to) && from != to) edges[static_cast<std::size_t>(from)].push_back(to);
    };
    for (const Logic::Rule& rule : logic.rules) {
        if (rule.component < 0) continue;
        for (const int opened : rule.opens) add(rule.component, opened);
        for (const Logic::Folder& folder : rule.folders) {
            add(rule.component, folder.component);
            for (const int each : logic.contents[static_cast<std::size_t>(folder.component)]) {
                add(each, folder.component);
            }
        }
    }
    return edges;
}

std::vector<bool> reached_from(const std::vector<std::vector<int>>& edges, int start) {
    std::vector<bool> reached(edges.size());
    std::vector<int> open{start};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (const int next : edges[static_cast<std::size_t>(at)]) {
            if (reached[static_cast<std::size_t>(next)]) continue;
            reached[static_cast<std::size_t>(next)] = true;
            open.push_back(next);
        }
    }
    return reached;
}

}  // namespace

Met met_at_best(const CourseLogic& course) {
    CourseLogic best = course;
    best.conclude_by = catalogue::ConcludeBy::administrator;
    for (catalogue::Rule& rule : best.rules) rule = at_best(std::move(rule));
    for (catalogue::Component& component : best.components) component.closes = {};
    const Ways ways(best);
    const FreePart part(ways);
    Trace trace;
    Spot spot = ways.begin(trace);
    part.exhaust(ways, spot, nullptr);
    Met met;
    met.take(ways, spot);
    return met;
}

std::vector<std::vector<int>> loops(const Ways& ways, const Met& met) {
    std::vector<bool> missing(met.opened.size());
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const bool holds_others = catalogue::what_is(ways.logic().components[i].kind).holds_others;
        missing[i] = holds_others ? !met.full[i] : ways.is_for_learners(static_cast<int>(i)) && !met.opened[i];
    }
    const auto edges = edges_between(ways, missing);
    std::vector<std::vector<bool>> reached;
    for (std::size_t i = 0; i < missing.size(); ++i) reached.push_back(reached_from(edges, static_cast<int>(i)));
    std::vector<std::vector<int>> loops;
    std::vector<bool> told(missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (told[i] || !reached[i][i]) continue;
        std::vector<int> loop;
        for (std::size_t j = i; j < missing.size(); ++j) {
            if (!reached[i][j] || !reached[j][i]) continue;
            told[j] = true;
            if (ways.is_for_learners(static_cast<int>(j))) loop.push_back(static_cast<int>(j));
        }
        if (!loop.empty()) loops.push_back(std::move(loop));
    }
    return loops;
}

std::vector<Dangling> dangling(const CourseLogic& course) {
    const Positions positions(course.components);
    std::vector<Dangling> found;
    for (const catalogue::Rule& rule : course.rules) {
        const auto look = [&](const std::string& key) {
            if (positions.of(key) < 0) found.push_back({&rule, key});
        };
        look(rule.component);
        for (const catalogue::RuleAction& action : rule.actions) std::ranges::for_each(action.components, look);
    }
    return found;
}

}  // namespace provost::learning

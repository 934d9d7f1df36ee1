// Every state of a small course and every step between two of them: what is stuck there, what is out of reach.
#pragma once

#include "brute_courses.hpp"

#include <deque>

namespace provost::learning::brute {

// Findings: code, component or rule, and how many steps the shortest way has.
using Line = std::tuple<std::string, std::string, std::size_t>;

class Explorer {
public:
    // Nothing when there are more states than that.
    Explorer(const CourseLogic& course, std::size_t most) : w(course), m(w), most_(most) {}

    bool run() {
        open_.assign(w.size(), false);
        full_.assign(w.size(), false);
        fired_.assign(w.c.rules.size(), false);
        add(m.begin(), 0);
        take_conflicts(0);
        for (std::size_t n = 0; n < states.size(); ++n) {
            if (states.size() > most_) return false;
            const Here here = states[n];
            for (const Step& step : m.steps(here)) {
                const auto to = add(m.after(here, step), depth_[n] + 1);
                take_conflicts(depth_[n] + 1);
                edges_.push_back({n, to, step});
            }
        }
        find_stuck();
        find_missing();
        return true;
    }
    std::set<Line> lines;
    std::vector<Here> states;

private:
    struct Edge {
        std::size_t from, to;
        Step step;
    };
    std::size_t add(Here here, std::size_t depth) {
        const auto [place, is_new] = places_.try_emplace(here, states.size());
        if (!is_new) return place->second;
        for (std::size_t i = 0; i < w.size(); ++i) {
            open_[i] = open_[i] || m.is_open(here, i);
            full_[i] = full_[i] || (w.is_folder(i) && here.facts[i].success);
        }
        for (std::size_t r = 0; r < fired_.size(); ++r) fired_[r] = fired_[r] || here.fired[r];
        states.push_back(std::move(here));
        depth_.push_back(depth);
        return place->second;
    }
    void meet(const std::string& code, const std::string& name, std::size_t steps) {
        const auto [known, is_new] = shortest_.try_emplace({code, name}, steps);
        known->second = std::min(known->second, steps);
    }
    void take_conflicts(std::size_t steps) {
        for (const int each : m.conflicts)
            meet("check.lock-conflict", w.c.components[static_cast<std::size_t>(each)].key, steps);
        if (m.ends_differ) meet("check.end-conflict", "", steps);
    }
    void find_stuck() {
        using catalogue::ConcludeBy;
        if (w.c.conclude_by != ConcludeBy::learning_logic && w.c.conclude_by != ConcludeBy::progress) return;
        std::vector<bool> ends(states.size());
        for (std::size_t n = 0; n < states.size(); ++n) ends[n] = states[n].end != 0;
        std::vector<std::vector<std::size_t>> before(states.size());
        for (const Edge& edge : edges_) before[edge.to].push_back(edge.from);
        std::deque<std::size_t> open;
        for (std::size_t n = 0; n < ends.size(); ++n) {
            if (ends[n]) open.push_back(n);
        }
        for (; !open.empty(); open.pop_front()) {
            for (const auto n : before[open.front()]) {
                if (!ends[n]) open.push_back(n);
                ends[n] = true;
            }
        }
        if (!ends[0]) meet("check.cannot-conclude", "", 0);
        for (const Edge& edge : edges_) {
            if (ends[edge.from] && !ends[edge.to]) stuck(edge);
        }
    }
    void stuck(const Edge& edge) {
        const auto steps = depth_[edge.from] + 1;
        if (edge.step.kind == StepKind::date) {
            const auto& [name, line] = *std::next(w.lines.begin(), edge.step.line);
            const auto index =
                static_cast<std::size_t>(states[edge.from].passed[static_cast<std::size_t>(edge.step.line)]);
            return meet("check.date-missed", name + std::to_string(line[index]), steps);
        }
        const auto i = static_cast<std::size_t>(edge.step.component);
        const bool last =
            edge.step.kind == StepKind::ended && w.limit[i] != 0 && states[edge.to].facts[i].tries >= w.limit[i];
        meet(last ? "check.last-try" : "check.cannot-conclude", w.c.components[i].key, steps);
    }
    // Whether each of two comes only after the other one.
    [[nodiscard]] std::vector<std::vector<bool>> comes_after(const std::vector<bool>& missing) const {
        std::vector<std::vector<bool>> after(w.size(), std::vector<bool>(w.size()));
        const auto add = [&](int from, int to) {
            const auto a = static_cast<std::size_t>(from), b = static_cast<std::size_t>(to);
            if (a != b && missing[a] && missing[b]) after[a][b] = true;
        };
        for (const auto& rule : w.c.rules) {
            const int source = w.of(rule.component);
            if (source < 0) continue;
            for (const int target : w.targets(rule, ActionKind::continue_with)) add(source, target);
            for (const auto& action : rule.actions) {
                if (action.kind != ActionKind::process_folder) continue;
                for (const auto& key : action.components) {
                    const int folder = w.of(key);
                    if (folder < 0) continue;
                    add(source, folder);
                    for (std::size_t i = 0; i < w.size(); ++i) {
                        if (w.counts(i) && w.in_folder(static_cast<int>(i), folder)) add(static_cast<int>(i), folder);
                    }
                }
            }
        }
        for (std::size_t k = 0; k < w.size(); ++k) {
            for (std::size_t a = 0; a < w.size(); ++a) {
                for (std::size_t b = 0; b < w.size(); ++b) after[a][b] = after[a][b] || (after[a][k] && after[k][b]);
            }
        }
        return after;
    }
    void find_missing() {
        std::vector<bool> missing(w.size());
        for (std::size_t i = 0; i < w.size(); ++i) missing[i] = w.is_folder(i) ? !full_[i] : w.counts(i) && !open_[i];
        const auto after = comes_after(missing);
        for (std::size_t i = 0; i < w.size(); ++i) {
            if (!missing[i] || w.is_folder(i)) continue;
            std::string others;
            for (std::size_t j = 0; after[i][i] && j < w.size(); ++j) {
                if (!w.is_folder(j) && after[i][j] && after[j][i]) others += w.c.components[j].key + " ";
            }
            if (others.empty())
                lines.insert({"check.unreachable", w.c.components[i].key, 0});
            else
                lines.insert({"check.loop", others, 0});
        }
        for (std::size_t r = 0; r < fired_.size(); ++r) {
            const auto& rule = w.c.rules[r];
            const int source = w.of(rule.component);
            if (source < 0) lines.insert({"check.dangling", rule.key + " " + rule.component, 0});
            for (const auto& action : rule.actions) {
                for (const auto& key : action.components) {
                    if (w.of(key) < 0) lines.insert({"check.dangling", rule.key + " " + key, 0});
                }
            }
            if (fired_[r] || source < 0) continue;
            const auto i = static_cast<std::size_t>(source);
            if (w.is_folder(i) || !missing[i]) lines.insert({"check.never-fires", rule.key, 0});
        }
        for (const auto& [what, steps] : shortest_) lines.insert({what.first, what.second, steps});
    }

    Course w;
    Machine m;
    std::size_t most_;
    std::vector<bool> open_, full_, fired_;
    std::map<Here, std::size_t> places_;
    std::vector<std::size_t> depth_;
    std::vector<Edge> edges_;
    std::map<std::pair<std::string, std::string>, std::size_t> shortest_;
};

}  // namespace provost::learning::brute

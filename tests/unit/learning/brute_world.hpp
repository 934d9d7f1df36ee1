// A small course as brute force reads it: from the records, not from what the library compiles.
#pragma once

#include "learning/check.hpp"

#include <map>
#include <set>
#include <unordered_map>

namespace provost::learning::brute {

using catalogue::ActionKind;
using catalogue::Anchor;
using catalogue::ComponentKind;
using catalogue::ConditionKind;
using catalogue::Ending;

struct Facts {
    bool confirmed = false, tutor = false, success = false, failed = false, scored = false, done = false;
    bool opened = false, running = false, ended = false, unlocked = false;
    int from = -1;  // the fixed moment before which it stays closed although it is unlocked
    int tries = 0;
    unsigned regions = 0;
    friend auto operator<=>(const Facts&, const Facts&) = default;
};
struct Here {
    std::vector<Facts> facts;
    std::vector<bool> fired;
    std::vector<int> passed;  // moments of each line
    int end = 0;              // 1 unregistered, 2 passed, 3 failed
    friend auto operator<=>(const Here&, const Here&) = default;
};
struct Step {
    StepKind kind{};
    int component = -1;
    StepStatus status = StepStatus::none;
    int region = 0, line = -1;
};

class Course {
public:
    explicit Course(const CourseLogic& course) : c(course) {
        for (const auto& component : c.components) {
            parent.push_back(of(component.folder));
            limit.push_back(0);
            thresholds.push_back({0});
        }
        for (const auto& rule : c.rules) look_at(rule);
        for (auto& list : thresholds) {
            std::ranges::sort(list);
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
        for (std::size_t i = 0; i < c.components.size(); ++i) add_moments(i);
        for (auto& [name, line] : lines) std::ranges::sort(line);
    }

    const CourseLogic& c;
    std::vector<int> parent, limit;
    std::vector<std::vector<std::int64_t>> thresholds;       // in millionths
    std::map<std::string, std::vector<std::int64_t>> lines;  // the moments of each line
    std::map<std::string, int> waits;                        // lines that wait for a component

    [[nodiscard]] int of(const std::string& key) const {
        for (std::size_t i = 0; i < c.components.size(); ++i) {
            if (c.components[i].key == key) return static_cast<int>(i);
        }
        return -1;
    }
    [[nodiscard]] std::size_t size() const { return c.components.size(); }
    [[nodiscard]] ComponentKind kind(std::size_t i) const { return c.components[i].kind; }
    [[nodiscard]] bool is_folder(std::size_t i) const {
        return kind(i) == ComponentKind::folder || kind(i) == ComponentKind::tutor_folder;
    }
    [[nodiscard]] bool in_folder(int i, int folder) const {
        for (; i >= 0; i = parent[static_cast<std::size_t>(i)]) {
            if (i == folder) return true;
        }
        return false;
    }
    [[nodiscard]] bool counts(std::size_t i) const {
        for (int at = static_cast<int>(i); at >= 0; at = parent[static_cast<std::size_t>(at)]) {
            if (kind(static_cast<std::size_t>(at)) == ComponentKind::tutor_folder) return false;
        }
        return !is_folder(i);
    }
    [[nodiscard]] bool has_status(std::size_t i) const {
        using enum ComponentKind;
        const auto k = kind(i);
        return k == test || k == feedback || k == on_the_job || k == scorm || k == sco || k == au;
    }
    [[nodiscard]] bool has_percent(std::size_t i) const {
        using enum ComponentKind;
        return kind(i) == test || kind(i) == sco || kind(i) == au;
    }
    [[nodiscard]] bool asks(std::size_t i, ConditionKind what) const {
        for (const auto& rule : c.rules) {
            if (rule.component != c.components[i].key) continue;
            for (const auto& condition : rule.conditions) {
                if (condition.kind == what) return true;
            }
        }
        return false;
    }
    // Keys of targets, with what lies in folders.
    [[nodiscard]] std::set<int> targets(const catalogue::Rule& rule, ActionKind what) const {
        std::set<int> all;
        for (const auto& action : rule.actions) {
            if (action.kind != what) continue;
            for (const auto& key : action.components) {
                const int target = of(key);
                for (int i = 0; target >= 0 && i < static_cast<int>(size()); ++i) {
                    if (in_folder(i, target)) all.insert(i);
                }
            }
        }
        return all;
    }
    [[nodiscard]] bool may_close(std::size_t i) const {
        bool locked = false;
        for (const auto& rule : c.rules) {
            locked =
                locked || (of(rule.component) >= 0 && targets(rule, ActionKind::lock).contains(static_cast<int>(i)));
        }
        return locked || c.components[i].closes.counted_from != Anchor::none;
    }
    // Where a moment stands: its line and how many of the line must have passed.
    [[nodiscard]] std::pair<std::string, std::int64_t> moment(const catalogue::Bound& bound) const {
        if (bound.counted_from == Anchor::fixed) return {"fixed", bound.at->time_since_epoch().count()};
        const auto hours = bound.offset.empty() ? 0 : std::stoll(bound.offset);
        return {std::string(word(bound.counted_from)) + "/" + bound.component, hours};
    }
    [[nodiscard]] bool is_over(const Here& here, const std::string& line, std::int64_t at) const {
        const auto& moments = lines.at(line);
        const auto index = std::ranges::find(moments, at) - moments.begin();
        const auto number = std::distance(lines.begin(), lines.find(line));
        return here.passed[static_cast<std::size_t>(number)] > index;
    }

private:
    void look_at(const catalogue::Rule& rule) {
        if (rule.not_before) add("fixed", rule.not_before->time_since_epoch().count());
        const int source = of(rule.component);
        if (source < 0) return;
        auto& most = limit[static_cast<std::size_t>(source)];
        if (rule.tries && (most == 0 || *rule.tries < most)) most = static_cast<int>(*rule.tries);
        for (const auto& condition : rule.conditions) {
            for (const auto& bound : {condition.at_least, condition.below}) {
                if (bound) thresholds[static_cast<std::size_t>(source)].push_back(bound->millionths);
            }
        }
    }
    void add(const std::string& line, std::int64_t at) {
        auto& moments = lines[line];
        if (std::ranges::find(moments, at) == moments.end()) moments.push_back(at);
    }
    void add_moments(std::size_t i) {
        for (const auto* bound : {&c.components[i].opens, &c.components[i].closes}) {
            if (bound->counted_from == Anchor::none) continue;
            const auto [line, at] = moment(*bound);
            add(line, at);
            if (bound->counted_from == Anchor::component_processed) waits[line] = of(bound->component);
        }
    }
};

}  // namespace provost::learning::brute

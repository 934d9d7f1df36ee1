// All ways through a small course by brute force, written from the pages and not from the rules of the library: rules
// are read as they stand, every state is kept as it is, and every event is tried in every state.
#pragma once

#include "brute_world.hpp"

namespace provost::learning::brute {

// What happens in one step.
class Machine {
public:
    explicit Machine(const Course& course) : w(course) {}

    const Course& w;
    std::set<int> conflicts;  // of the last step
    bool ends_differ = false;

    [[nodiscard]] bool is_processed(const Here& here, std::size_t i) const {
        const Facts& f = here.facts[i];
        if (f.success) return true;
        return w.has_status(i) ? f.scored : f.done;
    }
    [[nodiscard]] Here begin() {
        Here here;
        here.facts.resize(w.size());
        here.fired.resize(w.c.rules.size());
        here.passed.resize(w.lines.size());
        for (std::size_t i = 0; i < w.size(); ++i) here.facts[i].unlocked = true;
        for (const auto& rule : w.c.rules) {
            if (w.of(rule.component) < 0) continue;
            for (const int target : w.targets(rule, ActionKind::continue_with)) {
                if (target != w.of(rule.component)) here.facts[static_cast<std::size_t>(target)].unlocked = false;
            }
        }
        settle(here);
        return here;
    }
    [[nodiscard]] bool is_open(const Here& here, std::size_t i) const {
        const auto& component = w.c.components[i];
        if (component.opens.counted_from != Anchor::none && !is_over(here, component.opens)) return false;
        if (component.closes.counted_from != Anchor::none) {
            if (component.closes.counted_from == Anchor::component_processed) {
                const int waits = w.of(component.closes.component);
                if (waits < 0 || !is_processed(here, static_cast<std::size_t>(waits))) return false;
            }
            if (is_over(here, component.closes)) return false;
        }
        return is_unlocked(here, i);
    }
    [[nodiscard]] bool is_unlocked(const Here& here, std::size_t i) const {
        const Facts& f = here.facts[i];
        if (!f.unlocked) return false;
        return f.from < 0 || w.is_over(here, "fixed", w.lines.at("fixed")[static_cast<std::size_t>(f.from)]);
    }
    [[nodiscard]] std::vector<Step> steps(const Here& here) const {
        std::vector<Step> all;
        if (here.end != 0) return all;
        for (std::size_t i = 0; i < w.size(); ++i) {
            if (w.counts(i)) add_steps(here, i, all);
        }
        int number = 0;
        for (const auto& [name, line] : w.lines) {
            const bool more = here.passed[static_cast<std::size_t>(number)] < static_cast<int>(line.size());
            const auto waits = w.waits.find(name);
            const bool known = waits == w.waits.end() ||
                               (waits->second >= 0 && is_processed(here, static_cast<std::size_t>(waits->second)));
            if (more && known) all.push_back({StepKind::date, -1, {}, 0, number});
            ++number;
        }
        return all;
    }
    [[nodiscard]] Here after(Here here, const Step& step) {
        conflicts.clear();
        ends_differ = false;
        if (step.kind == StepKind::date) {
            ++here.passed[static_cast<std::size_t>(step.line)];
            return here;
        }
        const auto i = static_cast<std::size_t>(step.component);
        Facts& f = here.facts[i];
        const bool has_try = f.running && has_tries_of_its_own(i);
        switch (step.kind) {
            case StepKind::opened: f.running = is_to_finish(here, i); break;
            case StepKind::confirmed:
                f.confirmed = w.asks(i, ConditionKind::confirmed_by_participant);
                f.done = true;
                break;
            case StepKind::tutor_confirmed: f.tutor = f.done = true; break;
            case StepKind::settled:
                f.success = step.status == StepStatus::passed;
                f.failed = step.status == StepStatus::failed;
                break;
            default: end_try(step, i, f); break;
        }
        const bool opens = step.kind == StepKind::opened || step.kind == StepKind::confirmed;
        f.opened = f.opened || ((opens || step.kind == StepKind::ended) && w.may_close(i));
        if (step.kind == StepKind::confirmed && !has_try && !f.ended) f.running = w.may_close(i);
        if (f.running && !has_try && step.kind != StepKind::opened && is_processed(here, i)) f.running = false;
        settle(here);
        return here;
    }

private:
    [[nodiscard]] bool has_tries_of_its_own(std::size_t i) const {
        return w.kind(i) == ComponentKind::test || w.kind(i) == ComponentKind::scorm ||
               w.kind(i) == ComponentKind::aicc;
    }
    [[nodiscard]] bool is_over(const Here& here, const catalogue::Bound& bound) const {
        const auto [line, at] = w.moment(bound);
        return w.is_over(here, line, at);
    }
    [[nodiscard]] bool has_tries(const Here& here, std::size_t i) const {
        return w.limit[i] == 0 || here.facts[i].tries < w.limit[i];
    }
    // Whether opening it begins something that can be finished.
    [[nodiscard]] bool is_to_finish(const Here& here, std::size_t i) const {
        return has_tries_of_its_own(i) || (!here.facts[i].ended && !is_processed(here, i));
    }
    void add_steps(const Here& here, std::size_t i, std::vector<Step>& all) const {
        const Facts& f = here.facts[i];
        const int at = static_cast<int>(i);
        const bool open = is_open(here, i);
        if (w.kind(i) == ComponentKind::course_set) {
            if (!open || f.success) return;
            for (const auto status : {StepStatus::passed, StepStatus::failed})
                all.push_back({StepKind::settled, at, status});
            return;
        }
        const bool tries = has_tries(here, i), goes_on = f.running || (open && tries);
        const bool opens = !f.opened || is_to_finish(here, i);
        if (goes_on && !f.running && opens && w.may_close(i)) all.push_back({StepKind::opened, at});
        const bool asked = w.asks(i, ConditionKind::confirmed_by_participant);
        if ((f.opened || open) && (asked || !w.has_status(i))) all.push_back({StepKind::confirmed, at});
        if ((f.opened || is_unlocked(here, i)) && w.asks(i, ConditionKind::confirmed_by_tutor)) {
            all.push_back({StepKind::tutor_confirmed, at});
        }
        if (!goes_on) return;
        std::vector<StepStatus> how{StepStatus::completed};
        if (w.has_status(i)) how = {StepStatus::completed, StepStatus::passed, StepStatus::failed};
        if (w.has_percent(i)) how.push_back(StepStatus::scored);
        for (const auto status : how) {
            for (int region = 0; region < static_cast<int>(w.thresholds[i].size()); ++region) {
                all.push_back({StepKind::ended, at, status, region});
            }
        }
    }
    void end_try(const Step& step, std::size_t i, Facts& f) const {
        f.running = false;
        f.ended = w.may_close(i);
        f.done = true;
        f.success = f.success || step.status == StepStatus::passed || step.status == StepStatus::completed;
        f.failed = f.failed || step.status == StepStatus::failed;
        f.scored = f.scored || step.status == StepStatus::scored;
        if (w.limit[i] != 0) ++f.tries;
        if (w.thresholds[i].size() > 1) f.regions |= 1U << static_cast<unsigned>(step.region);
    }
    // Whether some try reached a percent from `least` on and below `most`.
    [[nodiscard]] bool reached(const Facts& f, std::size_t i, std::optional<Decimal> least,
                               std::optional<Decimal> most) const {
        for (std::size_t region = 0; region < w.thresholds[i].size(); ++region) {
            const auto percent = w.thresholds[i][region];
            if ((f.regions >> region & 1U) == 0) continue;
            if ((!least || percent >= least->millionths) && (!most || percent < most->millionths)) return true;
        }
        return false;
    }
    [[nodiscard]] bool holds(const Here& here, const catalogue::Rule& rule) const {
        const int source = w.of(rule.component);
        if (source < 0) return false;
        const auto i = static_cast<std::size_t>(source);
        const Facts& f = here.facts[i];
        const bool all_tried = rule.tries && f.tries >= *rule.tries;
        for (const auto& condition : rule.conditions) {
            bool holds = false;
            switch (*condition.kind) {
                case ConditionKind::confirmed_by_participant: holds = f.confirmed; break;
                case ConditionKind::confirmed_by_tutor: holds = f.tutor; break;
                case ConditionKind::percentage:
                    holds = rule.tries && !condition.at_least
                                ? all_tried && !reached(f, i, condition.below, std::nullopt)
                                : reached(f, i, condition.at_least, condition.below);
                    break;
                case ConditionKind::status:
                    if (condition.ending.value_or(Ending::passed) == Ending::passed)
                        holds = f.success;
                    else
                        holds = rule.tries ? all_tried && !f.success : f.failed;
            }
            if (!holds) return false;
        }
        return true;
    }
    [[nodiscard]] bool is_full(const Here& here, std::size_t folder, const catalogue::RuleAction& action) const {
        std::int64_t all = 0, processed = 0;
        for (std::size_t i = 0; i < w.size(); ++i) {
            if (!w.counts(i) || !w.in_folder(static_cast<int>(i), static_cast<int>(folder))) continue;
            ++all;
            processed += is_processed(here, i) ? 1 : 0;
        }
        return processed >= action.at_least.value_or(all);
    }
    void settle(Here& here) {
        std::set<int> opened, locked;
        std::vector<std::pair<std::size_t, int>> opens;
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t r = 0; r < w.c.rules.size(); ++r) {
                const auto& rule = w.c.rules[r];
                if (!here.fired[r] && holds(here, rule)) {
                    here.fired[r] = changed = true;
                    for (const int target : w.targets(rule, ActionKind::lock)) locked.insert(target);
                    for (const int target : w.targets(rule, ActionKind::continue_with)) {
                        opened.insert(target);
                        opens.emplace_back(r, target);
                    }
                    end(here, rule);
                }
                if (here.fired[r]) changed = fill(here, rule) || changed;
            }
        }
        for (const int target : locked) {
            here.facts[static_cast<std::size_t>(target)].unlocked = false;
            here.facts[static_cast<std::size_t>(target)].from = -1;
            if (opened.contains(target)) conflicts.insert(target);
        }
        for (const auto& [r, target] : opens) {
            if (!locked.contains(target)) open(here.facts[static_cast<std::size_t>(target)], w.c.rules[r]);
        }
        conclude(here);
    }
    void open(Facts& f, const catalogue::Rule& rule) const {
        int from = -1;
        if (rule.not_before) {
            const auto& line = w.lines.at("fixed");
            from =
                static_cast<int>(std::ranges::find(line, rule.not_before->time_since_epoch().count()) - line.begin());
        }
        f.from = !f.unlocked ? from : std::min(f.from, from);
        f.unlocked = true;
    }
    void end(Here& here, const catalogue::Rule& rule) {
        for (const auto& action : rule.actions) {
            const int end = action.kind == ActionKind::unregister        ? 1
                            : action.kind == ActionKind::conclude_passed ? 2
                            : action.kind == ActionKind::conclude_failed ? 3
                                                                         : 0;
            if (end == 0 || (end > 1 && w.c.conclude_by != catalogue::ConcludeBy::learning_logic)) continue;
            if (here.end == 0)
                here.end = end;
            else if (here.end != end)
                ends_differ = true;
            return;
        }
    }
    bool fill(Here& here, const catalogue::Rule& rule) const {
        bool changed = false;
        for (const auto& action : rule.actions) {
            if (action.kind != ActionKind::process_folder) continue;
            for (const auto& key : action.components) {
                const int folder = w.of(key);
                if (folder < 0) continue;
                Facts& f = here.facts[static_cast<std::size_t>(folder)];
                if (f.success || !is_full(here, static_cast<std::size_t>(folder), action)) continue;
                f.success = changed = true;
            }
        }
        return changed;
    }
    void conclude(Here& here) const {
        if (w.c.conclude_by != catalogue::ConcludeBy::progress || here.end != 0) return;
        bool any = false, failed = false;
        for (std::size_t i = 0; i < w.size(); ++i) {
            if (!w.counts(i)) continue;
            any = true;
            if (is_processed(here, i)) continue;
            const bool more = w.limit[i] != 0 && here.facts[i].tries < w.limit[i];
            if (!here.facts[i].failed || more) return;
            failed = true;
        }
        if (any) here.end = failed && !w.c.always_passed ? 3 : 2;
    }
};

}  // namespace provost::learning::brute

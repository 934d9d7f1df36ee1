// Compiling the learning logic.
#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::ActionKind;
using catalogue::ConditionKind;
using catalogue::Ending;

bool lies_in(const Logic& logic, int component, int folder) {
    // Folders nest less deeply than there are components: a circle ends as well.
    for (std::size_t steps = 0; component >= 0 && steps <= logic.components.size(); ++steps) {
        if (component == folder) return true;
        component = logic.components[static_cast<std::size_t>(component)].parent;
    }
    return false;
}

void take(const std::vector<catalogue::Component>& components, const Positions& positions, Logic& logic) {
    for (const catalogue::Component& component : components) {
        Logic::Component& made = logic.components.emplace_back();
        made.kind = component.kind;
        made.parent = component.folder.empty() ? -1 : positions.of(component.folder);
        made.weight = component.weight.value_or(Decimal::of(1)).millionths;  // IMC-SYL-07
    }
    logic.contents.resize(logic.components.size());
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        Logic::Component& each = logic.components[i];
        const int component = static_cast<int>(i);
        each.counted = !catalogue::what_is(each.kind).holds_others && !is_for_tutors(logic, component);
    }
    for (std::size_t folder = 0; folder < logic.components.size(); ++folder) {
        if (!catalogue::what_is(logic.components[folder].kind).holds_others) continue;
        for (const int each : with_contents(logic, static_cast<int>(folder))) {
            if (logic.components[static_cast<std::size_t>(each)].counted) logic.contents[folder].push_back(each);
        }
    }
}

std::uint8_t range_in(Logic::Component& component, const Range& range) {
    const auto found = std::ranges::find(component.ranges, range);
    const auto place = found - component.ranges.begin();
    if (found == component.ranges.end()) component.ranges.push_back(range);
    return static_cast<std::uint8_t>(place);
}

// IMC-LL-05: at or above a threshold, below one, or from one up to another. IMC-LL-08: with tries, below one means that
// none of them reached it.
Logic::Asked asked(const catalogue::RuleCondition& condition, bool has_tries, Logic::Component& component) {
    Logic::Asked made;
    made.kind = *condition.kind;
    made.ending = condition.ending.value_or(Ending::passed);
    const bool is_percentage = made.kind == ConditionKind::percentage;
    const bool is_failure =
        is_percentage ? !condition.at_least : made.kind == ConditionKind::status && made.ending == Ending::failed;
    made.after_all = has_tries && is_failure;
    if (!is_percentage) return made;
    const Range success{condition.below, {}};
    made.range = range_in(component, made.after_all ? success : Range{condition.at_least, condition.below});
    return made;
}

Ended ends_by(ActionKind kind) {
    switch (kind) {
        case ActionKind::unregister: return Ended::unregistered;
        case ActionKind::conclude_passed: return Ended::passed;
        case ActionKind::conclude_failed: return Ended::failed;
        default: return Ended::no;
    }
}

void take(const catalogue::RuleAction& action, const Positions& positions, const Logic& logic, Logic::Rule& rule) {
    const Ended ends = ends_by(*action.kind);
    // IMC-LL-15: rules conclude only where the course is concluded by them; they unregister everywhere.
    if (rule.ends == Ended::no && (logic.by_logic || ends == Ended::unregistered)) rule.ends = ends;
    for (const std::string& key : action.components) {
        const int component = positions.of(key);
        if (component < 0) continue;
        if (*action.kind == ActionKind::process_folder) {
            rule.folders.push_back({component, static_cast<std::size_t>(action.at_least.value_or(0))});
            continue;
        }
        auto& targets = *action.kind == ActionKind::lock ? rule.locks : rule.opens;
        const auto all = with_contents(logic, component);  // IMC-LL-16: a folder stands for its contents
        targets.insert(targets.end(), all.begin(), all.end());
    }
}

void take(const catalogue::Rule& from, const Positions& positions, Logic& logic) {
    Logic::Rule& rule = logic.rules.emplace_back();
    rule.component = positions.of(from.component);
    rule.tries = static_cast<std::uint16_t>(from.tries.value_or(0));
    rule.not_before = from.not_before;
    if (rule.component < 0) return;
    Logic::Component& component = logic.components[static_cast<std::size_t>(rule.component)];
    for (const catalogue::RuleCondition& condition : from.conditions) {
        rule.conditions.push_back(asked(condition, from.tries.has_value(), component));
    }
    // IMC-LL-08, IMC-LL-09: after the fewest tries that a rule of the component names, none begins.
    if (rule.tries != 0 && (component.limit == 0 || rule.tries < component.limit)) component.limit = rule.tries;
    // IMC-LL-18: there may be none.
    for (const catalogue::RuleAction& action : from.actions) take(action, positions, logic, rule);
    for (std::vector<int>* targets : {&rule.opens, &rule.locks}) {
        std::ranges::sort(*targets);
        targets->erase(std::unique(targets->begin(), targets->end()), targets->end());
    }
    const int position = static_cast<int>(logic.rules.size()) - 1;
    for (const int opened : rule.opens) {
        Logic::Component& target = logic.components[static_cast<std::size_t>(opened)];
        if (opened != rule.component) target.starts_locked = true;
        target.openers.push_back(position);
    }
    for (const int locked : rule.locks) {
        logic.components[static_cast<std::size_t>(locked)].lockers.push_back(position);
    }
}

}  // namespace

// IMC-SYL-06
bool is_for_tutors(const Logic& logic, int component) {
    for (std::size_t steps = 0; component >= 0 && steps <= logic.components.size(); ++steps) {
        const Logic::Component& each = logic.components[static_cast<std::size_t>(component)];
        if (each.kind == catalogue::ComponentKind::tutor_folder) return true;
        component = each.parent;
    }
    return false;
}

Positions::Positions(const std::vector<catalogue::Component>& components) {
    places_.reserve(components.size());
    for (const catalogue::Component& component : components) {
        places_.emplace(component.key, static_cast<int>(places_.size()));
    }
}

int Positions::of(std::string_view key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? -1 : found->second;
}

std::vector<int> with_contents(const Logic& logic, int component) {
    std::vector<int> all;
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        if (lies_in(logic, static_cast<int>(i), component)) all.push_back(static_cast<int>(i));
    }
    return all;
}

Logic compile(const std::vector<catalogue::Component>& components, const std::vector<catalogue::Rule>& rules,
              catalogue::ConcludeBy by, bool always_passed) {
    Logic logic;
    logic.by_logic = by == catalogue::ConcludeBy::learning_logic;
    logic.by_progress = by == catalogue::ConcludeBy::progress;
    logic.always_passed = always_passed;
    const Positions positions(components);
    take(components, positions, logic);
    for (const catalogue::Rule& rule : rules) take(rule, positions, logic);
    return logic;
}

}  // namespace provost::learning

// What a rule watches, what it asks of that, and what it does: each must be there and be of a kind for which it makes
// sense.
#include "catalogue/rule_fit.hpp"

#include "base/list_text.hpp"

#include <algorithm>

namespace provost::catalogue {

namespace {

using Misfit = std::optional<Reason>;

Misfit misfit_of(Code why, const Rule& rule, std::vector<Parameter> parameters = {}) {
    parameters.insert(parameters.begin(), {"rule", rule.key});
    return Reason{why, Mark::not_met, std::move(parameters), {}, {}};
}

std::string kind_of(const Component& component) { return std::string(word(component.kind)); }

// What rules may ask of a kind. IMC-LL-07
bool supports(const KindOfComponent& kind, ConditionKind condition) {
    switch (condition) {
        case ConditionKind::confirmed_by_participant:
        case ConditionKind::confirmed_by_tutor: return !kind.holds_others;
        case ConditionKind::percentage: return kind.percentage;
        case ConditionKind::status: return kind.status;
    }
    return false;
}

std::string legal_conditions(const KindOfComponent& kind) {
    std::string words;
    for (const auto& row : Choices<ConditionKind>::rows) {
        if (supports(kind, static_cast<ConditionKind>(row.value))) add_to_list(words, row.name);
    }
    return words.empty() ? "nothing" : words;
}

// The member that a condition lacks, or has without use.
std::string_view wrong_member(const RuleCondition& condition) {
    const bool is_percentage = *condition.kind == ConditionKind::percentage;
    const bool has_bounds = condition.at_least || condition.below;
    if (is_percentage != has_bounds) return "at_least";
    if (condition.at_least && condition.below && *condition.below <= *condition.at_least) return "below";
    return (*condition.kind == ConditionKind::status) != condition.ending.has_value() ? "ending" : std::string_view();
}

// The component of a key, and why no rule may be about it: it is not there, or stands for a course set. IMC-CC-07,
// IMC-LL-19
std::pair<const Component*, Misfit> component_of(const Rule& rule, const std::string& key,
                                                 const std::vector<Component>& components) {
    const auto found = std::ranges::find(components, key, &Component::key);
    if (found == components.end())
        return {nullptr, misfit_of("logic.component-unknown"_code, rule, {{"component", key}})};
    if (found->kind != ComponentKind::course_set) return {&*found, {}};
    return {&*found, Reason{"logic.not-allowed"_code, Mark::not_met, {{"component", key}}, {}, {}}};
}

Misfit misfit(const RuleCondition& condition, const Rule& rule, const Component& source) {
    const KindOfComponent& kind = what_is(source.kind);
    if (!supports(kind, *condition.kind)) {
        return misfit_of("logic.condition-unfit"_code, rule,
                         {{"condition", std::string(word(*condition.kind))},
                          {"kind", kind_of(source)},
                          {"legal", legal_conditions(kind)}});
    }
    const auto wrong = wrong_member(condition);
    if (wrong.empty()) return {};
    return misfit_of("logic.condition-incomplete"_code, rule, {{"member", std::string(wrong)}});
}

bool concludes(const RuleAction& action) {
    return *action.kind == ActionKind::conclude_passed || *action.kind == ActionKind::conclude_failed;
}

// IMC-LL-15: a rule concludes only where rules do.
Misfit misfit(const RuleAction& action, const Rule& rule, const std::vector<Component>& components, ConcludeBy by) {
    if (concludes(action) && by != ConcludeBy::learning_logic) {
        return misfit_of("logic.conclude-not-by-logic"_code, rule, {{"conclude_by", std::string(word(by))}});
    }
    const bool folders = *action.kind == ActionKind::process_folder;
    const bool names = folders || *action.kind == ActionKind::continue_with || *action.kind == ActionKind::lock;
    if (names == action.components.empty() || (action.at_least && !folders)) {
        return misfit_of("logic.action-incomplete"_code, rule);
    }
    for (const std::string& key : action.components) {
        auto [target, why] = component_of(rule, key, components);
        if (why) return std::move(why);
        if (folders && !what_is(target->kind).holds_others) return misfit_of("logic.action-incomplete"_code, rule);
    }
    return {};
}

}  // namespace

std::optional<Reason> misfit(const Rule& rule, const std::vector<Component>& components, ConcludeBy by) {
    auto [source, why] = component_of(rule, rule.component, components);
    if (why) return std::move(why);
    if (rule.tries && !what_is(source->kind).tries) {
        return misfit_of("logic.tries-unfit"_code, rule, {{"kind", kind_of(*source)}});
    }
    for (const RuleCondition& condition : rule.conditions) {
        if (auto wrong = misfit(condition, rule, *source)) return wrong;
    }
    for (const RuleAction& action : rule.actions) {
        if (auto wrong = misfit(action, rule, components, by)) return wrong;
    }
    return {};
}

std::optional<std::vector<Rule>> rules_of(std::int64_t owner, const Context& context) {
    const auto syllabus = syllabus_of(owner, context);
    if (!syllabus) return std::nullopt;
    if (!*syllabus || !(*syllabus)->logic) return std::vector<Rule>();
    const auto logic = context.one<Logic>((*syllabus)->logic.value);
    if (!logic) return std::nullopt;
    return *logic ? (*logic)->rules : std::vector<Rule>();
}

void tell_of_idle_rules(std::int64_t owner, const Settings& now, const Context& context, Decision& decision) {
    const auto by = now.conclude_by.value_or(ConcludeBy::administrator);
    if (by == ConcludeBy::learning_logic) return;
    const auto rules = rules_of(owner, context);
    for (const Rule& rule : rules.value_or(std::vector<Rule>())) {
        if (!std::ranges::any_of(rule.actions, concludes)) continue;
        decision.note("logic.conclude-not-by-logic"_code, {{"rule", rule.key}, {"conclude_by", std::string(word(by))}});
    }
}

}  // namespace provost::catalogue

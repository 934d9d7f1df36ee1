// Whether the rules of a course fit its components; then they are its logic from now on.
#include "learning/define_logic.hpp"

#include "base/list_text.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/staff.hpp"
#include "learning/compile.hpp"

#include <provost/describe/compare.hpp>

namespace provost::learning {

namespace {

using catalogue::ActionKind;
using catalogue::Component;
using catalogue::ComponentKind;
using catalogue::ConcludeBy;
using catalogue::ConditionKind;
using catalogue::KindOfComponent;
using catalogue::Rule;
using catalogue::RuleAction;
using catalogue::RuleCondition;

constexpr std::size_t most_ranges = 64;  // a bit for each

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
        if (!supports(kind, static_cast<ConditionKind>(row.value))) continue;
        add_to_list(words, row.name);
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

class LogicCheck {
public:
    LogicCheck(const std::vector<Component>& components, ConcludeBy by, Decision& decision)
        : components_(components), positions_(components), by_(by), decision_(decision) {}

    [[nodiscard]] bool passes(const Rule& rule) {
        const Component* source = known(rule, rule.component);
        if (source == nullptr || !is_open_to_rules(*source)) return false;
        const KindOfComponent& kind = catalogue::what_is(source->kind);
        if (rule.tries && !kind.tries) return refuse("logic.tries-unfit"_code, rule, {{"kind", name(*source)}});
        return std::ranges::all_of(rule.conditions,
                                   [&](const RuleCondition& each) { return passes(rule, *source, each); }) &&
               std::ranges::all_of(rule.actions, [&](const RuleAction& each) { return passes(rule, each); });
    }

private:
    bool refuse(Code why, const Rule& rule, std::vector<Parameter> parameters) {
        parameters.insert(parameters.begin(), {"rule", rule.key});
        decision_.refuse(why, std::move(parameters));
        return false;
    }
    static std::string name(const Component& component) { return std::string(word(component.kind)); }

    const Component* known(const Rule& rule, std::string_view key) {
        const int position = positions_.of(key);
        if (position >= 0) return &components_[static_cast<std::size_t>(position)];
        refuse("logic.component-unknown"_code, rule, {{"component", std::string(key)}});
        return nullptr;
    }

    // IMC-CC-07, IMC-LL-19
    bool is_open_to_rules(const Component& component) {
        if (component.kind != ComponentKind::course_set) return true;
        decision_.refuse("logic.not-allowed"_code, {{"component", component.key}});
        return false;
    }

    bool passes(const Rule& rule, const Component& source, const RuleCondition& condition) {
        const KindOfComponent& kind = catalogue::what_is(source.kind);
        if (!supports(kind, *condition.kind)) {
            return refuse("logic.condition-unfit"_code, rule,
                          {{"condition", std::string(word(*condition.kind))},
                           {"kind", name(source)},
                           {"legal", legal_conditions(kind)}});
        }
        const auto wrong = wrong_member(condition);
        if (wrong.empty()) return true;
        return refuse("logic.condition-incomplete"_code, rule, {{"member", std::string(wrong)}});
    }

    // IMC-LL-15: a rule concludes only where rules do.
    bool passes(const Rule& rule, const RuleAction& action) {
        const bool concludes =
            *action.kind == ActionKind::conclude_passed || *action.kind == ActionKind::conclude_failed;
        if (concludes && by_ != ConcludeBy::learning_logic) {
            return refuse("logic.conclude-not-by-logic"_code, rule, {{"conclude_by", std::string(word(by_))}});
        }
        const bool folders = *action.kind == ActionKind::process_folder;
        const bool names = folders || *action.kind == ActionKind::continue_with || *action.kind == ActionKind::lock;
        if (names == action.components.empty() || (action.at_least && !folders)) {
            return refuse("logic.action-incomplete"_code, rule, {});
        }
        return std::ranges::all_of(action.components, [&](const std::string& key) {
            const Component* target = known(rule, key);
            if (target == nullptr || !is_open_to_rules(*target)) return false;
            const bool fits = !folders || catalogue::what_is(target->kind).holds_others;
            return fits || refuse("logic.action-incomplete"_code, rule, {});
        });
    }

    const std::vector<Component>& components_;
    Positions positions_;
    ConcludeBy by_;
    Decision& decision_;
};

bool are_told_once(const std::vector<Rule>& rules, Decision& decision) {
    std::vector<std::string_view> keys;
    for (const Rule& rule : rules) keys.emplace_back(rule.key);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice == keys.end()) return true;
    decision.refuse("logic.rule-repeated"_code, {{"rule", std::string(*twice)}});
    return false;
}

bool have_room_for_ranges(const std::vector<Component>& components, const std::vector<Rule>& rules, ConcludeBy by,
                          Decision& decision) {
    const Logic logic = compile(components, rules, by, false);
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (logic.components[i].ranges.size() <= most_ranges) continue;
        decision.refuse("logic.too-many-ranges"_code,
                        {{"component", components[i].key}, {"limit", std::to_string(most_ranges)}});
        return false;
    }
    return true;
}

bool shows_logic(const DefineLogicFacts& facts, Decision& decision) {
    const catalogue::Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key,
                                           &*facts.course);
    return complexity.allows(catalogue::Facility::components, decision) &&
           complexity.allows(catalogue::Facility::learning_logic, decision);  // IMC-LL-01
}

}  // namespace

void define_logic(const catalogue::DefineLogic& request, const DefineLogicFacts& facts, Context& context,
                  Decision& decision) {
    if (!shows_logic(facts, decision) || !are_told_once(request.rules, decision)) return;
    static const std::vector<Component> none;
    const auto& components = facts.syllabus ? facts.syllabus->components : none;
    const auto by = facts.course->settings.conclude_by.value_or(ConcludeBy::administrator);
    LogicCheck check(components, by, decision);
    if (!std::ranges::all_of(request.rules, [&](const Rule& rule) { return check.passes(rule); })) return;
    if (!have_room_for_ranges(components, request.rules, by, decision)) return;

    const catalogue::Logic before = facts.before ? *facts.before : catalogue::Logic{};
    const catalogue::Logic told{before.id, 0, request.rules};
    if (same_content(type_of<catalogue::Logic>(), &told, &before)) {
        return decision.unchanged(facts.course->id.value);
    }
    if (!catalogue::may_edit_content(*facts.course, decision)) return;
    // IMC-LL-02: with their order. Whoever has begun goes on by the rules by which he began.
    decision.about = facts.course->id.value;
    catalogue::tell_if_nobody_grades(request.rules, facts.course->assignments.tutors, context, decision);  // IMC-CT-09
    catalogue::Syllabus syllabus = *facts.syllabus;
    syllabus.logic = catalogue::put_logic(request.rules, context, decision);
    decision.put(std::move(syllabus));
}

}  // namespace provost::learning

namespace provost::catalogue {

// IMC-LL-17
Code check_told(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>({"participant", "tutors", "administrator", "supervisor"});
    const bool known = std::ranges::find(words, text) != words.end();
    return known || (text.starts_with("x-") && text.size() > 2) ? Code{} : "logic.recipient-unknown"_code;
}

}  // namespace provost::catalogue

// Why a component is closed.
#include "learning/hints.hpp"

namespace provost::learning {

namespace {

using catalogue::ConditionKind;

std::string percent(const std::optional<Decimal>& bound, std::string_view otherwise) {
    return bound ? to_text(*bound) : std::string(otherwise);
}

Reason hint(const catalogue::RuleCondition& condition) {
    switch (*condition.kind) {
        case ConditionKind::confirmed_by_participant:
            return {"hint.confirmed"_code, Mark::not_met, {{"by", "participant"}}, {}, {}};
        case ConditionKind::confirmed_by_tutor:
            return {"hint.confirmed"_code, Mark::not_met, {{"by", "tutor"}}, {}, {}};
        case ConditionKind::percentage:
            return {"hint.percentage"_code,
                    Mark::not_met,
                    {{"from", percent(condition.at_least, "0")}, {"below", percent(condition.below, "100")}},
                    {},
                    {}};
        case ConditionKind::status: break;
    }
    const auto ending = condition.ending.value_or(catalogue::Ending::passed);
    return {"hint.status"_code, Mark::not_met, {{"ending", std::string(word(ending))}}, {}, {}};
}

// A rule with what it asks, condition by condition.
Reason hint(const Study& study, const Way& way, int rule) {
    const catalogue::Rule& it = study.rules[at(rule)];
    Logic::Rule compiled = study.logic.rules[at(rule)];
    const auto conditions = compiled.conditions;
    Reason reason{"hint.rule"_code, Mark::not_met, {{"rule", it.key}, {"component", it.component}}, {}, {}};
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        compiled.conditions = {conditions[i]};
        Reason part = hint(it.conditions[i]);
        if (conditions[i].after_all) {
            part.parts.push_back({"hint.tries"_code, Mark::not_met, {{"tries", std::to_string(*it.tries)}}, {}, {}});
        }
        part.mark = holds(way.state(), compiled) ? Mark::met : Mark::not_met;
        reason.parts.push_back(std::move(part));
    }
    return reason;
}

}  // namespace

Reason why_closed(const Study& study, const Way& way, int component, const Closed& closed) {
    Reason reason{closed.code, Mark::not_met, {{"component", study.components[at(component)].key}}, {}, {}};
    if (closed.moment) {
        const std::string moment = to_text(*closed.moment);
        reason.parameters.push_back({"from", moment});
        reason.parameters.push_back({"until", moment});
    }
    if (closed.code == "component.date-unknown"_code) {
        reason.parameters.push_back({"anchor", std::string(word(closed.anchor))});
    }
    if (closed.code == "component.no-tries-left"_code) {
        const auto limit = study.logic.components[at(component)].limit;
        reason.parameters.push_back({"limit", std::to_string(limit)});
    }
    if (closed.code != "component.locked"_code) return reason;
    for (std::size_t i = 0; i < study.rules.size(); ++i) {
        const bool opens = std::ranges::binary_search(study.logic.rules[i].opens, component);
        if (opens && way.state().fired[i] == 0) reason.parts.push_back(hint(study, way, static_cast<int>(i)));
    }
    return reason;
}

}  // namespace provost::learning

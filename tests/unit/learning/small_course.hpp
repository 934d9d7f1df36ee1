// Courses written down in short: "A confirmed: open B, pass" is a rule.
#pragma once

#include "learning/check.hpp"

namespace provost::learning {

namespace {

class CourseOf {
public:
    explicit CourseOf(catalogue::ConcludeBy by = catalogue::ConcludeBy::learning_logic) { made_.conclude_by = by; }

    CourseOf& component(const std::string& key, catalogue::ComponentKind kind = catalogue::ComponentKind::content,
                        const std::string& folder = {}) {
        auto& each = made_.components.emplace_back();
        each.key = key;
        each.kind = kind;
        each.folder = folder;
        return *this;
    }
    CourseOf& closes_at(std::int64_t hour) { return bound(made_.components.back().closes, hour); }
    CourseOf& opens_at(std::int64_t hour) { return bound(made_.components.back().opens, hour); }
    /// A rule of a component, named r1, r2 and so on.
    CourseOf& rule(const std::string& component) {
        auto& each = made_.rules.emplace_back();
        each.key = "r" + std::to_string(made_.rules.size());
        each.component = component;
        return *this;
    }
    CourseOf& confirmed() { return asks({catalogue::ConditionKind::confirmed_by_participant, {}, {}, {}}); }
    CourseOf& passed() { return asks({catalogue::ConditionKind::status, {}, {}, catalogue::Ending::passed}); }
    CourseOf& failed() { return asks({catalogue::ConditionKind::status, {}, {}, catalogue::Ending::failed}); }
    CourseOf& at_least(std::int64_t percent) {
        return asks({catalogue::ConditionKind::percentage, Decimal::of(percent), {}, {}});
    }
    CourseOf& below(std::int64_t percent) {
        return asks({catalogue::ConditionKind::percentage, {}, Decimal::of(percent), {}});
    }
    CourseOf& tries(std::int64_t most) {
        made_.rules.back().tries = most;
        return *this;
    }
    CourseOf& opens(std::vector<std::string> keys) {
        return does(catalogue::ActionKind::continue_with, std::move(keys));
    }
    CourseOf& locks(std::vector<std::string> keys) { return does(catalogue::ActionKind::lock, std::move(keys)); }
    CourseOf& fills(std::vector<std::string> keys) {
        return does(catalogue::ActionKind::process_folder, std::move(keys));
    }
    CourseOf& passes() { return does(catalogue::ActionKind::conclude_passed, {}); }
    CourseOf& fails() { return does(catalogue::ActionKind::conclude_failed, {}); }

    [[nodiscard]] const CourseLogic& made() const { return made_; }
    static Instant hour(std::int64_t n) { return Instant{std::chrono::hours{n}}; }

private:
    CourseOf& asks(const catalogue::RuleCondition& condition) {
        made_.rules.back().conditions.push_back(condition);
        return *this;
    }
    CourseOf& does(catalogue::ActionKind kind, std::vector<std::string> keys) {
        made_.rules.back().actions.push_back({kind, std::move(keys), {}, {}});
        return *this;
    }
    CourseOf& bound(catalogue::Bound& bound, std::int64_t hour) {
        bound.counted_from = catalogue::Anchor::fixed;
        bound.at = CourseOf::hour(hour);
        return *this;
    }

    CourseLogic made_;
};

// The steps in short: "A confirmed, T failed 0, date".
std::string short_steps(const LogicFinding& finding) {
    std::string text;
    for (const WayStep& step : finding.steps) {
        text += (text.empty() ? "" : ", ") + step.component + " " + std::string(word(step.happening));
        if (step.status != StepStatus::none) text += " " + std::string(word(step.status));
        if (step.percent) text += " " + to_text(*step.percent);
    }
    return text;
}

// All findings in short: "code component rule: steps".
std::vector<std::string> short_findings(const CourseLogic& course, const CheckOptions& options = {}) {
    std::vector<std::string> all;
    for (const LogicFinding& finding : check(course, options).findings) {
        std::string text(finding.code.name());
        for (const std::string& part : {finding.component, finding.rule}) text += part.empty() ? "" : " " + part;
        for (const std::string& each : finding.components) text += " " + each;
        const std::string steps = short_steps(finding);
        all.push_back(steps.empty() ? text : text + ": " + steps);
    }
    return all;
}

}  // namespace

}  // namespace provost::learning

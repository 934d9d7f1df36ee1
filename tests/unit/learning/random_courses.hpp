// Random small courses, of which some have a planted defect.
#pragma once

#include "learning/check.hpp"

namespace provost::learning::brute {

enum class Defect : std::uint8_t {
    unreachable,
    never_fires,
    last_try,
    cannot_conclude,
    lock_conflict,
    end_conflict,
    dangling,
    loop,
    date_missed
};
inline constexpr auto defect_codes = std::to_array<std::string_view>({
    "check.unreachable",
    "check.never-fires",
    "check.last-try",
    "check.cannot-conclude",
    "check.lock-conflict",
    "check.end-conflict",
    "check.dangling",
    "check.loop",
    "check.date-missed",
});

class CourseMaker {
public:
    explicit CourseMaker(unsigned seed) : dice_(seed) {}

    [[nodiscard]] CourseLogic course() {
        CourseLogic made;
        for (auto n = 4 + roll(5); n > 0; --n) made.components.push_back(component(made));
        bounds(made);
        for (auto n = 3 + roll(6); n > 0; --n) add_rule(made, true);
        made.conclude_by = by();
        made.always_passed = chance(30);
        return made;
    }
    /// A course in which the defect stands beside other components and rules that can not mend it.
    [[nodiscard]] CourseLogic with(Defect defect) {
        CourseLogic made;
        for (auto n = 1 + roll(3); n > 0; --n) made.components.push_back(component(made));
        bounds(made);
        for (auto n = roll(3); n > 0; --n) add_rule(made, false);
        made.conclude_by = catalogue::ConcludeBy::learning_logic;
        for (const char* key : {"A", "B"}) {
            auto& each = made.components.emplace_back();
            each.key = key;
        }
        plant(made, defect);
        if (defect != Defect::loop) lead_to(made, defect == Defect::date_missed ? "B" : "A");
        return made;
    }
    [[nodiscard]] std::size_t roll(std::size_t n) { return dice_() % n; }
    [[nodiscard]] bool chance(std::size_t percent) { return roll(100) < percent; }

    static Instant hour(std::int64_t n) { return Instant{std::chrono::hours{n}}; }

private:
    using Kind = catalogue::ComponentKind;
    using Action = catalogue::ActionKind;
    using Condition = catalogue::ConditionKind;

    catalogue::ConcludeBy by() {
        const auto pick = roll(100);
        return pick < 55   ? catalogue::ConcludeBy::learning_logic
               : pick < 85 ? catalogue::ConcludeBy::progress
                           : catalogue::ConcludeBy::administrator;
    }
    catalogue::Component component(const CourseLogic& course) {
        static constexpr std::array kinds{Kind::content,    Kind::content,     Kind::content, Kind::content,
                                          Kind::test,       Kind::test,        Kind::folder,  Kind::folder,
                                          Kind::feedback,   Kind::scorm,       Kind::aicc,    Kind::sco,
                                          Kind::course_set, Kind::tutor_folder};
        catalogue::Component made;
        made.key = "c" + std::to_string(course.components.size());
        made.kind = kinds[roll(kinds.size())];
        if (made.kind == Kind::tutor_folder && chance(70)) made.kind = Kind::folder;
        std::vector<std::string> folders;
        for (const auto& each : course.components) {
            if (catalogue::what_is(each.kind).holds_others) folders.push_back(each.key);
        }
        if (!folders.empty() && chance(60)) made.folder = folders[roll(folders.size())];
        return made;
    }
    void bounds(CourseLogic& course) {
        if (!chance(25)) return;
        for (auto n = 1 + roll(2); n > 0; --n) {
            auto& each = course.components[roll(course.components.size())];
            (chance(50) ? each.opens : each.closes) = bound(course);
        }
    }
    catalogue::Bound bound(const CourseLogic& course) {
        const auto pick = roll(100);
        catalogue::Bound made;
        if (pick < 60) {
            made.counted_from = catalogue::Anchor::fixed;
            made.at = hour(static_cast<std::int64_t>(1 + roll(3)));
        } else if (pick < 80) {
            made.counted_from = catalogue::Anchor::participant_start;
            made.offset = std::to_string(1 + roll(2)) + " H";
        } else {
            made.counted_from = catalogue::Anchor::component_processed;
            made.component = course.components[roll(course.components.size())].key;
            if (chance(50)) made.offset = "1 H";
        }
        return made;
    }
    catalogue::RuleCondition condition(const catalogue::KindOfComponent& kind, bool with_tries) {
        catalogue::RuleCondition made;
        const auto pick = roll(100);
        made.kind = chance(75) ? Condition::confirmed_by_participant : Condition::confirmed_by_tutor;
        if (kind.holds_others || (kind.status && pick < 60)) {
            made.kind = Condition::status;
            made.ending = chance(kind.holds_others ? 95 : 55) ? catalogue::Ending::passed : catalogue::Ending::failed;
        } else if (kind.percentage && pick < 90) {
            made.kind = Condition::percentage;
            const auto least = static_cast<std::int64_t>(50 + 20 * roll(2));
            const bool range = !with_tries && chance(20);
            if (range || chance(60)) made.at_least = Decimal::of(least);
            if (range || !made.at_least) made.below = Decimal::of(least + (range ? 10 : 0));
        }
        return made;
    }
    [[nodiscard]] std::string any(const CourseLogic& course) {
        return course.components[roll(course.components.size())].key;
    }
    [[nodiscard]] std::string any_folder(const CourseLogic& course) {
        std::vector<std::string> folders;
        for (const auto& each : course.components) {
            if (catalogue::what_is(each.kind).holds_others) folders.push_back(each.key);
        }
        return folders.empty() ? "" : folders[roll(folders.size())];
    }
    catalogue::RuleAction action(const CourseLogic& course, bool may_end) {
        catalogue::RuleAction made;
        const auto pick = roll(100);
        const auto folder = any_folder(course);
        if (pick < 40) {
            made.kind = Action::continue_with;
        } else if (pick < 55) {
            made.kind = Action::lock;
        } else if (pick < 68 && !folder.empty()) {
            made.kind = Action::process_folder;
            made.components = {folder};
            if (chance(30)) made.at_least = 1;
            return made;
        } else if (may_end) {
            made.kind = pick < 90 ? Action::conclude_passed : chance(50) ? Action::conclude_failed : Action::unregister;
            return made;
        } else {
            made.kind = Action::continue_with;
        }
        for (auto n = 1 + roll(2); n > 0; --n) made.components.push_back(any(course));
        return made;
    }
    void add_rule(CourseLogic& course, bool may_end) {
        const auto& source = course.components[roll(course.components.size())];
        if (source.kind == Kind::course_set) return;  // IMC-LL-19
        const auto& kind = catalogue::what_is(source.kind);
        auto& rule = course.rules.emplace_back();
        rule.key = "r" + std::to_string(course.rules.size());
        rule.component = source.key;
        if (kind.tries && chance(60)) rule.tries = 1 + static_cast<std::int64_t>(roll(2));
        if (!chance(3)) rule.conditions.push_back(condition(kind, rule.tries.has_value()));
        if (chance(15)) rule.conditions.push_back(condition(kind, rule.tries.has_value()));
        if (chance(8)) rule.not_before = hour(static_cast<std::int64_t>(1 + roll(3)));
        for (auto n = chance(95) ? 1 + roll(2) : 0; n > 0; --n) rule.actions.push_back(action(course, may_end));
    }

    static catalogue::Rule rule(std::string key, std::string component, catalogue::RuleCondition condition,
                                std::vector<catalogue::RuleAction> actions) {
        catalogue::Rule made;
        made.key = std::move(key);
        made.component = std::move(component);
        made.conditions.push_back(std::move(condition));
        made.actions = std::move(actions);
        return made;
    }
    static catalogue::RuleCondition confirmed() { return {Condition::confirmed_by_participant, {}, {}, {}}; }
    static catalogue::RuleCondition passed() { return {Condition::status, {}, {}, catalogue::Ending::passed}; }
    static catalogue::RuleAction act(Action kind, std::vector<std::string> components) {
        return {kind, std::move(components), {}, {}};
    }
    // Nobody comes to it at once.
    void lead_to(CourseLogic& course, std::string key) {
        for (auto n = roll(4); n > 0; --n) {
            auto& before = course.components.emplace_back();
            before.key = "P" + std::to_string(n);
            course.rules.push_back(
                rule("q" + std::to_string(n), before.key, confirmed(), {act(Action::continue_with, {key})}));
            key = before.key;
        }
    }
    void plant(CourseLogic& course, Defect defect) {
        auto& rules = course.rules;
        auto& a = course.components[course.components.size() - 2];
        auto& b = course.components.back();
        switch (defect) {
            case Defect::unreachable:
                a.kind = Kind::folder;
                rules.push_back(rule("p1", "A", passed(), {act(Action::continue_with, {"B"})}));
                break;
            case Defect::never_fires:
                a.kind = Kind::test;
                rules.push_back(rule("p1", "A", passed(), {act(Action::continue_with, {"B"})}));
                rules.back().conditions.push_back({Condition::status, {}, {}, catalogue::Ending::failed});
                rules.back().tries = 1;
                break;
            case Defect::last_try:
                a.kind = Kind::test;
                rules.push_back(rule("p1", "A", passed(), {act(Action::conclude_passed, {})}));
                rules.back().tries = 1 + static_cast<std::int64_t>(roll(2));
                break;
            case Defect::cannot_conclude:
                rules.push_back(rule("p1", "A", confirmed(), {act(Action::lock, {"B"})}));
                rules.push_back(rule("p2", "B", confirmed(), {act(Action::conclude_passed, {})}));
                break;
            case Defect::lock_conflict:
                rules.push_back(rule("p1", "A", confirmed(), {act(Action::lock, {"B"})}));
                rules.push_back(rule("p2", "A", confirmed(), {act(Action::continue_with, {"B"})}));
                break;
            case Defect::end_conflict:
                rules.push_back(rule("p1", "A", confirmed(), {act(Action::conclude_passed, {})}));
                rules.push_back(rule("p2", "A", confirmed(), {act(Action::conclude_failed, {})}));
                break;
            case Defect::dangling:
                rules.push_back(rule("p1", "A", confirmed(), {act(Action::continue_with, {"nowhere"})}));
                break;
            case Defect::loop:
                rules.push_back(rule("p1", "A", confirmed(), {act(Action::continue_with, {"B"})}));
                rules.push_back(rule("p2", "B", confirmed(), {act(Action::continue_with, {"A"})}));
                break;
            case Defect::date_missed:
                b.closes.counted_from = catalogue::Anchor::fixed;
                b.closes.at = hour(static_cast<std::int64_t>(1 + roll(3)));
                rules.push_back(rule("p1", "B", confirmed(), {act(Action::conclude_passed, {})}));
                break;
        }
    }

    std::mt19937 dice_;
};

}  // namespace provost::learning::brute

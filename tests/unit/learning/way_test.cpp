// A participant's way, stored after every event and gone on from there, is the way that was never interrupted.
#include "learning/way.hpp"

#include <doctest/doctest.h>
#include <provost/describe/json.hpp>

#include <random>

namespace {

using namespace provost;
using namespace provost::learning;
using catalogue::ActionKind;
using catalogue::ComponentKind;
using catalogue::ConditionKind;
using catalogue::Ending;

using Random = std::mt19937;
int below(Random& random, int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); }

constexpr int most = 6;
std::string key(int n) { return "c" + std::to_string(n); }

std::vector<catalogue::Component> components(Random& random) {
    constexpr auto kinds = std::to_array({ComponentKind::content, ComponentKind::test, ComponentKind::on_the_job,
                                          ComponentKind::scorm, ComponentKind::folder});
    std::vector<catalogue::Component> made(most);
    for (int n = 0; n < most; ++n) {
        auto& component = made[static_cast<std::size_t>(n)];
        component.key = key(n);
        component.kind = n == 0 ? ComponentKind::folder : kinds[static_cast<std::size_t>(below(random, 4))];
        if (n > 3) component.folder = key(0);
    }
    return made;
}

catalogue::RuleCondition condition(Random& random, ComponentKind kind) {
    const auto& it = catalogue::what_is(kind);
    if (it.percentage && below(random, 2) == 0) {
        const bool low = below(random, 2) == 0;
        const auto bound = Decimal::of(50);
        return {ConditionKind::percentage,
                low ? std::nullopt : std::optional(bound),
                low ? std::optional(bound) : std::nullopt,
                {}};
    }
    if (it.status && below(random, 3) > 0) {
        return {ConditionKind::status, {}, {}, below(random, 2) == 0 ? Ending::passed : Ending::failed};
    }
    if (it.holds_others) return {ConditionKind::status, {}, {}, Ending::passed};
    return {below(random, 2) == 0 ? ConditionKind::confirmed_by_participant : ConditionKind::confirmed_by_tutor,
            {},
            {},
            {}};
}

std::vector<catalogue::Rule> rules(Random& random, const std::vector<catalogue::Component>& components) {
    std::vector<catalogue::Rule> made;
    for (int n = below(random, 6); n >= 0; --n) {
        auto& rule = made.emplace_back();
        rule.key = "r" + std::to_string(made.size());
        const auto source = static_cast<std::size_t>(below(random, most));
        rule.component = components[source].key;
        rule.conditions.push_back(condition(random, components[source].kind));
        if (catalogue::what_is(components[source].kind).tries && below(random, 2) == 0)
            rule.tries = 1 + below(random, 3);
        constexpr auto kinds = std::to_array(
            {ActionKind::continue_with, ActionKind::lock, ActionKind::process_folder, ActionKind::conclude_passed});
        const auto kind = kinds[static_cast<std::size_t>(below(random, 4))];
        auto& action = rule.actions.emplace_back();
        action.kind = kind;
        if (kind == ActionKind::process_folder) action.components = {key(0)};
        if (kind == ActionKind::continue_with || kind == ActionKind::lock)
            action.components = {key(below(random, most))};
    }
    return made;
}

LearningEvent event(Random& random, int minute) {
    LearningEvent made;
    made.component = key(1 + below(random, most - 1));
    made.kind = static_cast<EventKind>(below(random, 5));
    made.status = static_cast<TryStatus>(1 + below(random, 4));
    if (made.kind == EventKind::ended && below(random, 2) == 0) made.percent = Decimal::of(below(random, 101));
    if (below(random, 4) == 0) made.attempt = 1 + below(random, 4);
    made.occurred_at = Instant{} + std::chrono::minutes{minute};
    return made;
}

TEST_CASE("IMC-LL-20: a stored way goes on as the one that was not interrupted") {
    constexpr unsigned ways = 400;
    std::size_t counted = 0, fired = 0, ended = 0;
    for (unsigned seed = 1; seed <= ways; ++seed) {
        Random random(seed);
        const auto all = components(random);
        const auto logic = rules(random, all);
        catalogue::Settings settings;
        settings.conclude_by = catalogue::ConcludeBy::learning_logic;
        const Study study = study_of(all, logic, settings);
        const catalogue::Course course;
        const Zone zone{"UTC", {{Instant{}, std::chrono::seconds{0}}}};
        Way whole(study, course, zone, Instant{});
        Progress stored = whole.progress();
        bool begun = false;
        for (int minute = 1; minute <= 20; ++minute) {
            LearningEvent once = event(random, minute), again = once;
            whole.take(once);
            Way resumed = begun ? Way(study, course, zone, Instant{}, stored) : Way(study, course, zone, Instant{});
            resumed.take(again);
            stored = resumed.progress();
            begun = true;
            INFO("seed ", seed, ", event ", minute);
            REQUIRE(once.standing == again.standing);
            REQUIRE(to_json(whole.progress()) == to_json(stored));
            counted += once.standing == Standing::counted ? 1U : 0U;
        }
        fired += stored.firings.size();
        ended += stored.ended_at ? 1U : 0U;
    }
    MESSAGE(counted, " events counted, ", fired, " rules fired, ", ended, " courses ended");
    CHECK(counted > ways);
    CHECK(fired > ways / 2);
    CHECK(ended > ways / 20);
}

}  // namespace

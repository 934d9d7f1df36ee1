// Learning logic: rules by which the components of a course open, close and conclude.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// What a rule asks of its component. Since 0.1. [IMC-LL-03, IMC-LL-04, IMC-LL-05, IMC-LL-06]
enum class ConditionKind : std::uint8_t { confirmed_by_participant, confirmed_by_tutor, percentage, status };

/// How a component ends, as a rule asks for it. Since 0.1. [IMC-LL-06]
enum class Ending : std::uint8_t { passed, failed };

/// One condition of a rule. Of a percentage `at_least` alone is a threshold to be reached, `below` alone one not to be
/// reached, both a range. Since 0.1. [IMC-LL-05]
struct RuleCondition {
    std::optional<ConditionKind> kind;
    std::optional<Decimal> at_least;
    std::optional<Decimal> below;
    std::optional<Ending> ending;
};

/// What a rule does. Since 0.1. [IMC-LL-12, IMC-LL-13, IMC-LL-14, IMC-LL-15, IMC-LL-16]
enum class ActionKind : std::uint8_t {
    continue_with,
    lock,
    process_folder,
    unregister,
    conclude_passed,
    conclude_failed,
};

/// One follow-up action of a rule, and who is told. Since 0.1. [IMC-LL-17]
struct RuleAction {
    std::optional<ActionKind> kind;
    std::vector<std::string> components;
    std::optional<std::int64_t> at_least;
    std::vector<std::string> tell;
};

/// A rule of a component: when all its conditions hold, it fires, once for each participant. Since 0.1. [IMC-LL-02,
/// IMC-LL-10, IMC-LL-20]
struct Rule {
    std::string key;
    std::string component;
    std::vector<RuleCondition> conditions;
    std::optional<std::int64_t> tries;
    std::optional<Instant> not_before;
    std::vector<RuleAction> actions;
};

/// The rules of courses and templates that say the same; never changed. A participant is judged by those that were
/// current when his learning began. Since 0.1.
struct Logic {
    Id<Logic> id;
    std::int64_t version = 0;
    std::vector<Rule> rules;
};

/// Says what the learning logic of a course is: all its rules are told. Since 0.1. [IMC-LL-01, IMC-LL-07]
struct DefineLogic {
    Head head;
    Ref<Course> course;
    std::vector<Rule> rules;
};

/// Whether a text says who is told: participant, tutors, administrator, supervisor, or x- and a name of the host's.
[[nodiscard]] Code check_told(std::string_view text);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::ConditionKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "confirmed_by_participant", "The participant says that it is done."},
        {1, "confirmed_by_tutor", "A tutor says that it is done."},
        {2, "percentage", "So many percent were achieved, or were not."},
        {3, "status", "It ended passed or completed, or failed."},
    });
};
template <>
struct provost::Choices<provost::catalogue::Ending> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "passed", "Passed or completed; of a folder: processed."},
        {1, "failed", "Failed."},
    });
};
template <>
struct provost::Choices<provost::catalogue::ActionKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "continue_with", "The components become available."},
        {1, "lock", "The components can no longer be opened."},
        {2, "process_folder", "The folders are processed as soon as what is in them is."},
        {3, "unregister", "The participant is cancelled."},
        {4, "conclude_passed", "The course is concluded, passed."},
        {5, "conclude_failed", "The course is concluded, failed."},
    });
};

PROVOST_DESCRIBE(
    provost::catalogue::RuleCondition, document, "rule_condition", "One condition of a rule.", PROVOST_NO_INDEX,
    PROVOST_FIELD(kind, "What it asks.").required(),
    PROVOST_FIELD(at_least, "Of a percentage: so many percent, or more.").between(0, 100, "value.out-of-range"),
    PROVOST_FIELD(below, "Of a percentage: fewer than so many percent.").between(0, 100, "value.out-of-range"),
    PROVOST_FIELD(ending, "Of a status: how the component ends."));

PROVOST_DESCRIBE(provost::catalogue::RuleAction, document, "rule_action", "One follow-up action of a rule.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "What it does.").required(),
                 PROVOST_FIELD(components, "Keys of the components or folders that it does it to.").at_most(1000),
                 PROVOST_FIELD(at_least,
                               "Of a folder: how many of the counted components in it are enough; absent: all.")
                     .between(1, 1000, "value.out-of-range"),
                 PROVOST_FIELD(tell,
                               "Who gets a message: participant, tutors, administrator, supervisor, or x- and a "
                               "name of the host's; nobody, when absent.")
                     .at_most(20)
                     .checked(&provost::catalogue::check_told));

PROVOST_DESCRIBE(provost::catalogue::Rule, document, "rule", "A rule of the learning logic.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(key, "What the course calls it.").required().key(),
                 PROVOST_FIELD(component, "Key of the component whose rule it is.").required().at_most(40),
                 PROVOST_FIELD(conditions, "All must hold; none: it holds from the beginning.").at_most(20),
                 PROVOST_FIELD(tries, "How many tries it waits for; after them no further one can begin.")
                     .between(1, 1000, "value.out-of-range"),
                 PROVOST_FIELD(not_before, "What it opens stays closed before this moment."),
                 PROVOST_FIELD(actions, "What it does; nothing, when absent.").at_most(20));

PROVOST_DESCRIBE(provost::catalogue::Logic, record, "logic", "The rules of a course: others are another record.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Always 1: it never changes."),
                 PROVOST_FIELD(rules, "The rules, in the order in which they are asked."));

PROVOST_REQUEST(provost::catalogue::DefineLogic, "define_logic", "Says what the learning logic of a course is.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(rules, "All its rules, in the order in which they are asked.").at_most(1000));

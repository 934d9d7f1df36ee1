// Which grade rule counts where: at a course, by default for its unit offers, for the organisation; and which courses
// of an LMS a course is linked to.
#pragma once

#include <provost/catalogue/course_set.hpp>
#include <provost/results/grade_rule.hpp>

namespace provost::results {

/// The grade rules of a course: its own, and the default of the unit offers in its course sets. Since 0.1. [WIS-AG-12]
struct GradeRuleUse {
    Id<GradeRuleUse> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    Id<GradeRule> rule;
    Id<GradeRule> default_rule;
};

/// What counts where no course says anything; one record, key "default". Since 0.1. [WIS-AG-19, PPR-RES-01]
struct ResultSettings {
    Id<ResultSettings> id;
    std::int64_t version = 0;
    std::string key;
    std::string default_rule;
};

/// What of a result counts that comes over a link. Since 0.1. [WIS-LNK-01]
enum class LinkMethod : std::uint8_t { grade, completion };

/// Who says whether places of a linked course have access in the LMS. Since 0.1. [WIS-LNK-05, PPR-PRO-02]
enum class AccessMethod : std::uint8_t { none, manual, automatic, by_place };

/// A course of an LMS, or a graded item in it, that stands for a course here; many to many. Whether it also gives
/// access there is said by lms.set_link. Since 0.1. [WIS-LNK-01]
struct LmsLink {
    Id<LmsLink> id;
    std::int64_t version = 0;
    std::string connection;
    std::string lms_course;
    std::string item;
    Id<catalogue::Course> course;
    Id<GradeRule> rule;
    LinkMethod method = LinkMethod::grade;
    std::string group;
    bool review = false;
    bool off = false;
    std::string component;
    AccessMethod access = AccessMethod::none;
    std::string access_rule;
    bool enrols_everybody = false;
    bool is_cohort = false;
    bool is_test = false;
    bool takes_over = false;
    std::vector<std::string> pinned;
    std::string lms_name;
    std::optional<Instant> lms_starts_at;
    std::optional<Instant> lms_ends_at;
};

/// Says which grade rule counts at a course, or by default at its unit offers. Since 0.1. [WIS-AG-12]
struct SetGradeRule {
    Head head;
    Ref<catalogue::Course> course;
    Ref<GradeRule> rule;
    Ref<GradeRule> default_rule;
    std::vector<std::string> clear;
};

/// The same rule for many courses, each with a result of its own. Since 0.1. [WIS-AG-13]
struct SetGradeRules {
    Head head;
    std::vector<std::string> courses;
    Ref<GradeRule> rule;
};

/// Links a course of an LMS, or a graded item in it, to a course; the whole link is told. Since 0.1. [WIS-LNK-01]
struct LinkLmsCourse {
    Head head;
    std::string connection;
    std::string lms_course;
    std::string item;
    Ref<catalogue::Course> course;
    Ref<GradeRule> rule;
    LinkMethod method = LinkMethod::grade;
    std::string group;
    bool review = false;
    bool off = false;
    std::string component;
};

/// Sets outcome and dates of a unit enrolment by hand. Since 0.1. [PPR-RES-04, FIN-ORD-06]
struct ChangeOutcome {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string outcome;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::optional<bool> pinned;
    std::string reason;
};

/// A row of a bulk change. Since 0.1. [FIN-ORD-06]
struct OutcomeRow {
    std::string course;
    std::string learner;
    std::string outcome;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
};

/// Sets outcomes and dates of many unit enrolments, each with a result of its own. Since 0.1. [FIN-ORD-06]
struct ChangeOutcomes {
    Head head;
    std::vector<OutcomeRow> rows;
    std::string reason;
};

/// Outcome of a learner's unit, and where it comes from. Answers a report; writes nothing. Since 0.1. [PPR-RES-02]
struct OutcomeOf {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// What stands beside an outcome that another system set: `[Moodle sync]`; empty for any other. Since 0.1. [PPR-RES-02]
[[nodiscard]] std::string sync_label(const enrolment::Activity& activity);

}  // namespace provost::results

template <>
struct provost::Choices<provost::results::LinkMethod> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "grade", "Completion and grade."},
        {1, "completion", "The completion alone: grades that come with it are kept and not judged."},
    });
};

template <>
struct provost::Choices<provost::results::AccessMethod> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "The link is about results alone."},
        {1, "manual", "A person does, for each e-learning enrolment."},
        {2, "automatic", "A rule does."},
        {3, "by_place", "The state of the place does."},
    });
};

PROVOST_DESCRIBE(provost::results::GradeRuleUse, record, "grade_rule_use", "The grade rules of a course.",
                 PROVOST_INDEXES({"course", true, {"course"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(course, "The course."),
                 PROVOST_FIELD(rule, "The rule that counts there."),
                 PROVOST_FIELD(default_rule, "The rule of the courses in its course sets that have none themselves."));

PROVOST_DESCRIBE(provost::results::ResultSettings, record, "result_settings", "What counts where no course says so.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "Always \"default\".").required().at_most(40),
                 PROVOST_FIELD(default_rule,
                               "Key of the grade rule; shipped (also when absent) and powerpro are there already, none "
                               "is no rule: grades are logged only.")
                     .at_most(40));

PROVOST_DESCRIBE(provost::results::LmsLink, record, "lms_link", "A course of an LMS that stands for a course.",
                 PROVOST_INDEXES({"lms_course", false, {"connection", "lms_course"}}, {"course", false, {"course"}},
                                 {"access_rule", false, {"access_rule"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(lms_course, "Id of the course there."),
                 PROVOST_FIELD(item, "Id, or id number, of a graded item in it; absent: the whole course."),
                 PROVOST_FIELD(course, "The course that it stands for."),
                 PROVOST_FIELD(rule, "Grade rule of what comes over the link; absent: that of the course."),
                 PROVOST_FIELD(method, "What of a result counts."),
                 PROVOST_FIELD(group, "Group or section in the LMS."),
                 PROVOST_FIELD(review, "Whatever comes over it waits for a person."),
                 PROVOST_FIELD(off, "Nothing comes over it any more."),
                 PROVOST_FIELD(component, "Key of the component of the course that the graded item is."),
                 PROVOST_FIELD(access, "Who says whether places have access there."),
                 PROVOST_FIELD(access_rule, "By the automatic method: key of the rule."),
                 PROVOST_FIELD(enrols_everybody, "By the automatic method: every place counts, without being added."),
                 PROVOST_FIELD(is_cohort, "What is linked is a cohort of the LMS."),
                 PROVOST_FIELD(is_test, "It is for tests alone."),
                 PROVOST_FIELD(takes_over, "Name and dates of the course follow those in the LMS."),
                 PROVOST_FIELD(pinned, "What of them stays as it is: name, starts_at, ends_at."),
                 PROVOST_FIELD(lms_name, "Name of the course in the LMS."),
                 PROVOST_FIELD(lms_starts_at, "Its start there."), PROVOST_FIELD(lms_ends_at, "Its end there."));

PROVOST_REQUEST(provost::results::SetGradeRule, "set_grade_rule", "Says which grade rule counts at a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(rule, "Key of the grade rule of its own results."),
                PROVOST_FIELD(default_rule, "Key of the rule of the courses in its course sets."),
                PROVOST_FIELD(clear, "Members to take away: rule, default_rule.").at_most(2));

PROVOST_REQUEST(provost::results::SetGradeRules, "set_grade_rules", "Sets the grade rule of many courses.",
                PROVOST_FIELD(courses, "External ids of the courses.").required().at_most(10'000),
                PROVOST_FIELD(rule, "Key of the grade rule; absent: they have none of their own any more."));

PROVOST_REQUEST(provost::results::LinkLmsCourse, "link_lms_course", "Links a course of an LMS to a course.",
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there.").required().at_most(100),
                PROVOST_FIELD(item, "Id, or id number, of a graded item in it; absent: the whole course.").at_most(100),
                PROVOST_FIELD(course, "External id of the course that it stands for.").required(),
                PROVOST_FIELD(rule, "Key of the grade rule of what comes over the link."),
                PROVOST_FIELD(method, "What of a result counts."),
                PROVOST_FIELD(group, "Group or section in the LMS.").at_most(100),
                PROVOST_FIELD(review, "Whatever comes over it waits for a person."),
                PROVOST_FIELD(off, "Nothing comes over it any more."),
                PROVOST_FIELD(component,
                              "Key of the component of the course that the item is: its results count for that.")
                    .at_most(40));

PROVOST_REQUEST(provost::results::ChangeOutcome, "change_outcome",
                "Sets outcome and dates of a unit enrolment by hand.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(outcome, "Outcome code; absent: it stays.").at_most(4),
                PROVOST_FIELD(start_on, "First day of the unit."), PROVOST_FIELD(end_on, "Last day of the unit."),
                PROVOST_FIELD(pinned, "Whether no result changes the outcome from now on."),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_DESCRIBE(provost::results::OutcomeRow, document, "outcome_row", "A row of a bulk change.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course, "External id of the course.").required().at_most(100),
                 PROVOST_FIELD(learner, "Login of the learner.").required().at_most(100),
                 PROVOST_FIELD(outcome, "Outcome code; absent: it stays.").at_most(4),
                 PROVOST_FIELD(start_on, "First day of the unit."), PROVOST_FIELD(end_on, "Last day of the unit."));

PROVOST_REQUEST(provost::results::ChangeOutcomes, "change_outcomes",
                "Sets outcomes and dates of many unit enrolments, each with a result of its own.",
                PROVOST_FIELD(rows, "What shall be so.").required().at_most(10'000),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::results::OutcomeOf, "outcome_of", "Outcome of a learner's unit, and where it comes from.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());

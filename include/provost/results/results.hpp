// Results: neutral events that come in, and what rules make of them.
#pragma once

#include <provost/results/links.hpp>

namespace provost::results {

/// What became of a result. Since 0.1.
enum class Disposition : std::uint8_t {
    evidence,   ///< shows participation, writes no outcome
    applied,    ///< wrote what the rule says
    kept,       ///< the outcome that stood there stays
    review,     ///< contradicts itself or the state, or matches several: a person decides
    conflict,   ///< what a person set stays; both are listed [PPR-RES-03]
    dismissed,  ///< was held, and a person let it go
};

/// Why a person has to look at a result before it counts, whatever the rule says. Since 0.1. [WIS-MIG-08]
enum class HoldFor : std::uint8_t { nothing, withdrawn, gap };

/// A result that came in, with what became of it. Since 0.1.
struct ResultEvent {
    Id<ResultEvent> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    std::optional<Instant> occurred_at;
    std::optional<Decimal> grade_percent;
    Completion completion = Completion::incomplete;
    Disposition disposition = Disposition::evidence;
    Code code;
    std::string grade;
    enrolment::Source source = enrolment::Source::none;
    std::string system;
    std::string run;
    std::string connection;
    std::string lms_course;
    std::string item;
    std::string item_number;
    std::string subject;
    Id<people::Learner> learner;
    Id<GradeRule> rule;
    std::vector<std::int64_t> candidates;
    std::string outcome_before;
    std::string outcome;
    std::optional<Instant> settled_at;
    std::string settled_by;
    Id<ResultEvent> corrects;
};

/// Records a result of a learner, at the effective moment (the submission): in a course, or in what is linked to a
/// course of an LMS, or in the unit of that code. Since 0.1. [WIS-AG-01, WIS-AG-15, PPR-RES-05]
struct ReceiveGrade {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    std::optional<Decimal> grade_percent;
    Completion completion = Completion::incomplete;
    std::string grade;
    std::string connection;
    std::string lms_course;
    std::string item;
    std::string item_number;
    Ref<catalogue::Subject> subject;
    std::string system;
    std::string run;
    HoldFor hold_for = HoldFor::nothing;
};

/// Enters a grade by hand, through the rule of the course. Since 0.1. [WIS-AG-18]
struct EnterGrade {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<Decimal> grade_percent;
    std::string grade;
    Completion completion = Completion::completed;
};

/// Settles a result that was held: for one of its candidates, with an outcome that a person chose, or not at all.
/// Since 0.1. [WIS-AG-15, PPR-RES-06]
struct SettleResult {
    Head head;
    Ref<ResultEvent> result;
    Ref<enrolment::Enrolment> enrolment;
    std::string outcome;
    bool dismiss = false;
    std::string reason;
};

/// What grades would have written under a rule, beside what stands: nothing is written. Since 0.1. [WIS-AG-14]
struct WhatIfGrades {
    Head head;
    Ref<catalogue::Course> course;
    Ref<GradeRule> rule;
};

}  // namespace provost::results

template <>
struct provost::Choices<provost::results::Disposition> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "evidence", "Shows participation, writes no outcome."},
        {1, "applied", "Wrote what the rule says."},
        {2, "kept", "The outcome that stood there stays."},
        {3, "review", "A person decides."},
        {4, "conflict", "What a person set stays; somebody should compare the two."},
        {5, "dismissed", "It was held, and a person let it go."},
    });
};

template <>
struct provost::Choices<provost::results::HoldFor> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "nothing", "Nothing: the rule decides."},
        {1, "withdrawn", "The grade was taken away again where it was given."},
        {2, "gap", "It is from the time in which grades were entered by hand."},
    });
};

PROVOST_DESCRIBE(provost::results::ResultEvent, record, "result_event", "A result that came in.",
                 PROVOST_INDEXES({"enrolment", false, {"enrolment"}}, {"learner", false, {"learner"}},
                                 {"disposition", false, {"disposition"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(enrolment, "The place it belongs to; absent while nobody knows."),
                 PROVOST_FIELD(occurred_at, "When it happened."), PROVOST_FIELD(grade_percent, "Grade from 0 to 100."),
                 PROVOST_FIELD(completion, "What it says."), PROVOST_FIELD(disposition, "What became of it."),
                 PROVOST_FIELD(code, "Why; absent when it was applied."),
                 PROVOST_FIELD(grade, "The grade as text, where it was told so."),
                 PROVOST_FIELD(source, "Who told it: lms or manual."),
                 PROVOST_FIELD(system, "The system it came from."), PROVOST_FIELD(run, "Run of that system."),
                 PROVOST_FIELD(connection, "Connection that it came by."),
                 PROVOST_FIELD(lms_course, "Course of the LMS."),
                 PROVOST_FIELD(item, "Graded item there; absent: the whole course."),
                 PROVOST_FIELD(item_number, "Its id number, where both were told."),
                 PROVOST_FIELD(subject, "Code of the unit, where it was told by that."),
                 PROVOST_FIELD(learner, "Whose it is, while nobody knows the place."),
                 PROVOST_FIELD(rule, "The grade rule that judged it; absent: the shipped one, or none."),
                 PROVOST_FIELD(candidates, "Ids of the places it may belong to, when it was held for that."),
                 PROVOST_FIELD(outcome_before, "Outcome before it."), PROVOST_FIELD(outcome, "Outcome that it wrote."),
                 PROVOST_FIELD(settled_at, "When a person settled it."),
                 PROVOST_FIELD(settled_by, "Who: a login; absent: the host, or nobody yet."),
                 PROVOST_FIELD(corrects, "The result that a person corrected by it; that one stays as it is."));

PROVOST_REQUEST(
    provost::results::ReceiveGrade, "receive_grade",
    "Records a result of a learner in a course, in what is linked to a course of an LMS, or in a unit.",
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(course, "External id of the course; absent: connection or subject says what it is for."),
    PROVOST_FIELD(grade_percent, "Grade from 0 to 100; may be absent when incomplete.")
        .between(0, 100, "grade.out-of-range"),
    PROVOST_FIELD(completion, "What the result says.").or_else("completion-status.unknown"),
    PROVOST_FIELD(grade, "The grade as text, for rules of exact values.").at_most(100),
    PROVOST_FIELD(connection, "Connection to the LMS, with lms_course.").at_most(40),
    PROVOST_FIELD(lms_course, "Id of the course in the LMS.").at_most(100),
    PROVOST_FIELD(item, "Id of the graded item in it; absent with item_number: the whole course.").at_most(100),
    PROVOST_FIELD(item_number, "Its id number, which may be the code of the unit.").at_most(100),
    PROVOST_FIELD(subject, "Code of the unit: the learner's open enrolment in it."),
    PROVOST_FIELD(system, "The system it comes from, for example Moodle.").at_most(100),
    PROVOST_FIELD(run, "Run of that system.").at_most(100),
    PROVOST_FIELD(hold_for, "Why a person looks at it before it counts, whatever the rule says."));

PROVOST_REQUEST(provost::results::EnterGrade, "enter_grade", "Enters a grade by hand, through the rule of the course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(grade_percent, "Grade from 0 to 100.").between(0, 100, "grade.out-of-range"),
                PROVOST_FIELD(grade, "The grade as text, one of those that the rule lists.").at_most(100),
                PROVOST_FIELD(completion, "What the grade says of the completion; absent: completed."));

PROVOST_REQUEST(provost::results::SettleResult, "settle_result", "Settles a result that was held for a person.",
                PROVOST_FIELD(result, "Id of the result.").required(),
                PROVOST_FIELD(enrolment, "Id of the place that it is for, one of its candidates."),
                PROVOST_FIELD(outcome, "The outcome that it shall have, by hand; absent: as the rule says.").at_most(4),
                PROVOST_FIELD(dismiss, "Let it go; the outcome stays as it is."),
                PROVOST_FIELD(reason, "Why; must be given with dismiss or outcome.").at_most(1000).personal());

PROVOST_REQUEST(provost::results::WhatIfGrades, "what_if_grades",
                "What the grades of a course would have written under a rule; writes nothing.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(rule, "Key of the grade rule; absent: the one that counts there now."));

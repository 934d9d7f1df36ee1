// Results: neutral events that come in, and what rules make of them.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::results {

/// What a result says of the completion. Since 0.1.
enum class Completion : std::uint8_t { passed, completed, failed, incomplete };

/// What became of a result. Since 0.1.
enum class Disposition : std::uint8_t {
    evidence,  ///< shows participation, writes no outcome
    applied,   ///< wrote the outcome
    kept,      ///< the outcome that stood there stays
    review,    ///< contradicts itself or the state: a person decides
};

/// A result that came in, with what became of it. Since 0.1.
struct ResultEvent {
    Id<ResultEvent> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    std::optional<Instant> occurred_at;
    std::optional<Decimal> grade_percent;
    Completion completion = Completion::incomplete;
    Disposition disposition = Disposition::evidence;
};

/// Records a result of a learner in a course, at the effective moment (the submission). Since 0.1.
struct ReceiveGrade {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    std::optional<Decimal> grade_percent;
    Completion completion = Completion::incomplete;
};

}  // namespace provost::results

template <>
struct provost::Choices<provost::results::Completion> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "passed", "Passed."},
        {1, "completed", "Completed; passed from the pass mark on."},
        {2, "failed", "Failed."},
        {3, "incomplete", "Not complete yet: evidence only."},
    });
};

template <>
struct provost::Choices<provost::results::Disposition> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "evidence", "Shows participation, writes no outcome."},
        {1, "applied", "Wrote the outcome."},
        {2, "kept", "The outcome that stood there stays."},
        {3, "review", "A person decides."},
    });
};

PROVOST_DESCRIBE(provost::results::ResultEvent, record, "result_event", "A result that came in.",
                 PROVOST_INDEXES({"enrolment", false, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(enrolment, "The place it belongs to."),
                 PROVOST_FIELD(occurred_at, "When it happened."), PROVOST_FIELD(grade_percent, "Grade from 0 to 100."),
                 PROVOST_FIELD(completion, "What it says."), PROVOST_FIELD(disposition, "What became of it."));

PROVOST_REQUEST(provost::results::ReceiveGrade, "receive_grade", "Records a result of a learner in a course.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(grade_percent, "Grade from 0 to 100; may be absent when incomplete.")
                    .between(0, 100, "grade.out-of-range"),
                PROVOST_FIELD(completion, "What the result says.").or_else("completion-status.unknown"));

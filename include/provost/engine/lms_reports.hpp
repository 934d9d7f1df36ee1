// What the sessions say that bring back what an LMS holds: its courses, its results; and those that send again and
// count.
#pragma once

#include <provost/lms/elearning.hpp>
#include <provost/lms/received.hpp>

namespace provost {

/// What a finished comparison of accounts says; rows is the sum of matched, ambiguous and only_there. Since 0.1.
/// [WIS-MIG-06]
struct LmsAccountsSummary {
    std::int64_t rows = 0;
    std::int64_t matched = 0;
    std::int64_t ambiguous = 0;
    std::int64_t only_there = 0;
    std::int64_t only_here = 0;
    std::int64_t to_do = 0;
    bool complete = false;
    Code code;
};

/// What became of a course of an LMS. Since 0.1. [WIS-LNK-02]
struct LmsCourseLine {
    std::string course;
    std::string name;
    bool created = false;
    bool gone = false;
    std::int64_t links = 0;
    Code code;
    std::vector<Parameter> parameters;
};

/// What a finished session of courses of an LMS says. Since 0.1. [WIS-LNK-02]
struct LmsCoursesSummary {
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t gone = 0;
    std::int64_t linked = 0;
    std::int64_t refused = 0;
    bool complete = false;
    Code code;
};

/// What became of a result of an LMS. Since 0.1. [WIS-AG-11, PPR-RES-02]
struct LmsResultLine {
    std::string event_id;
    std::string course;
    std::string item;
    std::string learner;
    lms::ResultState state = lms::ResultState::taken;
    Code code;
    std::string outcome;
    std::string label;
    bool clamped = false;
};

/// What a finished session of results of an LMS says; rows is the sum of the nine that follow it. Since 0.1.
struct LmsResultsSummary {
    std::int64_t rows = 0;
    std::int64_t taken = 0;
    std::int64_t evidence = 0;
    std::int64_t kept = 0;
    std::int64_t conflicts = 0;
    std::int64_t held = 0;
    std::int64_t waiting = 0;
    std::int64_t refused = 0;
    std::int64_t ignored = 0;
    std::int64_t unchanged = 0;
    std::int64_t caught_up = 0;
    std::int64_t clamped = 0;
    std::int64_t in_review = 0;
};

/// An e-learning enrolment that is sent again. Since 0.1. [WIS-RS-01]
struct ResyncLine {
    Id<lms::ElearningEnrolment> elearning;
    std::string course;
    std::string learner;
    std::string lms_course;
    results::AccessMethod method = results::AccessMethod::manual;
    bool enabled = false;
};

/// What a finished resync says. Since 0.1. [WIS-RS-02]
struct ResyncSummary {
    std::int64_t looked_at = 0;
    std::int64_t marked = 0;
    std::int64_t automatic = 0;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::LmsAccountsSummary, document, "lms_accounts_summary",
                 "What a finished comparison of accounts says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rows, "Accounts that were told."),
                 PROVOST_FIELD(matched, "That are one learner's, who has no other."),
                 PROVOST_FIELD(ambiguous, "That somebody has to decide about."),
                 PROVOST_FIELD(only_there, "Of nobody who is known here."),
                 PROVOST_FIELD(only_here, "Learners who shall have access, and have no account."),
                 PROVOST_FIELD(to_do, "Lines with a code: something is to be done before the connection enforces."),
                 PROVOST_FIELD(complete, "Whether the listing was complete: else of nobody is said that he has none."),
                 PROVOST_FIELD(code, "Why it was not."));
PROVOST_DESCRIBE(provost::LmsCourseLine, document, "lms_course_line", "What became of a course of an LMS.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(course, "Its id in the LMS."), PROVOST_FIELD(name, "Its name."),
                 PROVOST_FIELD(created, "It was not known before."),
                 PROVOST_FIELD(gone, "The LMS does not have it any more."),
                 PROVOST_FIELD(links, "How many courses are linked to it."),
                 PROVOST_FIELD(code, "Why a linked course did not follow, or why it was refused."),
                 PROVOST_FIELD(parameters, "What that is about."));
PROVOST_DESCRIBE(provost::LmsCoursesSummary, document, "lms_courses_summary",
                 "What a finished session of courses of an LMS says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rows, "Courses that were told."), PROVOST_FIELD(created, "That were not known before."),
                 PROVOST_FIELD(updated, "That changed something."), PROVOST_FIELD(unchanged, "That changed nothing."),
                 PROVOST_FIELD(gone, "Courses that the LMS does not have any more."),
                 PROVOST_FIELD(linked, "Courses that were told and are linked to one here."),
                 PROVOST_FIELD(refused, "Courses that could not be taken."),
                 PROVOST_FIELD(complete, "Whether the listing was complete: else nothing is gone."),
                 PROVOST_FIELD(code, "Why it was not."));
PROVOST_DESCRIBE(provost::LmsResultLine, document, "lms_result_line", "What became of a result of an LMS.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(event_id, "Which result."),
                 PROVOST_FIELD(course, "Id of the course in the LMS."), PROVOST_FIELD(item, "Graded item there."),
                 PROVOST_FIELD(learner, "External id of the learner, once he is known."),
                 PROVOST_FIELD(state, "What became of it."), PROVOST_FIELD(code, "Why."),
                 PROVOST_FIELD(outcome, "Outcome that it wrote."),
                 PROVOST_FIELD(label, "What stands beside that outcome, for example [Moodle sync]."),
                 PROVOST_FIELD(clamped, "It said a moment that had not come yet: the moment it was told counts."));
PROVOST_DESCRIBE(provost::LmsResultsSummary, document, "lms_results_summary",
                 "What a finished session of results of an LMS says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rows, "Results that were told."), PROVOST_FIELD(taken, "That wrote something."),
                 PROVOST_FIELD(evidence, "That show participation and no more."),
                 PROVOST_FIELD(kept, "That left what stood there."),
                 PROVOST_FIELD(conflicts, "That met what a person had set."),
                 PROVOST_FIELD(held, "That wait for a person, or for the LMS to tell more."),
                 PROVOST_FIELD(waiting, "That wait for the learner or his place."),
                 PROVOST_FIELD(refused, "That can not be taken."),
                 PROVOST_FIELD(ignored, "Of courses from which nothing is taken at present."),
                 PROVOST_FIELD(unchanged, "That were told before."),
                 PROVOST_FIELD(caught_up, "Results of earlier runs that waited and do so no longer."),
                 PROVOST_FIELD(clamped, "That said a moment which had not come yet."),
                 PROVOST_FIELD(in_review, "All results that wait for a person, at the end."));
PROVOST_DESCRIBE(provost::ResyncLine, document, "resync_line", "An e-learning enrolment that is sent again.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(elearning, "Id of the e-learning enrolment."),
                 PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(learner, "External id of the learner."),
                 PROVOST_FIELD(lms_course, "Id of the course in the LMS."),
                 PROVOST_FIELD(method, "Who says whether access is on."),
                 PROVOST_FIELD(enabled, "By the manual method: whether it is on."));
PROVOST_DESCRIBE(provost::ResyncSummary, document, "resync_summary", "What a finished resync says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(looked_at, "E-learning enrolments of the connection."),
                 PROVOST_FIELD(marked, "That changed in the range and are sent again."),
                 PROVOST_FIELD(automatic, "That changed in the range and were left to their rules."));

// Lines of reports: the columns of each are its members, and clauses of a filter name them.
#pragma once

#include <provost/learning/progress.hpp>
#include <provost/lms/run.hpp>
#include <provost/notices/intent.hpp>
#include <provost/rating/rating.hpp>

namespace provost {

/// A participant of a course. Since 0.1. [IMC-PART-12]
struct ParticipantLine {
    std::string at;
    std::string course;
    std::string course_name;
    Id<enrolment::Enrolment> enrolment;
    std::string login;
    std::string first_name;
    std::string family_name;
    std::string email;
    bool privacy = false;
    enrolment::State state = enrolment::State::none;
    enrolment::Obligation obligation = enrolment::Obligation::none;
    std::optional<Instant> enrolled_at;
    std::optional<Instant> due_at;
    std::optional<Day> started_on;
    std::optional<Day> ended_on;
    std::optional<Instant> signed_at;
};

/// A component of a course as a participant has it; one line without a component, when the course has none. Since 0.1.
/// [IMC-PART-12]
struct ProcessLine {
    std::string at;
    std::string course;
    Id<enrolment::Enrolment> enrolment;
    std::string login;
    bool privacy = false;
    enrolment::State state = enrolment::State::none;
    std::optional<Instant> started_at;
    std::optional<std::int64_t> percent;
    std::string component;
    std::string component_name;
    catalogue::ComponentKind kind = catalogue::ComponentKind::content;
    std::optional<learning::ComponentState> component_state;
    std::optional<Instant> opened_at;
    std::optional<Instant> processed_at;
    std::int64_t attempts = 0;
    std::optional<Decimal> last_score;
    std::optional<Decimal> best_score;
    std::vector<learning::Try> tries;
};

/// A message: what was sent to whom, and when. Since 0.1. [IMC-NOT-04]
struct MessageLine {
    std::string at;
    Id<notices::Intent> message;
    std::optional<Instant> recorded;
    std::optional<Instant> moved_at;
    std::string notice;
    std::string event;
    notices::IntentKind kind = notices::IntentKind::message;
    notices::Recipient recipient = notices::Recipient::learner;
    std::string login;
    std::string told;
    Id<people::Learner> learner;
    Id<enrolment::Enrolment> enrolment;
    std::string course;
    std::string component;
    std::optional<Instant> due;
    notices::IntentState state = notices::IntentState::due;
    std::string code;
    std::int64_t attempts = 0;
    std::int64_t repeat = 0;
    std::string sent_by;
    bool privacy = false;
};

/// A line of the log of runs with an LMS. Since 0.1. [PPR-SYN-01]
struct SyncLine {
    std::string at;
    std::optional<Instant> moment;
    Id<lms::SyncRun> run;
    std::string connection;
    lms::RunKind kind = lms::RunKind::provision;
    std::string worker;
    std::string action;
    std::string lms_course;
    Id<people::Learner> learner;
    std::string login;
    bool privacy = false;
    lms::Access before = lms::Access::absent;
    lms::Access after = lms::Access::absent;
    lms::Cause cause = lms::Cause::none;
    lms::ActionStatus status = lms::ActionStatus::applied;
    lms::ErrorClass error = lms::ErrorClass::none;
    std::string problem;
};

/// A rating of a course. Since 0.1. [IMC-RAT-03]
struct RatingLine {
    std::string at;
    std::string course;
    std::string login;
    bool privacy = false;
    std::optional<Instant> rated_at;
    std::int64_t sum = 0;
    std::int64_t count = 0;
    std::optional<Decimal> mean;
    std::vector<rating::Score> scores;
    std::string comment;
};

}  // namespace provost

PROVOST_DESCRIBE(
    provost::ParticipantLine, document, "report_participant", "A participant of a course.", PROVOST_NO_INDEX,
    PROVOST_FIELD(at, "Where the report goes on behind it."), PROVOST_FIELD(course, "External id of the course."),
    PROVOST_FIELD(course_name, "Its name."), PROVOST_FIELD(enrolment, "Id of the place."),
    PROVOST_FIELD(login, "Login of the learner.").personal(), PROVOST_FIELD(first_name, "Given names.").personal(),
    PROVOST_FIELD(family_name, "Family name.").personal(), PROVOST_FIELD(email, "Email address.").personal(),
    PROVOST_FIELD(privacy, "Whether he wants privacy."), PROVOST_FIELD(state, "State of the participant."),
    PROVOST_FIELD(obligation, "Why he takes the course."), PROVOST_FIELD(enrolled_at, "Moment of the enrolment."),
    PROVOST_FIELD(due_at, "Until when he should be done."), PROVOST_FIELD(started_on, "Day on which he began."),
    PROVOST_FIELD(ended_on, "Day on which he concluded or left."), PROVOST_FIELD(signed_at, "When he signed."));

PROVOST_DESCRIBE(
    provost::ProcessLine, document, "report_course_process", "A component as a participant has it.", PROVOST_NO_INDEX,
    PROVOST_FIELD(at, "Where the report goes on behind it."), PROVOST_FIELD(course, "External id of the course."),
    PROVOST_FIELD(enrolment, "Id of the place."), PROVOST_FIELD(login, "Login of the learner.").personal(),
    PROVOST_FIELD(privacy, "Whether he wants privacy."), PROVOST_FIELD(state, "State of the participant."),
    PROVOST_FIELD(started_at, "When he began."),
    PROVOST_FIELD(percent, "How much of the course he has processed, rounded down; absent: nothing counts."),
    PROVOST_FIELD(component, "Key of the component; absent: the course has none."),
    PROVOST_FIELD(component_name, "Its name."), PROVOST_FIELD(kind, "What it is."),
    PROVOST_FIELD(component_state, "What it is to him."), PROVOST_FIELD(opened_at, "When he opened it first."),
    PROVOST_FIELD(processed_at, "When he had processed it."), PROVOST_FIELD(attempts, "How many tries he has begun."),
    PROVOST_FIELD(last_score, "Percent of the last try that has some."),
    PROVOST_FIELD(best_score, "The most percent of a try."), PROVOST_FIELD(tries, "The tries, in their order."));

PROVOST_DESCRIBE(
    provost::MessageLine, document, "report_message", "What was sent to whom, and when.", PROVOST_NO_INDEX,
    PROVOST_FIELD(at, "Where the report goes on behind it."), PROVOST_FIELD(message, "Id of the message."),
    PROVOST_FIELD(recorded, "When it was made."), PROVOST_FIELD(moved_at, "When it came to stand as it does."),
    PROVOST_FIELD(notice, "Key of the notice."), PROVOST_FIELD(event, "Key of the event."),
    PROVOST_FIELD(kind, "What it is."), PROVOST_FIELD(recipient, "Whom it is for, seen from what it is about."),
    PROVOST_FIELD(login, "Login of whom it is for.").personal(),
    PROVOST_FIELD(told, "Who is told, where a rule names him: x- and a name of the host's."),
    PROVOST_FIELD(learner, "Id of the learner it is about."), PROVOST_FIELD(enrolment, "Id of the place."),
    PROVOST_FIELD(course, "External id of the course."), PROVOST_FIELD(component, "Key of the component."),
    PROVOST_FIELD(due, "A notice by its days: when it was due."), PROVOST_FIELD(state, "Where it stands."),
    PROVOST_FIELD(code, "Why it failed, or was dropped."), PROVOST_FIELD(attempts, "How often it was handed out."),
    PROVOST_FIELD(repeat, "0: by itself; else how often it has been sent by hand with it."),
    PROVOST_FIELD(sent_by, "Who sent it by hand."), PROVOST_FIELD(privacy, "Whether the learner wants privacy."));

PROVOST_DESCRIBE(provost::SyncLine, document, "report_sync", "A line of the log of runs with an LMS.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(at, "Where the report goes on behind it."), PROVOST_FIELD(moment, "When."),
                 PROVOST_FIELD(run, "Id of the run."), PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(kind, "What the run did."), PROVOST_FIELD(worker, "Who ran it."),
                 PROVOST_FIELD(action, "What was to be done."), PROVOST_FIELD(lms_course, "Course in the LMS."),
                 PROVOST_FIELD(learner, "Id of the learner."), PROVOST_FIELD(login, "Login of the learner.").personal(),
                 PROVOST_FIELD(privacy, "Whether he wants privacy."), PROVOST_FIELD(before, "Access before."),
                 PROVOST_FIELD(after, "Access that it should have."), PROVOST_FIELD(cause, "Why."),
                 PROVOST_FIELD(status, "How it went."), PROVOST_FIELD(error, "What kind of thing went wrong."),
                 PROVOST_FIELD(problem, "What the LMS said."));

PROVOST_DESCRIBE(provost::RatingLine, document, "report_rating", "A rating of a course.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(at, "Where the report goes on behind it."),
                 PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(login, "Login of the learner.").personal(),
                 PROVOST_FIELD(privacy, "Whether he wants privacy."), PROVOST_FIELD(rated_at, "When he rated."),
                 PROVOST_FIELD(sum, "Sum of his scores."), PROVOST_FIELD(count, "How many there are."),
                 PROVOST_FIELD(mean, "Their mean, rounded half up to two places."),
                 PROVOST_FIELD(scores, "The scores."), PROVOST_FIELD(comment, "What he wrote.").personal());

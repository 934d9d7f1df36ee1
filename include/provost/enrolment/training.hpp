// What is trained and achieved: an enrolment in a program, the training activity that statutory files and prerequisites
// read, and what was reported of it. None of them needs a course.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/people/learner.hpp>

namespace provost::enrolment {

struct Enrolment;

/// What a state authority committed to pay, or asks to be quoted, for a program enrolment. Since 0.1. [FIN-TRN-01]
struct Commitment {
    std::string identifier;
    std::optional<Day> from;
    std::optional<Day> cancelled_on;
};

/// Something that has to be done before a status is final. Since 0.1. [FIN-ORD-02]
struct ChecklistItem {
    std::string key;
    std::optional<Day> done_on;
};

/// Learner and program: exists with or without a course and outlives a change of course. Since 0.1. [FIN-ORD-16]
struct ProgramEnrolment {
    Id<ProgramEnrolment> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Program> program;
    std::string status;
    std::string status_reason;
    std::optional<Day> status_on;
    Id<organisation::Location> location;
    std::optional<Day> commenced_on;
    std::optional<Day> completed_on;
    std::string target;
    std::vector<Commitment> commitments;
    std::vector<ChecklistItem> checklist;
    Id<ProgramEnrolment> came_from;
    bool not_reported = false;
    bool finalised = false;
};

/// Who set an outcome. Since 0.1.
enum class Source : std::uint8_t { none = 0, lms, finalise, prior, manual };

/// Which system a value came from, in which run and when. Since 0.1. [PPR-RES-02]
struct Provenance {
    std::string system;
    std::string run;
    std::optional<Instant> at;
};

/// Learner, subject and attempt: what was done and achieved, with or without an enrolment. Since 0.1. [FIN-ORD-17]
struct Activity {
    Id<Activity> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    std::string subject;
    Id<Enrolment> enrolment;
    Id<ProgramEnrolment> program_enrolment;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::optional<Day> evidence_on;
    std::string outcome;
    Source outcome_source = Source::none;
    std::optional<Provenance> provenance;
    bool pinned = false;
    std::string result;
    std::string final_grade;
    std::optional<Decimal> grade_point;
    std::optional<std::int64_t> hours_attended;
    std::optional<std::int64_t> scheduled_hours;
    bool not_reported = false;
};

/// What a submission that was sent said of an activity. Since 0.1. [FIN-ORD-14, FIN-TRN-01]
struct ReportedActivity {
    Id<ReportedActivity> id;
    std::int64_t version = 0;
    Id<Activity> activity;
    Id<ProgramEnrolment> program_enrolment;
    std::string submission;
    std::string program;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::string outcome;
};

/// Enrols a learner in a program. Since 0.1.
struct EnrolInProgram {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string program_name;
    Ref<organisation::Location> location;
    std::optional<Day> commenced_on;
    std::string target;
};

/// Records what a learner achieved before or elsewhere: no enrolment, no seat. Since 0.1.
struct RecordAchievement {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Subject> subject;
    std::string outcome;
    std::optional<Day> achieved_on;
};

/// Whether the outcome code is one that a prior achievement may have.
[[nodiscard]] Code check_prior_outcome(std::string_view text);
/// Whether training is reported to somebody of that name (src/enrolment/target.hpp).
[[nodiscard]] Code check_target(std::string_view text);

}  // namespace provost::enrolment

template <>
struct provost::Choices<provost::enrolment::Source> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No outcome."},
        {1, "lms", "A result of the LMS."},
        {2, "finalise", "The finalisation."},
        {3, "prior", "Achieved before or elsewhere."},
        {4, "manual", "A person."},
    });
};

PROVOST_DESCRIBE(provost::enrolment::Commitment, document, "commitment", "What a state authority committed to.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(identifier, "Its identifier, for example C1234567.").at_most(12),
                 PROVOST_FIELD(from, "Since when."), PROVOST_FIELD(cancelled_on, "When it was cancelled."));

PROVOST_DESCRIBE(provost::enrolment::ChecklistItem, document, "checklist_item", "Something that has to be done.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(key, "What, for example certificate.").at_most(100),
                 PROVOST_FIELD(done_on, "When it was done; absent: it is not."));

PROVOST_DESCRIBE(provost::enrolment::Provenance, document, "provenance", "Where a value came from.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(system, "System, for example Moodle.").at_most(100),
                 PROVOST_FIELD(run, "Its run.").at_most(100), PROVOST_FIELD(at, "When."));

PROVOST_DESCRIBE(provost::enrolment::ProgramEnrolment, record, "program_enrolment", "A learner in a program.",
                 PROVOST_INDEXES({"learner", false, {"learner"}}, {"learner_program", true, {"learner", "program"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Who is enrolled."), PROVOST_FIELD(program, "In which program."),
                 PROVOST_FIELD(status, "Status, for example Current."),
                 PROVOST_FIELD(status_reason, "Why, from the list of the status."),
                 PROVOST_FIELD(status_on, "Since which day it has this status."), PROVOST_FIELD(location, "Where."),
                 PROVOST_FIELD(commenced_on, "First day in the program."),
                 PROVOST_FIELD(completed_on, "Day on which the last requirement was met."),
                 PROVOST_FIELD(target, "Whom it is reported to, besides nationally; absent: nobody."),
                 PROVOST_FIELD(commitments, "Commitment ids, the last one in force."),
                 PROVOST_FIELD(checklist, "What has to be done before the status is final."),
                 PROVOST_FIELD(came_from, "The program enrolment that it took over, of a superseded program."),
                 PROVOST_FIELD(not_reported, "Whether it stays out of statutory files: a test, for example."),
                 PROVOST_FIELD(finalised, "Whether its status is final: what is told later is an amendment."));

PROVOST_DESCRIBE(provost::enrolment::Activity, record, "activity", "Learner, subject and attempt: what was achieved.",
                 PROVOST_INDEXES({"learner_subject", false, {"learner", "subject"}},
                                 {"enrolment", false, {"enrolment"}},
                                 {"program_enrolment", false, {"program_enrolment"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Who."), PROVOST_FIELD(subject, "Code of the subject."),
                 PROVOST_FIELD(enrolment, "The unit enrolment it belongs to; none for prior achievements."),
                 PROVOST_FIELD(program_enrolment, "The program it counts towards; none for subject only."),
                 PROVOST_FIELD(start_on, "First day: actual, or planned while not begun."),
                 PROVOST_FIELD(end_on, "Last day: actual with an outcome, else planned."),
                 PROVOST_FIELD(evidence_on, "First day with evidence of participation."),
                 PROVOST_FIELD(outcome, "Outcome code; absent while open."),
                 PROVOST_FIELD(outcome_source, "Who set the outcome."),
                 PROVOST_FIELD(provenance, "Where the outcome came from, when another system set it."),
                 PROVOST_FIELD(pinned, "Whether a person fixed the outcome: no result changes it."),
                 PROVOST_FIELD(result, "Result, for example Competent."),
                 PROVOST_FIELD(final_grade, "The grade as it was received."),
                 PROVOST_FIELD(grade_point, "Grade point."),
                 PROVOST_FIELD(hours_attended, "Hours attended before leaving."),
                 PROVOST_FIELD(scheduled_hours, "Supervised hours planned for the subject."),
                 PROVOST_FIELD(not_reported, "Whether it stays out of statutory files."));

PROVOST_DESCRIBE(provost::enrolment::ReportedActivity, record, "reported_activity",
                 "What a submission that was sent said of an activity.",
                 PROVOST_INDEXES({"activity", false, {"activity"}}, {"program_enrolment", false, {"program_enrolment"}},
                                 {"submission", false, {"submission"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(activity, "Of which activity."),
                 PROVOST_FIELD(program_enrolment, "In which program enrolment; none for subject only."),
                 PROVOST_FIELD(submission, "Key of the submission."), PROVOST_FIELD(program, "Code of the program."),
                 PROVOST_FIELD(start_on, "Start that was reported."), PROVOST_FIELD(end_on, "End that was reported."),
                 PROVOST_FIELD(outcome, "Outcome code that was reported."));

PROVOST_REQUEST(provost::enrolment::EnrolInProgram, "enrol_in_program", "Enrols a learner in a program.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(program_name, "Name of the program, for people who read the row.").at_most(255),
                PROVOST_FIELD(location, "Key of the location."),
                PROVOST_FIELD(commenced_on, "First day in the program."),
                PROVOST_FIELD(target, "Whom it is reported to, besides nationally, for example nsw-smart-and-skilled.")
                    .checked(&provost::enrolment::check_target));

PROVOST_REQUEST(provost::enrolment::RecordAchievement, "record_achievement",
                "Records what a learner achieved before or elsewhere.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(subject, "Code of the subject.").required(),
                PROVOST_FIELD(outcome, "Outcome code, for example 60 for a credit transfer.")
                    .required()
                    .checked(&provost::enrolment::check_prior_outcome),
                PROVOST_FIELD(achieved_on, "Day of the achievement.").required());

// Submissions of statutory files: which were sent, what they said, and what stays out of all of them.
#pragma once

#include <provost/condition/reason.hpp>
#include <provost/enrolment/training_details.hpp>
#include <provost/prerequisites/lint.hpp>

namespace provost::reporting {

/// A submission that was sent. Since 0.1. [FIN-REP-04]
struct Submission {
    Id<Submission> id;
    std::int64_t version = 0;
    std::string key;
    std::int64_t collection_year = 0;
    std::string target;
    std::string release;
    std::optional<Day> submitted_on;
    std::optional<Instant> sent_at;
};

/// That a submission named a program as completed. Since 0.1. [FIN-REP-07]
struct ReportedCompletion {
    Id<ReportedCompletion> id;
    std::int64_t version = 0;
    Id<enrolment::ProgramEnrolment> program_enrolment;
    std::string submission;
    std::string program;
    std::optional<Day> completed_on;
};

/// What a record of NAT00120 said. Since 0.1.
struct SentActivity {
    Id<enrolment::Activity> activity;
    std::string program;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::string outcome;
};

/// What a record of NAT00130 said. Since 0.1.
struct SentCompletion {
    Id<enrolment::ProgramEnrolment> program_enrolment;
    std::string program;
    std::optional<Day> completed_on;
};

/// Says that a submission was sent, with a part of what it said. The session `statutory` writes such requests.
/// Since 0.1.
struct MarkSent {
    Head head;
    std::string submission;
    std::optional<std::int64_t> collection_year;
    std::string target;
    std::string release;
    std::optional<Day> submitted_on;
    std::vector<SentActivity> activities;
    std::vector<SentCompletion> completions;
};

/// Keeps an activity, or all of a program enrolment, out of statutory files; or lets it in again. Since 0.1.
/// [FIN-REP-10]
struct LeaveOut {
    Head head;
    Id<enrolment::Activity> activity;
    Id<enrolment::ProgramEnrolment> program_enrolment;
    bool reported = false;
};

/// A field of a record of NAT00120: its value, and where it comes from. Since 0.1.
struct ProjectedField {
    std::string field;
    std::string value;
    std::string origin;
};

/// Something to look at before the files are sent. Since 0.1.
struct ProjectedFinding {
    Code code;
    prerequisites::Severity severity = prerequisites::Severity::error;
    std::int64_t avs = 0;
    std::string sentence;
    std::string fix;
};

/// What an earlier submission said of the activity. Since 0.1. [FIN-ORD-14]
struct SaidBefore {
    std::string submission;
    std::string program;
    std::optional<Day> start_on;
    std::optional<Day> end_on;
    std::string outcome;
};

/// What will be reported of one activity, and why. Since 0.1. [FIN-REP-01]
struct ProjectedActivity {
    Id<enrolment::Activity> activity;
    std::string subject;
    std::string program;
    bool reported = false;
    Code code;
    std::string sentence;
    std::vector<ProjectedField> fields;
    std::vector<ProjectedFinding> findings;
    std::vector<SaidBefore> said_before;
    Reason reason;
};

}  // namespace provost::reporting

PROVOST_DESCRIBE(provost::reporting::ProjectedField, document, "projected_field", "A field of a record of NAT00120.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(field, "Its name in the layout."),
                 PROVOST_FIELD(value, "Its value; absent: blank."), PROVOST_FIELD(origin, "Where it comes from."));

PROVOST_DESCRIBE(provost::reporting::ProjectedFinding, document, "projected_finding", "Something to look at.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(code, "What was found."),
                 PROVOST_FIELD(severity, "An error blocks the submission, a warning does not."),
                 PROVOST_FIELD(avs, "Number in the national validation software; 0: none is known."),
                 PROVOST_FIELD(sentence, "The code in English."), PROVOST_FIELD(fix, "What to do about it."));

PROVOST_DESCRIBE(provost::reporting::SaidBefore, document, "said_before", "What an earlier submission said.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(submission, "Key of the submission."),
                 PROVOST_FIELD(program, "Program identifier."), PROVOST_FIELD(start_on, "Activity start."),
                 PROVOST_FIELD(end_on, "Activity end."), PROVOST_FIELD(outcome, "Outcome identifier - national."));

PROVOST_DESCRIBE(provost::reporting::ProjectedActivity, document, "projected_activity",
                 "What will be reported of one activity, and why.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(activity, "Id of the activity."), PROVOST_FIELD(subject, "Code of the subject."),
                 PROVOST_FIELD(program, "Code of the program; absent: subject only."),
                 PROVOST_FIELD(reported, "Whether it makes a record of NAT00120."), PROVOST_FIELD(code, "Why."),
                 PROVOST_FIELD(sentence, "The code in English."), PROVOST_FIELD(fields, "The record, field by field."),
                 PROVOST_FIELD(findings, "What should be looked at before the files are sent."),
                 PROVOST_FIELD(said_before, "What earlier submissions to the same target said."),
                 PROVOST_FIELD(reason, "The reason tree: the days it was judged by, the records it rests on."));

PROVOST_DESCRIBE(provost::reporting::Submission, record, "submission", "A submission of statutory files that was sent.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What the host calls it."),
                 PROVOST_FIELD(collection_year, "The year whose training it tells of."),
                 PROVOST_FIELD(target, "Who collects."), PROVOST_FIELD(release, "Release of the standard."),
                 PROVOST_FIELD(submitted_on, "Day of the submission."),
                 PROVOST_FIELD(sent_at, "When it was marked as sent."));

PROVOST_DESCRIBE(provost::reporting::ReportedCompletion, record, "reported_completion",
                 "That a submission named a program as completed.",
                 PROVOST_INDEXES({"program_enrolment", false, {"program_enrolment"}},
                                 {"submission", false, {"submission"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(program_enrolment, "Of which program enrolment."),
                 PROVOST_FIELD(submission, "Key of the submission."), PROVOST_FIELD(program, "Code of the program."),
                 PROVOST_FIELD(completed_on, "Day that was reported."));

PROVOST_DESCRIBE(provost::reporting::SentActivity, document, "sent_activity", "What a record of NAT00120 said.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(activity, "Id of the activity.").required(),
                 PROVOST_FIELD(program, "Program identifier; absent for subject only.").at_most(10),
                 PROVOST_FIELD(start_on, "Activity start."), PROVOST_FIELD(end_on, "Activity end."),
                 PROVOST_FIELD(outcome, "Outcome identifier - national.").required().at_most(2));

PROVOST_DESCRIBE(provost::reporting::SentCompletion, document, "sent_completion", "What a record of NAT00130 said.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(program_enrolment, "Id of the program enrolment.").required(),
                 PROVOST_FIELD(program, "Program identifier.").at_most(10),
                 PROVOST_FIELD(completed_on, "Date program completed."));

PROVOST_REQUEST(provost::reporting::MarkSent, "mark_sent", "Says that a submission was sent, and what it said.",
                PROVOST_FIELD(submission, "What the host calls the submission.").required().key(100),
                PROVOST_FIELD(collection_year, "The year whose training it tells of.")
                    .required()
                    .between(1, 9999, "value.out-of-range"),
                PROVOST_FIELD(target, "Who collects.").required().checked(&provost::enrolment::check_target),
                PROVOST_FIELD(release, "Release of the standard.").required().at_most(10),
                PROVOST_FIELD(submitted_on, "Day of the submission.").required(),
                PROVOST_FIELD(activities, "What records of NAT00120 said.").at_most(200),
                PROVOST_FIELD(completions, "What records of NAT00130 said.").at_most(200));

PROVOST_REQUEST(provost::reporting::LeaveOut, "leave_out", "Keeps an activity or a program out of statutory files.",
                PROVOST_FIELD(activity, "Id of the activity."),
                PROVOST_FIELD(program_enrolment, "Id of the program enrolment: all of its activities."),
                PROVOST_FIELD(reported, "Whether it is reported again."));

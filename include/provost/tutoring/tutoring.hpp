// The tutors of courses at work: assigning them, what they may do, and what they do in course supervision.
#pragma once

#include <provost/enrolment/enrolment.hpp>
#include <provost/people/learner.hpp>
#include <provost/staffing/position.hpp>

namespace provost::tutoring {

/// Options of a tutor in a course; what is not said stays, or is as usual. Since 0.1.
/// [IMC-TUT-05, IMC-TUT-06, IMC-TUT-07]
struct TutorOptions {
    std::string position;
    std::optional<bool> visible;
    std::optional<bool> may_grade;
    std::optional<bool> on_the_job;
    std::optional<bool> feedback_form;
    std::optional<bool> notified;
    std::optional<bool> appointments;
};

/// Assigns a tutor to a course, or to a template for the courses that are made of it. Since 0.1. [IMC-TUT-02]
struct AssignTutor {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<staffing::Tutor> tutor;
    TutorOptions options;
};

/// Changes position and options of a tutor of a course or template. Since 0.1. [IMC-TUT-05]
struct ChangeTutor {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<staffing::Tutor> tutor;
    TutorOptions options;
};

/// Puts a tutor in the place of another, with the same position and options. Since 0.1. [IMC-TUT-15]
struct ReplaceTutor {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<staffing::Tutor> tutor;
    Ref<staffing::Tutor> by;
};

/// Takes a tutor out of a course or template. Since 0.1. [IMC-TUT-12]
struct RemoveTutor {
    Head head;
    Ref<catalogue::Course> course;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<staffing::Tutor> tutor;
};

/// The positions that there are, with their functions. Since 0.1. [IMC-TUT-03]
struct Positions {
    Head head;
    std::string position;
};

/// Whether a function of a course is open to whoever asks; the host asks it for what it shows itself. Since 0.1.
/// [IMC-TUT-02]
struct MayUse {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<staffing::TutorFunction> function;
};

/// What is done to the news of a course. Since 0.1. [IMC-SIG-06]
enum class NewsAction : std::uint8_t { create, edit, remove, assign };

/// Whether whoever asks may do that to the news of a course. Since 0.1. [IMC-SIG-06, IMC-MISC-05]
struct MayEditNews {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<NewsAction> action;
};

/// The tutors of a course; for participants those whom they see. Since 0.1. [IMC-TUT-05]
struct TutorsOf {
    Head head;
    Ref<catalogue::Course> course;
    bool for_participants = false;
};

/// Who takes part in a course, and how far each has come to its end. Since 0.1. [IMC-TUT-03]
struct Participants {
    Head head;
    Ref<catalogue::Course> course;
};

/// A participant as a list shows him. Since 0.1. [IMC-TUT-16]
struct ParticipantView {
    enrolment::State state = enrolment::State::none;
    std::optional<Day> started_on;
    std::optional<Day> ended_on;
    std::string outcome;
    bool results_held = false;
    std::vector<std::string> components_held;
    std::int64_t corrections = 0;
    bool has_signed = false;
};

/// Training on the job of the participants of a course. Since 0.1. [IMC-TUT-06]
struct OnTheJobSessions {
    Head head;
    Ref<catalogue::Course> course;
};

/// A component of training on the job of one participant. Since 0.1. [IMC-TUT-06]
struct SessionView {
    std::string component;
    std::optional<Instant> opened_at;
    std::optional<Instant> processed_at;
    std::optional<Instant> tutor_confirmed_at;
};

/// Corrects a result of a participant: the correction is a new result, and the old one stays. Since 0.1. [IMC-TUT-16]
struct CorrectResult {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string outcome;
    std::optional<bool> passed;
    std::optional<Decimal> grade_percent;
    std::string grade;
    std::string reason;
};

/// Holds results or a component back from a participant, or from all of a course. Since 0.1. [IMC-TUT-16]
struct HoldBack {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string component;
};

/// Releases what was held back, for a participant or for all of a course. Since 0.1. [IMC-TUT-16]
struct ReleaseHeld {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string component;
};

/// The questions about tutors that the feedback forms of a course ask. Since 0.1. [IMC-TUT-07]
struct FeedbackQuestions {
    Head head;
    Ref<catalogue::Course> course;
};

/// What rules have left to a person in these courses. Since 0.1. [IMC-MISC-06]
struct OpenTasks {
    Head head;
    std::vector<std::string> courses;
};

}  // namespace provost::tutoring

template <>
struct provost::Choices<provost::tutoring::NewsAction> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "create", "Write news."},
        {1, "edit", "Change news."},
        {2, "delete", "Take news away."},
        {3, "assign", "Say which course home page shows news."},
    });
};

PROVOST_DESCRIBE(provost::tutoring::TutorOptions, document, "tutor_options", "Options of a tutor in a course.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(position, "Key of the position; absent: the usual one.").at_most(100),
                 PROVOST_FIELD(visible, "Whether participants see the tutor; usually yes."),
                 PROVOST_FIELD(may_grade, "Whether the tutor gives grades and confirmations; usually yes."),
                 PROVOST_FIELD(on_the_job, "Whether the tutor looks after training on the job; usually not."),
                 PROVOST_FIELD(feedback_form, "Whether feedback forms ask about the tutor; usually not."),
                 PROVOST_FIELD(notified, "Whether the tutor gets what is sent to tutors; usually yes."),
                 PROVOST_FIELD(appointments,
                               "Whether the tutor gets the course's dates as an appointment; usually "
                               "not."));
PROVOST_DESCRIBE(provost::tutoring::ParticipantView, document, "supervised_participant",
                 "A participant as course supervision shows him.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(state, "State of the participant."), PROVOST_FIELD(started_on, "Day on which he began."),
                 PROVOST_FIELD(ended_on, "Day on which he ended."),
                 PROVOST_FIELD(outcome, "Outcome of the unit; only where progress is open to whoever asks."),
                 PROVOST_FIELD(results_held, "Whether his results are held back from him."),
                 PROVOST_FIELD(components_held, "Keys of the components that are held back from him."),
                 PROVOST_FIELD(corrections, "How often his results were corrected; only with progress."),
                 PROVOST_FIELD(has_signed, "Whether he has signed: then nothing of his changes."));
PROVOST_DESCRIBE(provost::tutoring::SessionView, document, "on_the_job_session", "Training on the job of somebody.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(component, "Key of the component."),
                 PROVOST_FIELD(opened_at, "When it was opened."), PROVOST_FIELD(processed_at, "When it was processed."),
                 PROVOST_FIELD(tutor_confirmed_at, "When a tutor confirmed it."));

#define PROVOST_OF_STAFF                                                                           \
    PROVOST_FIELD(course, "External id of the course; absent: a template is named."),              \
        PROVOST_FIELD(course_template, "External id of the template; absent: a course is named."), \
        PROVOST_FIELD(tutor, "Login of the tutor.").required()

PROVOST_REQUEST_PARTS(provost::tutoring::AssignTutor, "assign_tutor", "Assigns a tutor to a course or a template.",
                      PROVOST_FIELDS(PROVOST_OF_STAFF), PROVOST_MEMBERS(options));
PROVOST_REQUEST_PARTS(provost::tutoring::ChangeTutor, "change_tutor",
                      "Changes position and options of a tutor of a course or a template.",
                      PROVOST_FIELDS(PROVOST_OF_STAFF), PROVOST_MEMBERS(options));
PROVOST_REQUEST(provost::tutoring::ReplaceTutor, "replace_tutor", "Puts a tutor in the place of another.",
                PROVOST_OF_STAFF, PROVOST_FIELD(by, "Login of the tutor who comes instead.").required());
PROVOST_REQUEST(provost::tutoring::RemoveTutor, "remove_tutor", "Takes a tutor out of a course or a template.",
                PROVOST_OF_STAFF);
#undef PROVOST_OF_STAFF

PROVOST_REQUEST(provost::tutoring::Positions, "positions", "A position of tutors, with its functions.",
                PROVOST_FIELD(position, "Key of the position; absent: all that the preset has.").at_most(100));
PROVOST_REQUEST(provost::tutoring::MayUse, "may_use", "Whether a function of a course is open to whoever asks.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(function, "Which function.").required());
PROVOST_REQUEST(provost::tutoring::MayEditNews, "may_edit_news",
                "Whether whoever asks may do that to the news of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(action, "What he would do.").required());
PROVOST_REQUEST(provost::tutoring::TutorsOf, "tutors_of", "The tutors of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(for_participants, "Only those whom participants see."));
PROVOST_REQUEST(provost::tutoring::Participants, "participants", "Who takes part in a course.",
                PROVOST_FIELD(course, "External id of the course.").required());
PROVOST_REQUEST(provost::tutoring::OnTheJobSessions, "on_the_job_sessions",
                "Training on the job of the participants of a course.",
                PROVOST_FIELD(course, "External id of the course.").required());
PROVOST_REQUEST(provost::tutoring::CorrectResult, "correct_result", "Corrects a result of a participant.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(outcome, "The right outcome, of a course that trains a unit.").at_most(4),
                PROVOST_FIELD(passed, "Whether the participant has passed, of any other course."),
                PROVOST_FIELD(grade_percent, "The right grade from 0 to 100.").between(0, 100, "grade.out-of-range"),
                PROVOST_FIELD(grade, "The right grade as text.").at_most(100),
                PROVOST_FIELD(reason, "Why.").required().at_most(1000).personal());
PROVOST_REQUEST(provost::tutoring::HoldBack, "hold_back", "Holds results or a component back from participants.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner; absent: all of the course."),
                PROVOST_FIELD(component, "Key of the component; absent: results.").at_most(40));
PROVOST_REQUEST(provost::tutoring::ReleaseHeld, "release", "Releases results or a component to participants.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner; absent: all of the course."),
                PROVOST_FIELD(component, "Key of the component; absent: results.").at_most(40));
PROVOST_REQUEST(provost::tutoring::FeedbackQuestions, "tutor_questions",
                "The questions about tutors that the feedback forms of a course ask.",
                PROVOST_FIELD(course, "External id of the course.").required());
PROVOST_REQUEST(provost::tutoring::OpenTasks, "open_tasks", "What rules have left to a person in these courses.",
                PROVOST_FIELD(courses, "External ids of the courses.").required().at_most(1000));

// What participants do in a course, and how far they have come.
#pragma once

#include <provost/catalogue/syllabus.hpp>
#include <provost/enrolment/enrolment.hpp>

namespace provost::learning {

/// What happened to a component. Since 0.1. [IMC-LL-03, IMC-LL-04, IMC-LL-06]
enum class EventKind : std::uint8_t { opened, ended, confirmed, confirmed_by_tutor, confirmation_revoked };

/// How a try ended, or that it still runs. Since 0.1.
enum class TryStatus : std::uint8_t { open, scored, completed, passed, failed };

/// Whether an event counts. Since 0.1.
enum class Standing : std::uint8_t { counted, kept, disputed };

/// Something that happened to a component, as the LMS or the host told it. Kept, so that whatever order events come in,
/// the end is the same. Since 0.1.
struct LearningEvent {
    Id<LearningEvent> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    std::string component;
    EventKind kind = EventKind::opened;
    std::optional<Instant> occurred_at;
    std::optional<std::int64_t> attempt;
    TryStatus status = TryStatus::open;
    std::optional<Decimal> percent;
    std::int64_t medium_number = 0;
    std::string by;
    Standing standing = Standing::counted;
};

/// A try of a component. Since 0.1. [IMC-LL-08, IMC-UPD-13]
struct Try {
    std::int64_t attempt = 0;
    TryStatus status = TryStatus::open;
    std::optional<Decimal> percent;
    std::optional<Instant> ended_at;
    std::int64_t medium_number = 0;
};

/// How far a participant has come with a component. Since 0.1. [IMC-SYL-10]
struct ComponentProgress {
    std::string component;
    std::optional<Instant> opened_at;
    std::vector<Try> tries;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> tutor_confirmed_at;
    std::optional<Instant> processed_at;
    std::optional<Instant> settled_at;
};

/// That a rule has fired. Since 0.1. [IMC-LL-20]
struct Firing {
    std::string rule;
    std::int64_t step = 0;
    std::optional<Instant> at;
};

/// How far a participant has come, by the logic that was current when his learning began. Since 0.1.
struct Progress {
    Id<Progress> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    Id<catalogue::Course> course;
    Id<catalogue::Logic> logic;
    std::optional<Instant> started_at;
    std::optional<Instant> latest_at;
    std::int64_t steps = 0;
    std::optional<Instant> ended_at;
    std::vector<ComponentProgress> components;
    std::vector<Firing> firings;
};

/// What a component is to a participant. Since 0.1. [IMC-SYL-10]
enum class ComponentState : std::uint8_t { locked, available, in_progress, processed, passed, failed };

/// A component as a participant has it: a line of `learning.what_is_open`. Since 0.1.
struct ComponentView {
    ComponentState state = ComponentState::locked;
    std::string folder;
    catalogue::ComponentKind kind = catalogue::ComponentKind::content;
    bool can_open = false;
    std::optional<Instant> opens_at;
    std::optional<Instant> closes_at;
    std::int64_t tries = 0;
    std::optional<std::int64_t> tries_left;
    std::optional<Instant> processed_at;
};

/// Opens a component for a participant: what he may do next. Since 0.1. [IMC-REG-12, IMC-SCH-01]
struct OpenComponent {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string component;
    std::optional<std::int64_t> attempt;
};

/// Who says that a component is done. Since 0.1. [IMC-LL-03, IMC-LL-04]
enum class ConfirmAs : std::uint8_t { participant, tutor };

/// Says that a component is done, or takes that back. Since 0.1. [IMC-LL-03, IMC-LL-04]
struct Confirm {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string component;
    ConfirmAs confirm_as = ConfirmAs::participant;
    bool revoke = false;
};

/// What became of a component in the LMS: opened, or a try that has ended. Since 0.1. [IMC-LL-05, IMC-LL-06, IMC-LL-08]
struct ReceiveResult {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string component;
    std::optional<TryStatus> status;
    std::optional<Decimal> percent;
    std::optional<std::int64_t> attempt;
};

/// What each component of a course is to a participant, and why: a line of the report for each, and one for his
/// progress where he may see it. Since 0.1. [IMC-LL-23, IMC-SYL-01, IMC-SYL-08, IMC-SYL-09]
struct WhatIsOpen {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// The same of many participants at once, for tutors and administrators: a line for each. Since 0.1. [IMC-SYL-09]
struct Overview {
    Head head;
    Ref<catalogue::Course> course;
    std::vector<std::string> learners;
};

/// A participant in an overview. Since 0.1.
struct ProgressView {
    std::optional<std::int64_t> percent;
    std::vector<std::string> open;
    std::vector<std::string> processed;
    std::vector<std::string> failed;
};

/// Judges a participant's whole way anew: by the rules that are current now, with every event at its place.
/// Since 0.1. [IMC-LL-20]
struct JudgeAnew {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string reason;
};

/// One step of somebody who does not exist. Since 0.1. [IMC-MISC-02]
struct PreviewStep {
    std::string component;
    std::optional<EventKind> kind;
    std::optional<TryStatus> status;
    std::optional<Decimal> percent;
    std::optional<Instant> at;
};

/// What a course would be to somebody who does these things; nothing is written. Since 0.1. [IMC-MISC-02]
struct Preview {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<Instant> enrolled_at;
    std::vector<PreviewStep> steps;
};

}  // namespace provost::learning

template <>
struct provost::Choices<provost::learning::EventKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "opened", "Opened; of what has tries: a try began."},
        {1, "ended", "A try ended."},
        {2, "confirmed", "The participant said that it is done."},
        {3, "confirmed_by_tutor", "A tutor said that it is done."},
        {4, "confirmation_revoked", "A tutor took that back."},
    });
};
template <>
struct provost::Choices<provost::learning::TryStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "open", "It runs."},
        {1, "scored", "It ended with a percentage and no more."},
        {2, "completed", "It ended completed."},
        {3, "passed", "It ended passed."},
        {4, "failed", "It ended failed."},
    });
};
template <>
struct provost::Choices<provost::learning::Standing> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "counted", "It counts."},
        {1, "kept", "It is kept: when it happened the component was not open to the participant."},
        {2, "disputed",
         "It was told late and would have ended the course otherwise, or of a learner who is inactive or has signed: a "
         "person has it judged anew, or not."},
    });
};
template <>
struct provost::Choices<provost::learning::ComponentState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "locked", "It is shown, and can not be opened."},
        {1, "available", "It can be opened."},
        {2, "in_progress", "It was opened."},
        {3, "processed", "It is done."},
        {4, "passed", "It was passed."},
        {5, "failed", "It was failed."},
    });
};
template <>
struct provost::Choices<provost::learning::ConfirmAs> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "participant", "The participant himself."},
        {1, "tutor", "A tutor of the course."},
    });
};

PROVOST_DESCRIBE(provost::learning::LearningEvent, record, "learning_event", "Something that happened to a component.",
                 PROVOST_INDEXES({"enrolment", false, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(enrolment, "Whose place."),
                 PROVOST_FIELD(component, "Key of the component."), PROVOST_FIELD(kind, "What happened."),
                 PROVOST_FIELD(occurred_at, "When it happened."),
                 PROVOST_FIELD(attempt, "Which try, as the LMS counts them."),
                 PROVOST_FIELD(status, "How the try ended."),
                 PROVOST_FIELD(percent, "What it achieved, from 0 to 100."),
                 PROVOST_FIELD(medium_number, "Version of the medium that was shown."),
                 PROVOST_FIELD(by,
                               "Who told it: the login of an administrator or tutor, or learner:<id>; absent: the "
                               "host."),
                 PROVOST_FIELD(standing, "Whether it counts."));

PROVOST_DESCRIBE(provost::learning::Try, document, "try", "A try of a component.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(attempt, "Which try, from 1, or as the LMS counts them."),
                 PROVOST_FIELD(status, "How it ended."), PROVOST_FIELD(percent, "What it achieved."),
                 PROVOST_FIELD(ended_at, "When it ended; absent: it runs."),
                 PROVOST_FIELD(medium_number, "Version of the medium that was shown."));

PROVOST_DESCRIBE(provost::learning::ComponentProgress, document, "component_progress",
                 "How far a participant has come with a component.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(component, "Key of the component."),
                 PROVOST_FIELD(opened_at, "When it was opened first."),
                 PROVOST_FIELD(tries, "Its tries, in their order."),
                 PROVOST_FIELD(confirmed_at, "When the participant confirmed it."),
                 PROVOST_FIELD(tutor_confirmed_at, "When a tutor confirmed it."),
                 PROVOST_FIELD(processed_at, "When it was done, or passed."),
                 PROVOST_FIELD(settled_at,
                               "Of a course set: since when it is passed, though the course was over by then."));

PROVOST_DESCRIBE(provost::learning::Firing, document, "firing", "That a rule has fired.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rule, "Key of the rule."),
                 PROVOST_FIELD(step, "In which step of the participant's way."), PROVOST_FIELD(at, "When."));

PROVOST_DESCRIBE(provost::learning::Progress, record, "progress", "How far a participant has come.",
                 PROVOST_INDEXES({"enrolment", true, {"enrolment"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(enrolment, "Whose place."), PROVOST_FIELD(course, "In which course."),
                 PROVOST_FIELD(logic, "The learning logic that judges it; absent: there was none."),
                 PROVOST_FIELD(started_at, "When the participant began."),
                 PROVOST_FIELD(latest_at, "When the latest event happened."),
                 PROVOST_FIELD(steps, "How many steps of the way made rules fire."),
                 PROVOST_FIELD(ended_at, "When the course ended for the participant by its own rules."),
                 PROVOST_FIELD(components, "The components that were touched, in the order in which they were."),
                 PROVOST_FIELD(firings, "The rules that have fired, in their order."));

PROVOST_DESCRIBE(provost::learning::ComponentView, document, "component_view", "A component as a participant has it.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(state, "What it is to him."),
                 PROVOST_FIELD(folder, "Key of the folder in which it lies."), PROVOST_FIELD(kind, "What it is."),
                 PROVOST_FIELD(can_open, "Whether he can open it now."),
                 PROVOST_FIELD(opens_at, "From when on it is open; absent: no moment is set, or it is not known yet."),
                 PROVOST_FIELD(closes_at, "From when on it is closed."), PROVOST_FIELD(tries, "Tries that have ended."),
                 PROVOST_FIELD(tries_left, "Tries that are left; absent: they are not counted."),
                 PROVOST_FIELD(processed_at, "When it was done, or passed."));

PROVOST_DESCRIBE(provost::learning::PreviewStep, document, "preview_step", "One step of somebody who does not exist.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(component, "Key of the component.").required().at_most(40),
                 PROVOST_FIELD(kind, "What happens to it.").required(), PROVOST_FIELD(status, "How the try ends."),
                 PROVOST_FIELD(percent, "What it achieves.").between(0, 100, "grade.out-of-range"),
                 PROVOST_FIELD(at, "When; absent: at the moment that is asked about."));

PROVOST_REQUEST(provost::learning::OpenComponent, "open_component", "Opens a component for a participant.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(component, "Key of the component.").required().at_most(40),
                PROVOST_FIELD(attempt, "Which try it is, as the LMS counts them; absent: the next.")
                    .between(1, 1'000'000, "value.out-of-range"));

PROVOST_REQUEST(provost::learning::Confirm, "confirm", "Says that a component is done, or takes that back.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(component, "Key of the component.").required().at_most(40),
                PROVOST_FIELD(confirm_as, "As whom; absent: as the participant."),
                PROVOST_FIELD(revoke, "Takes the confirmation of a tutor back."));

PROVOST_REQUEST(provost::learning::ReceiveResult, "receive_result", "What became of a component in the LMS.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(component, "Key of the component.").required().at_most(40),
                PROVOST_FIELD(status, "How the try ended; open: it began.").required(),
                PROVOST_FIELD(percent, "What it achieved.").between(0, 100, "grade.out-of-range"),
                PROVOST_FIELD(attempt,
                              "Which try it is, as the LMS counts them; absent: the one that runs, else the next.")
                    .between(1, 1'000'000, "value.out-of-range"));

PROVOST_DESCRIBE(provost::learning::ProgressView, document, "progress_view", "A participant in an overview.",
                 PROVOST_NO_INDEX,
                 PROVOST_FIELD(percent, "Whole percent of the weight that is processed; absent: nothing counts."),
                 PROVOST_FIELD(open, "Keys of the components that he can open now."),
                 PROVOST_FIELD(processed, "Keys of those that are done, or passed."),
                 PROVOST_FIELD(failed, "Keys of those that he failed."));

PROVOST_REQUEST(provost::learning::WhatIsOpen, "what_is_open", "What each component is to a participant.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required());

PROVOST_REQUEST(provost::learning::Overview, "overview", "How far many participants have come.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learners, "Logins of the participants.").required().at_most(10'000).personal());

PROVOST_REQUEST(provost::learning::JudgeAnew, "judge_anew", "Judges a participant's whole way anew.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(reason, "Why.").required().at_most(1000).personal());

PROVOST_REQUEST(provost::learning::Preview, "preview", "What a course would be to somebody who does these things.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(enrolled_at, "When he would be enrolled; absent: at the moment that is asked about."),
                PROVOST_FIELD(steps, "What he does, in order.").at_most(1000));

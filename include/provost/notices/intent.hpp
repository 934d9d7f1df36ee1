// Intents: what the host shall carry out besides, today messages. A decision makes them in the same commit as its
// changes; the session `outbox` hands them out, and what the host reports settles them. None is ever sent twice.
#pragma once

#include <provost/condition/reason.hpp>
#include <provost/enrolment/enrolment.hpp>

namespace provost::notices {

/// What the host shall do. Since 0.1. [IMC-SCH-06]
enum class IntentKind : std::uint8_t { message, calendar_entry, calendar_removal };

/// Whom it is for, seen from the record it is about. Since 0.1. [IMC-REG-10, IMC-LL-17]
enum class Recipient : std::uint8_t { learner, tutor, administrator, supervisor, host };

/// Where an intent stands. Since 0.1.
enum class IntentState : std::uint8_t { due, handed, sent, failed, dropped, held };

/// Something for the host to carry out once. It names people by id and holds no value of theirs. A registration message
/// has the key of IMC-REG-10: start and target state, trigger, recipient; the registration type is that of the course
/// when the message is handed out. Since 0.1. [IMC-REG-10]
struct Intent {
    Id<Intent> id;
    std::int64_t version = 0;
    IntentKind kind = IntentKind::message;
    std::string event;
    Recipient recipient = Recipient::learner;
    Id<people::Learner> learner;
    Id<enrolment::Enrolment> enrolment;
    enrolment::State start_state = enrolment::State::none;
    enrolment::State target_state = enrolment::State::none;
    std::string skill;
    std::string level;
    Id<catalogue::Course> course;
    Id<enrolment::ProgramEnrolment> program_enrolment;
    std::string matter;
    std::string component;
    std::string rule;
    std::string told;
    std::string uid;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::int64_t person = 0;
    std::optional<std::int64_t> days;
    std::vector<Reason> gaps;
    std::vector<std::int64_t> participants;
    std::string notice;
    std::optional<Instant> due;
    std::string key;
    std::int64_t repeat = 0;
    std::string sent_by;
    Trigger trigger = Trigger::back_end;
    std::string verb;
    std::optional<Instant> recorded;
    IntentState state = IntentState::due;
    bool confirmed = false;
    std::optional<Instant> moved_at;
    std::int64_t attempts = 0;
    std::optional<Instant> not_before;
    std::string worker;
    std::string code;
};

/// A message as it is handed out: the intent, and what the host needs to send it, as it is at that moment. Since 0.1.
struct Message {
    Id<Intent> id;
    std::string event;
    enrolment::State start_state = enrolment::State::none;
    enrolment::State target_state = enrolment::State::none;
    std::string skill;
    std::string level;
    IntentKind kind = IntentKind::message;
    std::string component;
    std::string component_name;
    std::string rule;
    std::string told;
    std::string uid;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    std::optional<std::int64_t> days;
    std::vector<Reason> gaps;
    std::vector<std::int64_t> participants;
    std::string notice;
    std::optional<Instant> due;
    std::int64_t repeat = 0;
    std::string language;
    std::string subject;
    std::string text;
    std::string ical;
    Trigger trigger = Trigger::back_end;
    organisation::RegistrationType registration_type = organisation::RegistrationType::self_direct;
    Recipient recipient = Recipient::learner;
    std::optional<Instant> recorded;
    std::int64_t attempt = 0;
    Id<people::Learner> learner;
    std::string login;
    std::string email;
    std::string first_name;
    std::string family_name;
    Id<enrolment::Enrolment> enrolment;
    std::string course;
    std::string course_name;
    Id<enrolment::ProgramEnrolment> program_enrolment;
    std::string matter;
    bool privacy = false;
};

/// How a message went, or what shall become of it. Since 0.1.
enum class MessageStatus : std::uint8_t { sent, failed, undeliverable, unknown, again, dropped, confirmed };

/// What the host reports of a message. Since 0.1.
struct MessageOutcome {
    Id<Intent> id;
    std::optional<MessageStatus> status;
    std::string code;
    std::int64_t retry_after = 0;
};

/// Whether a text is a code of a host's own: x-mailbox-full.
[[nodiscard]] Code check_own_code(std::string_view text);

}  // namespace provost::notices

template <>
struct provost::Choices<provost::notices::IntentKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "message", "Send a message."},
        {1, "calendar_entry", "Put something into a calendar, or move it there: the uid says which."},
        {2, "calendar_removal", "Take it out of the calendar."},
    });
};
template <>
struct provost::Choices<provost::notices::Recipient> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "learner", "The learner."},
        {1, "tutor", "A tutor of the course."},
        {2, "administrator", "The administrator of the course."},
        {3, "supervisor", "A supervisor of the learner."},
        {4, "host", "Somebody whom the host knows by the name told."},
    });
};
template <>
struct provost::Choices<provost::notices::IntentState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "due", "Waits to be handed out."},
        {1, "handed", "Was handed out; nobody has said yet what came of it."},
        {2, "sent", "Was carried out."},
        {3, "failed", "Could not be carried out, and is not tried again."},
        {4, "dropped", "Is not sent: what it says no longer held, or the host did not want it."},
        {5, "held", "Waits for somebody's confirmation: the learner wants privacy."},
    });
};
template <>
struct provost::Choices<provost::notices::MessageStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "sent", "Sent."},
        {1, "failed", "Not sent; it is handed out again after a while, a few times."},
        {2, "undeliverable", "Not sent, and trying again is of no use."},
        {3, "unknown", "Nobody knows; it stays unconfirmed."},
        {4, "again", "Hand it out again, though it may have been sent."},
        {5, "dropped", "Not sent, and nobody wants it to be."},
        {6, "confirmed", "It was held, and may be handed out."},
    });
};

PROVOST_DESCRIBE(
    provost::notices::Intent, bookkeeping, "intent", "Something for the host to carry out once.",
    PROVOST_INDEXES({"state", false, {"state"}}, {"learner", false, {"learner"}},
                    {"recipient", false, {"recipient", "person"}}, {"key", false, {"key"}}, {"uid", false, {"uid"}}),
    PROVOST_FIELD(id, "Identity in this store; in a plan it has none yet."),
    PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(kind, "What to do."),
    PROVOST_FIELD(event, "What happened, for example participant.state-changed.").at_most(100),
    PROVOST_FIELD(recipient, "Whom it is for."),
    PROVOST_FIELD(learner, "The learner it is about; the recipient when that is the learner."),
    PROVOST_FIELD(enrolment, "The place it is about."), PROVOST_FIELD(start_state, "State of the participant before."),
    PROVOST_FIELD(target_state, "State of the participant after."),
    PROVOST_FIELD(skill, "Key of the skill that is granted."), PROVOST_FIELD(level, "Level of that skill."),
    PROVOST_FIELD(course, "The course it is about, when it is about no single place."),
    PROVOST_FIELD(program_enrolment, "The program enrolment it is about."),
    PROVOST_FIELD(matter, "What else it is about: a survey, a kind of credential.").at_most(100),
    PROVOST_FIELD(component, "Key of the component that it is about."),
    PROVOST_FIELD(rule, "Key of the rule of the learning logic that has fired."),
    PROVOST_FIELD(told, "Who is told, as a rule names him: x- and a name of the host's."),
    PROVOST_FIELD(uid, "Of a calendar entry: names it for good."),
    PROVOST_FIELD(starts_at, "Its start; of a notice by days: the date, when it is a beginning."),
    PROVOST_FIELD(ends_at, "Its end; absent: none; of a notice by days: the date, when it is an end."),
    PROVOST_FIELD(person, "Id of the tutor, administrator or supervisor whom it is for."),
    PROVOST_FIELD(days, "A reminder: how many days before the moment it was due."),
    PROVOST_FIELD(gaps, "A reminder: what the learner could still do."),
    PROVOST_FIELD(participants, "A reminder: ids of the learners whom it names."),
    PROVOST_FIELD(notice, "Key of the notice, where it is not that of the event.").at_most(60),
    PROVOST_FIELD(due, "A notice by its days: the moment when it was due."),
    PROVOST_FIELD(key, "Notice, subject, recipient and due moment: what is told by itself once."),
    PROVOST_FIELD(repeat, "0: by itself; else how often it has been sent by hand with it."),
    PROVOST_FIELD(sent_by, "Who sent it by hand: a login, or learner: and an id.").at_most(120),
    PROVOST_FIELD(trigger, "What made it happen."),
    PROVOST_FIELD(verb, "Verb that made it; the room stands before the point.").at_most(100),
    PROVOST_FIELD(recorded, "When it was made; absent in a plan."), PROVOST_FIELD(state, "Where it stands."),
    PROVOST_FIELD(confirmed, "Whether somebody has confirmed it, where that is needed."),
    PROVOST_FIELD(moved_at, "When it came to stand there; absent as long as it was never handed out."),
    PROVOST_FIELD(attempts, "How often it was handed out."),
    PROVOST_FIELD(not_before, "When it may be handed out again; absent: now."),
    PROVOST_FIELD(worker, "Worker to which it was handed out last.").at_most(100),
    PROVOST_FIELD(code, "Why the last attempt failed, or why it was dropped.").at_most(100));
PROVOST_DESCRIBE(provost::notices::Message, document, "outbox_message", "A message for the host to send.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Names the message in the report.").required(),
                 PROVOST_FIELD(event, "What happened, for example participant.state-changed."),
                 PROVOST_FIELD(start_state, "State of the participant before."),
                 PROVOST_FIELD(target_state, "State of the participant after."),
                 PROVOST_FIELD(skill, "Key of the skill that is granted."),
                 PROVOST_FIELD(level, "Level of that skill."), PROVOST_FIELD(kind, "What to do."),
                 PROVOST_FIELD(component, "Key of the component that it is about."),
                 PROVOST_FIELD(component_name, "Its name."),
                 PROVOST_FIELD(rule, "Key of the rule of the learning logic that has fired."),
                 PROVOST_FIELD(told, "Who is told, as a rule names him: x- and a name of the host's."),
                 PROVOST_FIELD(uid, "Of a calendar entry: names it for good."),
                 PROVOST_FIELD(starts_at, "Its start; of a notice by days: the date, when it is a beginning."),
                 PROVOST_FIELD(ends_at, "Its end; absent: none; of a notice by days: the date, when it is an end."),
                 PROVOST_FIELD(days, "A reminder: how many days before the moment it was due."),
                 PROVOST_FIELD(gaps, "A reminder: what the learner could still do."),
                 PROVOST_FIELD(participants, "A reminder: ids of the learners whom it names."),
                 PROVOST_FIELD(notice, "Key of the notice."),
                 PROVOST_FIELD(due, "A notice by its days: the moment when it was due."),
                 PROVOST_FIELD(repeat, "0: by itself; else how often it has been sent by hand with it."),
                 PROVOST_FIELD(language, "Language of subject and text; absent: there is no text."),
                 PROVOST_FIELD(subject, "Subject as the notice says it: names in braces are members of this message."),
                 PROVOST_FIELD(text, "Text as the notice says it, in the same way."),
                 PROVOST_FIELD(ical, "Of a calendar entry or removal: the same as RFC 5545 text.").personal(),
                 PROVOST_FIELD(trigger, "What made it happen."),
                 PROVOST_FIELD(registration_type, "How learners come to a place in the course."),
                 PROVOST_FIELD(recipient, "Whom it is for."), PROVOST_FIELD(recorded, "When it was made."),
                 PROVOST_FIELD(attempt, "Which attempt this is; 1 is the first."),
                 PROVOST_FIELD(learner, "Id of the learner; absent when it is for somebody else."),
                 PROVOST_FIELD(login, "Login of whom it is for.").personal(),
                 PROVOST_FIELD(email, "Email address.").personal(),
                 PROVOST_FIELD(first_name, "Given names.").personal(),
                 PROVOST_FIELD(family_name, "Family name; of a tutor or administrator the whole name.").personal(),
                 PROVOST_FIELD(enrolment, "Id of the place it is about."),
                 PROVOST_FIELD(course, "External id of its course."), PROVOST_FIELD(course_name, "Name of the course."),
                 PROVOST_FIELD(program_enrolment, "Id of the program enrolment it is about."),
                 PROVOST_FIELD(matter, "What else it is about: a survey, a kind of credential."),
                 PROVOST_FIELD(privacy, "Whether the learner it is about wants privacy."));
PROVOST_DESCRIBE(provost::notices::MessageOutcome, document, "outbox_outcome", "What the host reports of a message.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Which message.").required(),
                 PROVOST_FIELD(status, "How it went.").required(),
                 PROVOST_FIELD(code,
                               "Why it was not sent, as a code of the host's own: x-mailbox-full. No words of people.")
                     .at_most(100)
                     .checked(&provost::notices::check_own_code),
                 PROVOST_FIELD(retry_after, "Failed: seconds for which it shall wait at least.")
                     .between(0, 604'800, "value.out-of-range"));

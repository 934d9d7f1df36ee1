// Notices: what is told to whom when something happens, or so many days before or after a date. The catalogue of events
// is data; definitions stand above it, and course types, templates and courses say what is otherwise with them.
#pragma once

#include <provost/plan/request.hpp>

#include <span>

namespace provost::catalogue {

/// Whether a notice goes out by itself. Since 0.1. [IMC-NOT-01]
enum class Dispatch : std::uint8_t { automatic, manual };

/// Who may say what of a notice. Since 0.1. [IMC-NOT-01, IMC-NOT-05]
enum class NoticeScope : std::uint8_t {
    course,        ///< the organisation, and course types, templates and courses otherwise
    registration,  ///< the organisation alone
    organisation,  ///< the organisation alone: it is about no course
    task,          ///< nobody: something for the host to do
};

/// The date from which the days of a notice are counted. Since 0.1. [IMC-NOT-06]
enum class NoticeAnchor : std::uint8_t {
    none,              ///< it happens
    by_hand,           ///< somebody sends it
    chosen,            ///< somebody causes it, who may choose among several notices of it
    course_start,      ///< for duration of use: of the participant
    course_end,        ///< the same
    enrolment,         ///< of the participant
    due,               ///< until when the participant should be done
    component_closes,  ///< of a component that is no feedback form
    feedback_closes,   ///< of a feedback form
};

/// Text of a notice in a language. Names in braces are members of the message that is handed out; {{ and }} are braces.
/// Since 0.1. [IMC-NOT-01]
struct NoticeText {
    std::string language;
    std::string subject;
    std::string text;
};

/// What a course type, a template or a course says of a notice: all it says; the rest is the organisation's. Since 0.1.
/// [IMC-NOT-02]
struct NoticeSetting {
    std::string notice;
    std::optional<bool> enabled;
    std::optional<Dispatch> dispatch;
    std::vector<std::string> recipients;
    std::vector<std::int64_t> days;
    std::vector<NoticeText> texts;
};

/// What the organisation says of a notice: of a standard one, whose key is that of its event, or of one of its own.
/// Since 0.1. [IMC-NOT-01]
struct NoticeDefinition {
    Id<NoticeDefinition> id;
    std::int64_t version = 0;
    std::string key;
    std::string event;
    std::string name;
    std::optional<bool> enabled;
    std::optional<Dispatch> dispatch;
    std::vector<std::string> recipients;
    std::vector<std::int64_t> days;
    std::vector<NoticeText> texts;
    bool timed = false;
};

/// A row of the catalogue of events. Its key never changes. Since 0.1. [IMC-NOT-03]
struct NoticeEvent {
    std::string_view key;
    std::string_view meaning;
    NoticeScope scope = NoticeScope::course;
    NoticeAnchor anchor = NoticeAnchor::none;
    std::string_view told;      ///< whom its messages are for when nothing else is said, with blanks between them
    std::string_view possible;  ///< whom they may be for; empty: as the rule that makes it says
    bool enabled = true;        ///< when nothing else is said
    std::int64_t days = 0;      ///< the same
};

/// All events, in the order in which they are listed. Since 0.1.
[[nodiscard]] std::span<const NoticeEvent> notice_events();
/// Null when there is none of that key. Since 0.1.
[[nodiscard]] const NoticeEvent* find_notice_event(std::string_view key);
/// Whether its days are counted from a date. Since 0.1.
[[nodiscard]] inline bool is_timed(const NoticeEvent& event) { return event.anchor >= NoticeAnchor::course_start; }
/// Whether a word is one of those in a text with blanks between them.
[[nodiscard]] bool names_one(std::string_view words, std::string_view word);
/// Names that may stand in braces in the text of a notice. Since 0.1.
[[nodiscard]] std::span<const std::string_view> notice_placeholders();

/// Whether all names in braces may stand there, and each brace has its other one.
[[nodiscard]] Code check_notice_text(std::string_view text);
/// Checks of a language, and of a word that says whom a notice is for.
[[nodiscard]] Code check_notice_language(std::string_view text);
[[nodiscard]] Code check_notice_recipient(std::string_view text);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Dispatch> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "automatic", "It goes out by itself."},
        {1, "manual", "Somebody sends it."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::NoticeText, document, "notice_text", "Text of a notice in a language.",
                 PROVOST_NO_INDEX,
                 PROVOST_FIELD(language, "BCP 47 tag, for example de-AT.")
                     .required()
                     .checked(&provost::catalogue::check_notice_language),
                 PROVOST_FIELD(subject, "Subject, with names of members of the message in braces.")
                     .at_most(500)
                     .checked(&provost::catalogue::check_notice_text),
                 PROVOST_FIELD(text, "Text, with names of members of the message in braces.")
                     .required()
                     .at_most(16'000)
                     .checked(&provost::catalogue::check_notice_text));

PROVOST_DESCRIBE(
    provost::catalogue::NoticeSetting, document, "notice_setting", "What one level says of a notice.", PROVOST_NO_INDEX,
    PROVOST_FIELD(notice, "Key of the notice.").required().at_most(60),
    PROVOST_FIELD(enabled, "Whether there is such a notice; absent: as the organisation says."),
    PROVOST_FIELD(dispatch, "Whether it goes out by itself; absent: as the organisation says."),
    PROVOST_FIELD(recipients,
                  "Whom it is for: learner, tutor, administrator, supervisor; absent: as the organisation "
                  "says.")
        .at_most(10)
        .checked(&provost::catalogue::check_notice_recipient),
    PROVOST_FIELD(days,
                  "Days after the date it is counted from, before it with a minus; absent: as the organisation "
                  "says.")
        .at_most(20),
    PROVOST_FIELD(texts, "Its text, in languages; absent: the organisation's.").at_most(100));

PROVOST_DESCRIBE(
    provost::catalogue::NoticeDefinition, record, "notice_definition", "What the organisation says of a notice.",
    PROVOST_INDEXES({"key", true, {"key"}}, {"timed", false, {"timed"}}), PROVOST_FIELD(id, "Identity in this store."),
    PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(key, "What courses call it: of a standard notice the key of its event.").required().key(60),
    PROVOST_FIELD(event, "Key of the event that it is sent for; absent: that of its own key.").at_most(60),
    PROVOST_FIELD(name, "Name.").at_most(200),
    PROVOST_FIELD(enabled,
                  "Whether there is such a notice; absent: of a standard one as the catalogue of events says, "
                  "of an own one yes."),
    PROVOST_FIELD(dispatch, "Whether it goes out by itself; absent: automatic."),
    PROVOST_FIELD(recipients,
                  "Whom it is for: learner, tutor, administrator, supervisor; absent: as the catalogue of events says.")
        .at_most(10)
        .checked(&provost::catalogue::check_notice_recipient),
    PROVOST_FIELD(days, "Days after the date it is counted from, before it with a minus.").at_most(20),
    PROVOST_FIELD(texts, "Its text, in languages.").at_most(100),
    PROVOST_FIELD(timed, "Whether its days are counted from a date: made of the event."));

// What is said of notices, above the intents: the effective notices of a course, and sending by hand.
#pragma once

#include <provost/catalogue/notice.hpp>
#include <provost/notices/intent.hpp>
#include <provost/plan/define.hpp>

namespace provost::notices {

using catalogue::Dispatch;
using catalogue::NoticeDefinition;
using catalogue::NoticeEvent;

/// Who says a notice. Since 0.1. [IMC-NOT-02]
enum class NoticeOrigin : std::uint8_t { standard, organisation, type, course_template, course };

/// A notice as it is for a course: a line of `notices.of_course`. Since 0.1. [IMC-NOT-02]
struct NoticeView {
    std::string event;
    std::string name;
    bool enabled = false;
    Dispatch dispatch = Dispatch::automatic;
    std::vector<std::string> recipients;
    std::vector<std::int64_t> days;
    std::vector<std::string> languages;
};

/// Which notices a course has, and who says so. Since 0.1. [IMC-NOT-02]
struct NoticesOf {
    Head head;
    Ref<catalogue::Course> course;
};

/// Sends a notice of a course by hand: to one participant, or to all who take part. Since 0.1. [IMC-NOT-04]
struct SendNotice {
    Head head;
    Ref<catalogue::Course> course;
    std::string notice;
    Ref<people::Learner> learner;
};

/// Sends a message again, as it was made. Since 0.1. [IMC-NOT-04]
struct SendAgain {
    Head head;
    Ref<Intent> message;
};

/// How often a notice of a course was sent by hand, and by whom the last time. Since 0.1. [IMC-NOT-04]
struct SentByHand {
    Id<SentByHand> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    std::string notice;
    std::int64_t count = 0;
    std::string by;
    std::optional<Instant> at;
};

/// Up to when the session tick has done what is due by time. Since 0.1. [IMC-NOT-06]
struct TickMark {
    Id<TickMark> id;
    std::int64_t version = 0;
    std::optional<Instant> until;
};

}  // namespace provost::notices

template <>
struct provost::Choices<provost::notices::NoticeOrigin> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "standard", "The catalogue of events."},
        {1, "organisation", "The organisation's definition."},
        {2, "type", "The course type."},
        {3, "template", "The template."},
        {4, "course", "The course."},
    });
};

PROVOST_DESCRIBE(provost::notices::NoticeView, document, "notice_view", "A notice as it is for a course.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(event, "Key of the event that it is sent for."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(enabled, "Whether there is such a notice."),
                 PROVOST_FIELD(dispatch, "Whether it goes out by itself."),
                 PROVOST_FIELD(recipients, "Whom it is for; absent: whom the rule names that makes it."),
                 PROVOST_FIELD(days, "Days after the date it is counted from, before it with a minus."),
                 PROVOST_FIELD(languages, "Languages in which it has a text."));

PROVOST_REQUEST(provost::notices::NoticesOf, "notices_of", "Which notices a course has, and who says so.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::notices::SendNotice, "send_notice", "Sends a notice of a course by hand.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(notice, "Key of the notice.").required().at_most(60),
                PROVOST_FIELD(learner, "Login of the participant whom it concerns; absent: all who take part."));

PROVOST_REQUEST(provost::notices::SendAgain, "send_again", "Sends a message again.",
                PROVOST_FIELD(message, "Id of the message.").required());

PROVOST_DESCRIBE(provost::notices::SentByHand, record, "notice_sent_by_hand",
                 "How often a notice of a course was sent by hand.",
                 PROVOST_INDEXES({"notice", true, {"course", "notice"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course, "The course; absent: it is about none."),
                 PROVOST_FIELD(notice, "Key of the notice, or of the event."),
                 PROVOST_FIELD(count, "How often: the repeat number of the last time."),
                 PROVOST_FIELD(by, "Who did it last: a login, or learner: and an id."),
                 PROVOST_FIELD(at, "When that was."));

PROVOST_DESCRIBE(provost::notices::TickMark, bookkeeping, "tick_mark", "Up to when what is due by time has been done.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Always 1."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(until, "The moment of the last tick that came to its end."));

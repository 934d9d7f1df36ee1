// The catalogue of events, and what may stand in the text of a notice. docs/rooms/notices.md lists them.
#include "base/code_table.hpp"

#include <provost/base/text.hpp>
#include <provost/catalogue/notice.hpp>

namespace provost::catalogue {

namespace {

using enum NoticeScope;

constexpr std::string_view learner = "learner", everybody = "learner tutor administrator supervisor",
                           staff = "tutor administrator";

// IMC-NOT-03: a key never changes, a new event is a new row. What has days and is not enabled here is there to be
// enabled.
constexpr auto events = std::to_array<NoticeEvent>({
    {"participant.state-changed", "The state of a participant has changed.", registration, NoticeAnchor::none, learner,
     everybody},
    {"participant.prerequisites-open",
     "Prerequisites of a participant are still open so many days before they are due.", course, NoticeAnchor::none,
     learner, everybody},
    {"course.prerequisites-open", "The same of all participants of a course.", course, NoticeAnchor::none, staff,
     staff},
    {"component.opened", "A component has opened for a participant, who has still to do it.", course,
     NoticeAnchor::none, learner, everybody},
    {"component.feedback-wanted", "A feedback form has opened for a participant.", course, NoticeAnchor::none, learner,
     everybody},
    {"component.scheduled", "A component has a moment: a calendar entry.", course, NoticeAnchor::none, learner,
     learner},
    {"learning.continue-with", "A rule of the learning logic has opened components.", course, NoticeAnchor::none, "",
     ""},
    {"learning.lock", "A rule has locked components.", course, NoticeAnchor::none, "", ""},
    {"learning.process-folder", "A rule has processed a folder.", course, NoticeAnchor::none, "", ""},
    {"learning.unregister", "A rule has cancelled a participant.", course, NoticeAnchor::none, "", ""},
    {"learning.conclude-passed", "A rule has concluded the course, passed.", course, NoticeAnchor::none, "", ""},
    {"learning.conclude-failed", "A rule has concluded the course, failed.", course, NoticeAnchor::none, "", ""},
    {"tutor.replaced", "A tutor of the course was replaced.", course, NoticeAnchor::none, "learner tutor",
     "learner tutor"},
    {"tutor.appointment", "The dates of the course stand in a tutor's calendar.", course, NoticeAnchor::none, "tutor",
     "tutor"},
    {"booking.confirmation", "A booking of a resource is confirmed.", course, NoticeAnchor::chosen, "", ""},
    {"course.start", "So many days before or after the start of the course, or of the participant for duration of use.",
     course, NoticeAnchor::course_start, learner, everybody, false, -7},
    {"course.end", "So many days before or after its end; the participant has not concluded.", course,
     NoticeAnchor::course_end, learner, everybody, false, -7},
    {"participant.enrolled", "So many days after the enrolment; the participant has not begun.", course,
     NoticeAnchor::enrolment, learner, everybody, false, 14},
    {"participant.due", "So many days before or after the participant should be done; he is not.", course,
     NoticeAnchor::due, learner, everybody, false, -7},
    {"component.deadline", "So many days before a component closes; it is open, and not done.", course,
     NoticeAnchor::component_closes, learner, everybody, false, -3},
    {"component.feedback-deadline", "The same of a feedback form.", course, NoticeAnchor::feedback_closes, learner,
     everybody, false, -3},
    {"notice.by-hand", "Somebody sends it.", course, NoticeAnchor::by_hand, learner, everybody},
    {"survey.offered", "A survey is offered to whoever has ended a program.", organisation, NoticeAnchor::none, "", ""},
    {"credential.due", "A credential is to be issued.", organisation, NoticeAnchor::none, "", ""},
    {"learncycle.message", "A learncycle has come to a message.", organisation, NoticeAnchor::none, "", ""},
    {"participant.skill-granted", "The host grants a skill.", task, NoticeAnchor::none, "", ""},
    {"program.task", "Something is to be done about a program enrolment.", task, NoticeAnchor::none, "", ""},
    {"elearning.app-on", "An app of the LMS is to be switched on.", task, NoticeAnchor::none, "", ""},
    {"elearning.app-off", "An app of the LMS is to be switched off.", task, NoticeAnchor::none, "", ""},
    {"lms.cut-over-ahead", "A change of the LMS lies ahead.", task, NoticeAnchor::none, "", ""},
    {"lms.cut-over", "The LMS is changed.", task, NoticeAnchor::none, "", ""},
});

// Members of notices::Message (tests/unit/notices compares them).
constexpr auto placeholders = std::to_array<std::string_view>({
    "component", "component_name", "course",     "course_name", "days",      "due",          "email",  "ends_at",
    "event",     "family_name",    "first_name", "level",       "login",     "matter",       "notice", "recipient",
    "recorded",  "rule",           "skill",      "start_state", "starts_at", "target_state", "told",
});

}  // namespace

std::span<const NoticeEvent> notice_events() { return events; }

const NoticeEvent* find_notice_event(std::string_view key) {
    const auto found = std::ranges::find(events, key, &NoticeEvent::key);
    return found == events.end() ? nullptr : &*found;
}

std::span<const std::string_view> notice_placeholders() { return placeholders; }

// IMC-NOT-01: {course_name} stands for a member, {{ and }} for braces.
Code check_notice_text(std::string_view text) {
    for (std::size_t at = text.find_first_of("{}"); at != text.npos; at = text.find_first_of("{}", at)) {
        if (text.substr(at, 2) == std::string(2, text[at])) {
            at += 2;
            continue;
        }
        const auto end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == text.npos || text[end] == '{') return "notice.brace-open"_code;
        const auto name = text.substr(at + 1, end - at - 1);
        if (std::ranges::find(placeholders, name) == placeholders.end()) return "notice.placeholder-unknown"_code;
        at = end + 1;
    }
    return {};
}

Code check_notice_language(std::string_view text) { return is_language_tag(text) ? Code{} : "language.malformed"_code; }

Code check_notice_recipient(std::string_view text) {
    return names_one(everybody, text) ? Code{} : "notice.recipient-unknown"_code;
}

bool names_one(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const auto end = words.find(' ');
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(end == words.npos ? words.size() : end + 1);
    }
    return false;
}

}  // namespace provost::catalogue

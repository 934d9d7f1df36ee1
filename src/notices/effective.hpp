// The one place where it is decided what a notice is: the catalogue of events, the organisation's definition over it,
// what course type, template or course say over that. The tick, sending by hand and handing out ask here.
#pragma once

#include "plan/decision.hpp"

#include <provost/notices/definition.hpp>

namespace provost::notices {

/// A notice as it is. Refers to what it was made of.
struct Effective {
    const NoticeEvent* event = nullptr;
    std::string_view key;
    std::string_view name;
    bool enabled = false;
    Dispatch dispatch = Dispatch::automatic;
    std::vector<std::string> recipients;  // none: whom the rule names that makes it
    std::vector<std::int64_t> days;
    std::span<const catalogue::NoticeText> texts;
    NoticeOrigin origin = NoticeOrigin::standard;  // course: any level of the course's settings

    [[nodiscard]] bool is_for(Recipient recipient) const;
};

/// `own`: the organisation's definition of that key; `course`: where it is about one. Null: there is none.
/// [IMC-NOT-02]
[[nodiscard]] Effective effective(const NoticeEvent& event, std::string_view key, const NoticeDefinition* own,
                                  const catalogue::Course* course);

/// All that a course has, of these definitions of the organisation. [IMC-NOT-02]
[[nodiscard]] std::vector<Effective> all_of(const Many<NoticeDefinition>& own, const catalogue::Course& course);
[[nodiscard]] std::vector<Effective> all_of(const std::vector<const NoticeDefinition*>& own,
                                            const catalogue::Course& course);

/// Key of the notice that an intent is of: its own, or that of its event.
[[nodiscard]] inline const std::string& notice_of(const Intent& intent) {
    return intent.notice.empty() ? intent.event : intent.notice;
}

/// Whether a course is silent: nobody is told anything of it. [IMC-NOT-05]
[[nodiscard]] inline bool is_silent(const catalogue::Course& course) { return course.settings.messages == false; }

/// Why a message does not go out by itself; the empty code when it does. What somebody sent by hand goes out whatever
/// the notice says. [IMC-NOT-01, IMC-NOT-02, IMC-NOT-05]
[[nodiscard]] Code why_silent(const Intent& intent, const NoticeDefinition* own, const catalogue::Course* course);

/// The text in a language, else in its base language, else in that of the course, else the first; null: none.
/// [IMC-NOT-01]
[[nodiscard]] const catalogue::NoticeText* text_in(std::span<const catalogue::NoticeText> texts,
                                                   std::string_view language, std::string_view of_course);

/// Somebody of the organisation who is told.
struct Told {
    Recipient recipient = Recipient::tutor;
    std::int64_t person = 0;
};
/// The tutors of a course who are notified, and its administrator, as far as a notice is for them. [IMC-NOT-01]
[[nodiscard]] std::vector<Told> staff_told(const Effective& notice, const catalogue::Course& course);
/// The supervisor who is told of a learner, if the notice is for him; 0: none. Nothing while that is not known yet.
[[nodiscard]] std::optional<std::int64_t> supervisor_told(const Effective& notice, Id<people::Learner> learner,
                                                          const Context& context);

/// The same, as if nobody had looked at it yet; it has no id.
[[nodiscard]] Intent undelivered(Intent intent);

/// What names a message for good: notice, subject, recipient, due moment. [IMC-NOT-04]
[[nodiscard]] std::string key_of(const Intent& intent);

}  // namespace provost::notices

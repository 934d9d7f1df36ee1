// Notices by days: before or after a date of the course, of a participant or of a component, to whom they concern, as
// long as there is something that he can and must still do.
#pragma once

#include "learning/way.hpp"
#include "notices/effective.hpp"
#include "plan/decision.hpp"

namespace provost::learning {

/// Notices of a course by days that are on and go out by themselves. None for a course that is silent or called off.
/// [IMC-NOT-02, IMC-NOT-05, IMC-NOT-06]
[[nodiscard]] std::vector<notices::Effective> reminders_of(const std::vector<const catalogue::NoticeDefinition*>& own,
                                                           const catalogue::Course& course);

/// When a notice is due, of the days that it has: the last moment that has come since `after`, and the next one.
/// [IMC-NOT-06]
struct DueDays {
    std::optional<std::int64_t> days;
    std::optional<Instant> at;
    std::optional<Instant> next;
};
[[nodiscard]] DueDays due_days(const std::vector<std::int64_t>& days, Instant date, const Zone& zone,
                               std::optional<Instant> after, Instant now);

/// What is looked at: everything between the last tick and now.
struct ReminderWindow {
    std::optional<Instant> after;
    Instant now;
};

class Reminders {
public:
    Reminders(const catalogue::Course& course, const Zone& zone, ReminderWindow window,
              std::vector<notices::Effective> list, Context& context, Decision& decision)
        : course_(course),
          zone_(zone),
          window_(window),
          list_(std::move(list)),
          context_(context),
          decision_(decision) {}

    /// Makes what has become due for a participant. What is not known yet is asked for: see `known`.
    void remind(const enrolment::Enrolment& place, const Study& study, const Way& way);

    /// False: the decision is to be made again.
    [[nodiscard]] bool known() const { return known_; }
    /// When the next one is due, as far as is known.
    [[nodiscard]] std::optional<Instant> next_at() const { return next_; }

private:
    struct Subject {
        const enrolment::Enrolment& place;
        std::string component;
        Instant date;
        Reason why;
    };
    void remind_of_components(const notices::Effective& notice, const enrolment::Enrolment& place, const Study& study,
                              const Way& way);
    void remind_of(const notices::Effective& notice, Subject subject);
    void tell(const notices::Effective& notice, const notices::Intent& message);
    void tell_once(notices::Intent message, notices::Recipient recipient, std::int64_t person);

    const catalogue::Course& course_;
    const Zone& zone_;
    ReminderWindow window_;
    std::vector<notices::Effective> list_;
    Context& context_;
    Decision& decision_;
    std::optional<Instant> next_;
    bool known_ = true;
};

}  // namespace provost::learning

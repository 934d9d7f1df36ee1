// Notices by days.
#include "learning/reminders.hpp"

#include "learning/student.hpp"
#include "registration/questions.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::learning {

namespace {

using catalogue::ComponentKind;
using catalogue::NoticeAnchor;
using enrolment::Enrolment;
using notices::Effective;
using notices::Intent;
using notices::Recipient;

bool is_of_components(const Effective& notice) {
    const auto anchor = notice.event->anchor;
    return anchor == NoticeAnchor::component_closes || anchor == NoticeAnchor::feedback_closes;
}

// Whoever has signed, or is not in the course any more, or pauses, has nothing to do.
bool is_busy(const Enrolment& place) { return takes_part(place.state) && !place.signed_at; }

// IMC-SCH-07: a feedback form may be wanted after the conclusion.
bool may_be_done(const Enrolment& place, ComponentKind kind) {
    return is_busy(place) || (is_concluded(place.state) && kind == ComponentKind::feedback);
}

Reason why(Code code, Instant date, const Enrolment& place, std::string component = {}) {
    Reason reason{code, Mark::not_met, {{"moment", to_text(date)}}, {}, {}};
    if (!component.empty()) reason.parameters.insert(reason.parameters.begin(), {"component", std::move(component)});
    reason.evidence.push_back({"enrolment", place.id.value, std::string(word(place.state)), {}});
    return reason;
}

}  // namespace

std::vector<Effective> reminders_of(const std::vector<const catalogue::NoticeDefinition*>& own,
                                    const catalogue::Course& course) {
    if (notices::is_silent(course) || course.planning_status() == catalogue::PlanningStatus::cancelled) return {};
    auto all = notices::all_of(own, course);
    std::erase_if(all, [](const Effective& notice) {
        return !is_timed(*notice.event) || !notice.enabled || notice.dispatch == catalogue::Dispatch::manual;
    });
    return all;
}

// Days are those of the calendar in the zone of the course. Of several that were missed the last one is enough.
DueDays due_days(const std::vector<std::int64_t>& days, Instant date, const Zone& zone, std::optional<Instant> after,
                 Instant now) {
    DueDays due;
    for (const auto day : days) {
        const Instant at = shifted(date, std::to_string(day) + " D", zone);
        if (at > now) {
            if (!due.next || at < *due.next) due.next = at;
            continue;
        }
        const bool comes = !after || *after < at;  // IMC-NOT-06: the window is open at its beginning
        if (!comes || (due.at && at <= *due.at)) continue;
        due.days = day;
        due.at = at;
    }
    return due;
}

void Reminders::remind(const Enrolment& place, const Study& study, const Way& way) {
    const Anchors anchors = anchors_of(course_, zone_, place.enrolled_at, way.progress().started_at);
    const auto of = [&](const Effective& notice, std::optional<Instant> date, Code code) {
        if (date) remind_of(notice, {place, {}, *date, why(code, *date, place)});
    };
    for (const Effective& notice : list_) {
        if (is_of_components(notice)) {
            remind_of_components(notice, place, study, way);
            continue;
        }
        if (!is_busy(place)) continue;
        switch (notice.event->anchor) {
            case NoticeAnchor::course_start: of(notice, anchors.course_start, "reminder.course-start"_code); break;
            case NoticeAnchor::course_end: of(notice, anchors.course_end, "reminder.course-end"_code); break;
            case NoticeAnchor::due: of(notice, place.due_at, "reminder.due"_code); break;
            case NoticeAnchor::enrolment:
                if (place.state == enrolment::State::in_progress) break;
                of(notice, place.enrolled_at, "reminder.not-begun"_code);
                break;
            default: break;
        }
    }
}

// IMC-NOT-03: what is open, and not done. What a rule or the course itself closes nobody is reminded of.
void Reminders::remind_of_components(const Effective& notice, const Enrolment& place, const Study& study,
                                     const Way& way) {
    const bool of_feedback = notice.event->anchor == NoticeAnchor::feedback_closes;
    for (int i = 0; at(i) < study.components.size(); ++i) {
        const catalogue::Component& component = study.components[at(i)];
        if (!component.notices || (component.kind == ComponentKind::feedback) != of_feedback) continue;
        if (!may_be_done(place, component.kind)) continue;
        const auto date = way.closes(i).at;
        const ComponentProgress* entry = way.of(i);
        if (!date || (entry != nullptr && entry->processed_at)) continue;
        // IMC-NOT-06: not of what is locked, or not open yet; that its moment comes is known all the same.
        const auto next = due_days(notice.days, *date, zone_, window_.after, window_.now).next;
        if (next && (!next_ || *next < *next_)) next_ = next;
        if (way.closed(i, window_.now).code || is_closed_to(entry, course_)) continue;
        Decision asked;
        if (is_busy(place)) registration::check_window(course_, place, window_.now, zone_, asked);
        if (asked.refused()) continue;
        remind_of(notice, {place, component.key, *date, why("reminder.component"_code, *date, place, component.key)});
    }
}

void Reminders::remind_of(const Effective& notice, Subject subject) {
    const DueDays due = due_days(notice.days, subject.date, zone_, window_.after, window_.now);
    if (due.next && (!next_ || *due.next < *next_)) next_ = due.next;
    if (!due.at) return;
    // What was due before he came is no news; what should have come before a date comes no more once that has passed.
    const Enrolment& place = subject.place;
    if (place.enrolled_at && *due.at < *place.enrolled_at) return;
    if (*due.days < 0 && subject.date <= window_.now) return;
    Intent message;
    message.event = notice.event->key;
    if (notice.key != notice.event->key) message.notice = notice.key;
    message.learner = place.learner;
    message.enrolment = place.id;
    message.start_state = message.target_state = place.state;
    message.component = std::move(subject.component);
    message.days = -*due.days;
    message.due = due.at;
    const auto anchor = notice.event->anchor;
    const bool begins = anchor == NoticeAnchor::course_start || anchor == NoticeAnchor::enrolment;
    (begins ? message.starts_at : message.ends_at) = subject.date;
    message.gaps.push_back(std::move(subject.why));
    tell(notice, message);
}

void Reminders::tell(const Effective& notice, const Intent& message) {
    if (notice.is_for(Recipient::learner)) tell_once(message, Recipient::learner, 0);
    for (const notices::Told& each : notices::staff_told(notice, course_)) {
        tell_once(message, each.recipient, each.person);
    }
    const auto supervisor = notices::supervisor_told(notice, message.learner, context_);
    known_ = known_ && supervisor;
    if (supervisor.value_or(0) != 0) tell_once(message, Recipient::supervisor, *supervisor);
}

// IMC-NOT-04: by itself once ever, whatever the tick remembers.
void Reminders::tell_once(Intent message, Recipient recipient, std::int64_t person) {
    message.recipient = recipient;
    message.person = person;
    message.key = notices::key_of(message);
    const auto told = context_.find<Intent>(find_index(type_of<Intent>(), "key"), {{0, message.key, true}});
    if (!told) return void(known_ = false);
    if (told->empty()) decision_.intend(std::move(message));
}

}  // namespace provost::learning

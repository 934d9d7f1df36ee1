// What becomes due in a course by itself: in the order of time first what ends, then reminders, then cancellations.
#include "registration/catch_up.hpp"

#include "prerequisites/compile.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/notices/intent.hpp>
#include <provost/registration/participants.hpp>

namespace provost::registration {

namespace {

using catalogue::Course;
using enrolment::Enrolment;
using enrolment::State;
using notices::Intent;
using notices::Recipient;

// Of whom something can still be expected. IMC-AC-04: requested and waiting ones are closed as well.
bool is_judged(const Enrolment& place) { return is_prospective(place.state) || takes_part(place.state); }

// Whether its time is over by then. IMC-WL-09
bool has_expired(const Enrolment& place, Instant now) {
    return enrolment::ends_by_itself(place) && *place.expires_at <= now;
}

Instant moment_of_notice(const Course& course, std::int64_t days) {
    return *course.settings.prerequisites_due - std::chrono::days{days};
}

FollowUp& cancel(const Enrolment& place, Because because, std::optional<Instant> effective, Decision& decision) {
    CancelPlace next;
    next.head.effective = effective;
    next.course = Ref<Course>(place.course);
    next.learner = Ref<people::Learner>(place.learner);
    next.because = because;
    return decision.then(std::move(next));
}

// IMC-WL-09: in the order in which they end, each as of then.
void expire(const WholeCourse& facts, Instant now, Decision& decision) {
    std::vector<const Enrolment*> over;
    for (const Enrolment& place : facts.places) {
        if (has_expired(place, now)) over.push_back(&place);
    }
    std::ranges::stable_sort(over, {}, [](const Enrolment* place) { return *place->expires_at; });
    for (const Enrolment* place : over) cancel(*place, Because::expired, place->expires_at, decision);
}

// A participant whose prerequisites are not fulfilled, with what would fulfil them.
struct Unprepared {
    const Enrolment* place;
    std::vector<Reason> gaps;
};

// IMC-AC-03: measured against completed, so that partly met is not enough; what is recommended never counts.
std::vector<Unprepared> find_unprepared(const WholeCourse& facts, Instant now, Day day) {
    std::vector<Unprepared> found;
    if (!has_prerequisites(*facts.course, facts.prerequisites)) return found;
    const auto usual = prerequisites::usual_minimum(facts.course->settings);
    const auto hidden = prerequisites::hidden_kinds(*facts.course, *facts.pinned);
    for (const Enrolment& place : facts.places) {
        if (!is_judged(place) || has_expired(place, now)) continue;
        const prerequisites::Case asked{*facts.prerequisites, facts.evidence, place.learner, day, usual, hidden};
        auto judged = prerequisites::judge(asked, true);
        if (judged.mark == Mark::met) continue;
        auto gaps = judged.nearest.empty() ? prerequisites::open_leaves(asked) : std::move(judged.nearest);
        found.push_back({&place, std::move(gaps)});
    }
    return found;
}

// The reminder whose moment came last since the course was looked at; earlier ones that were missed are not sent any
// more. IMC-PN-01
std::optional<std::int64_t> due_notice(const CatchUpFacts& facts, Instant now) {
    const Course& course = *facts.whole.course;
    std::optional<std::int64_t> best;
    if (now >= *course.settings.prerequisites_due) return best;
    for (const auto days : course.settings.prerequisite_notices) {
        const Instant at = moment_of_notice(course, days);
        const bool since = !facts.seats->looked_at || *facts.seats->looked_at < at;
        if (at <= now && since && (!best || days < *best)) best = days;
    }
    return best;
}

// IMC-PN-03: tutors and the administrator get one list for the course.
void remind_others(const Course& course, std::int64_t days, const std::vector<Unprepared>& unprepared,
                   Decision& decision) {
    Intent digest;
    digest.event = "course.prerequisites-open";
    digest.course = course.id;
    digest.days = days;
    for (const Unprepared& each : unprepared) digest.participants.push_back(each.place->learner.value);
    digest.recipient = Recipient::tutor;
    for (const auto tutor : staffing::told_tutors(course.assignments.tutors)) {
        digest.person = tutor;
        decision.intend(digest);
    }
    if (!course.assignments.administrator) return;
    digest.recipient = Recipient::administrator;
    digest.person = course.assignments.administrator.value;
    decision.intend(std::move(digest));
}

// IMC-PN-02: whoever is prepared by then gets nothing. Whoever came later was told when he came. IMC-PN-04
void remind(const Course& course, std::int64_t days, std::vector<Unprepared> unprepared, Decision& decision) {
    const Instant at = moment_of_notice(course, days);
    std::erase_if(unprepared, [&](const Unprepared& each) { return each.place->enrolled_at > at; });
    if (unprepared.empty()) return;
    remind_others(course, days, unprepared, decision);
    for (Unprepared& each : unprepared) remind_learner(*each.place, days, std::move(each.gaps), decision);
}

// IMC-AC-06: with more than were allowed nobody is cancelled, and a person looks at it.
void cancel_all(const CatchUp& request, const std::vector<Unprepared>& unprepared, Decision& decision) {
    const auto count = static_cast<std::int64_t>(unprepared.size());
    if (request.most_cancelled && count > *request.most_cancelled) {
        decision.hold("catch-up.too-many"_code,
                      {{"count", std::to_string(count)}, {"most", std::to_string(*request.most_cancelled)}});
        return;
    }
    for (const Unprepared& each : unprepared) {
        cancel(*each.place, Because::unprepared, std::nullopt, decision).together = true;
    }
}

}  // namespace

void remind_learner(const Enrolment& place, std::int64_t days, std::vector<Reason> gaps, Decision& decision) {
    Intent reminder;
    reminder.event = "participant.prerequisites-open";
    reminder.learner = place.learner;
    reminder.enrolment = place.id;
    reminder.start_state = reminder.target_state = place.state;
    reminder.days = days;
    reminder.gaps = std::move(gaps);
    decision.intend(std::move(reminder));
}

std::optional<std::int64_t> missed_reminder(const Course& course, Instant now) {
    const auto& settings = course.settings;
    if (!settings.prerequisites_due || settings.cancel_unprepared != true || now >= *settings.prerequisites_due) {
        return std::nullopt;
    }
    std::optional<std::int64_t> best;
    for (const auto days : settings.prerequisite_notices) {
        if (moment_of_notice(course, days) <= now && (!best || days < *best)) best = days;
    }
    return best;
}

std::optional<Instant> next_due(const Course& course, std::span<const Enrolment> places, Instant now) {
    std::optional<Instant> next;
    const auto look = [&](Instant at) {
        if (at > now && (!next || at < *next)) next = at;
    };
    for (const Enrolment& place : places) {
        if (enrolment::ends_by_itself(place)) look(*place.expires_at);
    }
    if (!course.settings.prerequisites_due) return next;
    for (const auto days : course.settings.prerequisite_notices) look(moment_of_notice(course, days));
    if (course.settings.cancel_unprepared == true) look(*course.settings.prerequisites_due);
    return next;
}

void catch_up(const CatchUp& request, const CatchUpFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.whole.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Instant now = context.effective;
    const auto& settings = facts.whole.course->settings;
    decision.about = facts.whole.course->id.value;
    decision.by_rule = true;
    expire(facts.whole, now, decision);
    if (!settings.prerequisites_due) return;

    // IMC-AC-01, IMC-AC-02: by the facts of now, not those of the moment when it was due.
    const bool is_due = settings.cancel_unprepared == true && *settings.prerequisites_due <= now;
    const auto notice = due_notice(facts, now);
    if (!is_due && !notice) return;
    auto unprepared = find_unprepared(facts.whole, now, day_of(now, *zone));
    if (is_due) cancel_all(request, unprepared, decision);
    if (!notice) return;
    catalogue::Seats seats = *facts.seats;
    seats.looked_at = now;
    decision.put(std::move(seats));
    remind(*facts.whole.course, *notice, std::move(unprepared), decision);
}

}  // namespace provost::registration

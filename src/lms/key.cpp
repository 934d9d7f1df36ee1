// The difference, and the table of what each class of failure means.
#include "lms/key.hpp"

#include "base/sha256.hpp"

#include <algorithm>

namespace provost::lms {

namespace {

constexpr std::int64_t most_tries = 20;
constexpr std::chrono::milliseconds first_wait = std::chrono::minutes{1};
constexpr std::chrono::milliseconds longest_wait = std::chrono::hours{8};
constexpr std::chrono::milliseconds throttled_wait = std::chrono::minutes{1};
constexpr std::chrono::milliseconds accepted_wait = std::chrono::hours{24};

// A removal is as the connection wants it; who leaves a cohort may lose grades, so that is wanted expressly. PPR-PRO-06
Access told(const Connection& connection, const LmsEnrolment& key, Access desired) {
    if (desired == Access::active) return desired;
    if (container_of(key.course) == Container::cohort) {
        return connection.leave_cohorts || key.agreed == Access::absent ? Access::absent : key.agreed;
    }
    if (connection.removal == Removal::unenrol) return Access::absent;  // WIS-EE-06
    return desired == Access::absent && key.agreed != Access::absent ? Access::suspended : desired;
}

void fail(LmsEnrolment& key, Instant now) {
    ++key.tries;
    key.state = key.tries < most_tries ? KeyState::failed : KeyState::parked;
    key.due = key.state == KeyState::failed;
    key.retry_at = now + backoff(key.tries, key.id.value);
}

// Only when nobody wants something else meanwhile.
void rest(LmsEnrolment& key, KeyState state, bool marked) {
    key.state = state;
    key.due = marked;
    key.again = false;
    key.retry_at.reset();
}

// Once it is looked up; if the LMS contradicts again, a person has to look.
void contradicted(LmsEnrolment& key, bool again, bool marked) {
    ++key.tries;
    if (again) return rest(key, KeyState::held, marked);
    key.state = KeyState::unknown;
    key.retry_at.reset();
}

void lost(LmsEnrolment& key, Instant now) {
    ++key.tries;
    key.state = KeyState::unknown;
    key.retry_at.reset();
    if (key.tries > 1) key.retry_at = now + backoff(key.tries - 1, key.id.value);
}

// The class alone says what follows. What was not done made nothing of Provost's own.
void settle_failure(LmsEnrolment& key, const ActionOutcome& outcome, Instant now, bool marked) {
    const ErrorClass before = key.error;
    key.error = outcome.error == ErrorClass::none ? ErrorClass::transient : outcome.error;
    key.problem = outcome.problem;
    const bool nothing_known = key.error == ErrorClass::unknown_outcome || key.error == ErrorClass::conflict;
    if (!nothing_known && key.agreed == Access::absent) disown(key);
    switch (key.error) {
        case ErrorClass::rate_limited:
            key.state = KeyState::failed;
            key.retry_at = now + std::chrono::milliseconds(outcome.retry_after.value_or(throttled_wait.count()));
            return;
        case ErrorClass::auth:
        case ErrorClass::forbidden:
        case ErrorClass::cancelled: key.state = KeyState::failed; return;
        case ErrorClass::held: key.state = KeyState::held; return;
        case ErrorClass::conflict: return contradicted(key, before == ErrorClass::conflict, marked);
        case ErrorClass::invalid:
        case ErrorClass::unsupported: return rest(key, KeyState::parked, marked);
        case ErrorClass::unknown_outcome: return lost(key, now);
        case ErrorClass::not_found: {
            fail(key, now);
            // PPR-PRO-05: the cohort is made by a person, and then it goes on by itself.
            if (container_of(key.course) == Container::cohort && key.due) key.state = KeyState::blocked;
            return;
        }
        default: {
            fail(key, now);
            if (outcome.retry_after) key.retry_at = now + std::chrono::milliseconds(*outcome.retry_after);
        }
    }
}

void forget_failures(LmsEnrolment& key) {
    key.tries = 0;
    key.error = ErrorClass::none;
    key.problem.clear();
    key.retry_at.reset();
}

void agree(LmsEnrolment& key, bool marked) {
    key.agreed = key.sent;
    key.agreed_digest = key.sent_digest;
    key.agreed_until = key.sent_until;
    if (key.sent == Access::active) key.agreed_groups = key.sent_groups;
    if (key.sent == Access::absent) key.agreed_groups.clear();
    key.agreed_epoch = key.sent_epoch;
    if (key.sent == Access::absent) disown(key);
    forget_failures(key);
    rest(key, KeyState::confirmed, marked);
}

// Where nothing can be looked up what was sent is sent again, which does no harm; for the rest counts what was listed,
// and agreed to.
bool goes_on_unseen(LmsEnrolment& key, const ActionOutcome& outcome, Instant now) {
    if (outcome.error != ErrorClass::unsupported) return false;
    const bool is_open = key.state == KeyState::unknown || key.state == KeyState::pending;
    if (!is_open) key.observed_at = now;
    key.state = is_open ? KeyState::failed : KeyState::settled;
    key.retry_at.reset();
    return true;
}

}  // namespace

Container container_of(std::string_view course) {
    return course.starts_with(cohort_prefix) ? Container::cohort : Container::course;
}

std::string_view name_in_lms(std::string_view course) {
    return course.starts_with(cohort_prefix) ? course.substr(cohort_prefix.size()) : course;
}

std::string key_course(Container container, std::string_view course) {
    const bool is_bare = container == Container::cohort && !course.starts_with(cohort_prefix);
    return (is_bare ? std::string(cohort_prefix) : std::string()).append(course);
}

std::string key_course(const results::LmsLink& link) {
    return key_course(link.is_cohort ? Container::cohort : Container::course, link.lms_course);
}

bool gives_access(const results::LmsLink& link) {
    return link.item.empty() && link.access != results::AccessMethod::none;
}

std::int64_t access_digest(Access access, const std::optional<Instant>& from, const std::optional<Instant>& until,
                           const std::vector<std::string>& groups) {
    std::string text(word(access));
    text += from ? "|" + to_text(*from) : "|";
    text += until ? "|" + to_text(*until) : "|";
    for (const std::string& group : groups) text += '\x1f' + group;
    return short_digest(text);
}

std::int64_t day_number(Instant moment) {
    return std::chrono::floor<std::chrono::days>(moment).time_since_epoch().count();
}

// No key changes before the moment that the standing has, whether one does at it or not.
void note_next_change(LmsStanding& standing, const std::optional<Instant>& before, const std::optional<Instant>& after,
                      Instant now) {
    const bool is_bound = standing.next_change_at || standing.looked_day == day_number(now);
    if (!is_bound || before == after) return;
    // Beyond what was looked through nobody knows which is the first.
    const auto bound = [&] { return day_number(*after) <= day_number(now) + days_looked_ahead; };
    if (after && (standing.next_change_at ? *after <= *standing.next_change_at : bound())) {
        standing.next_change_at = after;
        standing.looked_day = day_number(now);
    } else if (before && before == standing.next_change_at) {
        standing.looked_day = 0;
    }
}

void take_as_agreed(LmsEnrolment& key, Access seen) {
    key.agreed = seen;
    key.agreed_digest = access_digest(seen);
    key.agreed_until.reset();
}

Wish wish_of(const Connection& connection, const LmsEnrolment& key, const DesiredAccess& desired) {
    Wish wish;
    wish.cause = desired.cause;
    if (desired.cause == Cause::rule_inactive) {  // WIS-ER-09: no word of an inactive rule reaches the LMS
        wish.access = key.agreed;
        wish.stays = true;
        return wish;
    }
    wish.access = told(connection, key, desired.access);
    if (wish.access == Access::active && desired.access == Access::active) {
        wish.from = desired.from;
        wish.until = desired.until;
        wish.groups = desired.groups;
        std::ranges::sort(wish.groups);
        // WIS-LNK-08: who leaves which group is said of those that Provost put him in, and of no other.
        std::ranges::set_difference(key.agreed_groups, wish.groups, std::back_inserter(wish.leave_groups));
    } else if (wish.access == Access::active) {
        wish.stays = true;  // in the cohort
    }
    wish.digest = access_digest(wish.access, wish.from, wish.until, wish.groups);
    return wish;
}

PlanDirection direction_of(const LmsEnrolment& key, const Wish& wish) {
    if (key.origin == Origin::foreign) return PlanDirection::none;  // WIS-EE-11
    const bool is_open = key.state == KeyState::unknown || key.state == KeyState::pending;
    if (is_open) return PlanDirection::look_up;
    if (wish.stays && wish.access == key.agreed) return PlanDirection::none;
    if (gave_up(key, wish) && !key.again) return PlanDirection::none;  // WIS-RS-01
    const bool repeats = key.again && (key.agreed != Access::absent || wish.access != Access::absent);
    if (wish.access == key.agreed && !repeats && (wish.access != Access::active || wish.digest == key.agreed_digest)) {
        return PlanDirection::none;
    }
    if (wish.access == Access::active && key.agreed != Access::active) return PlanDirection::grant;
    return wish.access != Access::active && key.agreed == Access::active ? PlanDirection::revoke : PlanDirection::edit;
}

bool looks_first(const LmsEnrolment& key, Instant run_began) {
    return !is_ours(key) && (!key.observed_at || *key.observed_at < run_began);
}

void disown(LmsEnrolment& key) {
    key.origin = Origin::none;
    key.remote_id.clear();
}

bool keeps_out(const LmsEnrolment& key, const Wish& wish) {
    return key.origin == Origin::foreign && wish.access == Access::active && key.observed != Access::active;
}

bool is_active_there(const LmsEnrolment& key) {
    if (key.origin == Origin::foreign) return key.observed == Access::active;  // WIS-EE-11
    return key.agreed == Access::active || key.desired == Access::active;
}

bool gave_up(const LmsEnrolment& key) {
    return key.state == KeyState::parked || (key.state == KeyState::held && key.error == ErrorClass::conflict);
}

bool gave_up(const LmsEnrolment& key, const Wish& wish) { return gave_up(key) && wish.digest == key.sent_digest; }

bool waits(const LmsEnrolment& key, Instant now) { return key.retry_at && *key.retry_at > now; }

// A quarter more or less, so that what failed together does not come again together.
std::chrono::milliseconds backoff(std::int64_t tries, std::int64_t key) {
    const auto doublings = std::clamp<std::int64_t>(tries - 1, 0, 16);
    const auto wait = std::min(longest_wait, first_wait * (std::int64_t{1} << doublings));
    const auto part = short_digest(std::to_string(key) + "/" + std::to_string(tries)) % 501;  // of a thousand
    return wait * (750 + part) / 1000;
}

void send(LmsEnrolment& key, const Wish& wish) {
    key.state = KeyState::pending;
    key.retry_at.reset();
    key.sent = wish.access;
    key.sent_digest = wish.digest;
    key.sent_until = wish.until;
    key.sent_groups = wish.groups;
    key.sent_epoch = key.version + 1;
    if (key.origin == Origin::none) key.origin = Origin::ours;
}

void settle_enrolment(LmsEnrolment& key, const ActionOutcome& outcome, Instant now) {
    const bool marked = key.version > key.sent_epoch;
    if (outcome.status == ActionStatus::accepted) {
        key.state = KeyState::pending;
        key.retry_at = now + accepted_wait;
        return;
    }
    if (!went_well(outcome)) {
        ActionOutcome failure = outcome;
        if (outcome.status == ActionStatus::unknown) failure.error = ErrorClass::unknown_outcome;
        return settle_failure(key, failure, now, marked);
    }
    if (outcome.observed && *outcome.observed != key.sent) {
        take_as_agreed(key, *outcome.observed);
        return fail(key, now);
    }
    if (!outcome.remote_id.empty()) key.remote_id = outcome.remote_id;
    agree(key, marked);
}

void settle_look_up(LmsEnrolment& key, const ActionOutcome& outcome, Instant now) {
    if (goes_on_unseen(key, outcome, now)) return;
    if (!went_well(outcome) || !outcome.observed) {
        const bool throttled = outcome.error == ErrorClass::rate_limited;
        const bool is_open = key.state == KeyState::unknown || key.state == KeyState::pending;
        if (!is_open) key.state = KeyState::failed;
        key.problem = outcome.problem;
        key.tries += throttled ? 0 : 1;
        const auto wait = throttled ? throttled_wait : backoff(key.tries, key.id.value);
        key.retry_at = now + (outcome.retry_after ? std::chrono::milliseconds(*outcome.retry_after) : wait);
        return;
    }
    key.state = KeyState::settled;
    key.retry_at.reset();
    key.observed = *outcome.observed;
    key.observed_at = now;
    if (!is_ours(key)) {
        // WIS-EE-11: it was there before Provost asked for it, so somebody made it by hand.
        key.origin = key.observed == Access::absent ? Origin::none : Origin::foreign;
        return;
    }
    take_as_agreed(key, key.observed);
    for (const std::string& group : key.sent_groups) {
        if (!std::ranges::binary_search(key.agreed_groups, group)) {
            key.agreed_groups.insert(std::ranges::upper_bound(key.agreed_groups, group), group);
        }
    }
    if (key.observed == Access::absent) disown(key);
}

}  // namespace provost::lms

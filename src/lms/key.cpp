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

// The class alone says what follows.
void settle_failure(LmsEnrolment& key, const ActionOutcome& outcome, Instant now, bool marked) {
    const ErrorClass before = key.error;
    key.error = outcome.error == ErrorClass::none ? ErrorClass::transient : outcome.error;
    key.problem = outcome.problem;
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
    if (key.sent == Access::active) key.agreed_groups = key.sent_groups;
    if (key.sent == Access::absent) key.agreed_groups.clear();
    key.agreed_epoch = key.sent_epoch;
    key.again = false;
    if (key.sent == Access::absent) {
        key.origin = Origin::none;
    } else if (key.origin == Origin::none) {
        key.origin = Origin::ours;
    }
    forget_failures(key);
    rest(key, KeyState::confirmed, marked);
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

Wish wish_of(const Connection& connection, const LmsEnrolment& key, const DesiredAccess& desired) {
    Wish wish;
    wish.access = told(connection, key, desired.access);
    wish.cause = desired.cause;
    if (wish.access == Access::active && desired.access == Access::active) {
        wish.from = desired.from;
        wish.until = desired.until;
        wish.groups = desired.groups;
        std::ranges::sort(wish.groups);
        // WIS-LNK-08: who leaves which group is said of those that Provost put him in, and of no other.
        std::ranges::set_difference(key.agreed_groups, wish.groups, std::back_inserter(wish.leave_groups));
    } else if (wish.access == Access::active) {
        wish.digest = key.agreed_digest;  // stays in the cohort as he is
        return wish;
    }
    wish.digest = access_digest(wish.access, wish.from, wish.until, wish.groups);
    return wish;
}

PlanDirection direction_of(const LmsEnrolment& key, const Wish& wish) {
    if (key.origin == Origin::foreign) return PlanDirection::none;  // WIS-EE-11
    if (key.state == KeyState::unknown || key.state == KeyState::pending) return PlanDirection::look_up;
    const bool gave_up =
        key.state == KeyState::parked || (key.state == KeyState::held && key.error == ErrorClass::conflict);
    if (gave_up && wish.digest == key.sent_digest) return PlanDirection::none;
    // The account of somebody who was erased is overwritten with it, whether access changes or not.
    const bool overwrites =
        wish.cause == Cause::erased && key.agreed != Access::absent && wish.access != Access::absent;
    const bool repeats = overwrites || (key.again && (key.agreed != Access::absent || wish.access != Access::absent));
    if (wish.access == key.agreed && !repeats && (wish.access != Access::active || wish.digest == key.agreed_digest)) {
        return PlanDirection::none;
    }
    if (wish.access == Access::active && key.agreed != Access::active) return PlanDirection::grant;
    return wish.access != Access::active && key.agreed == Access::active ? PlanDirection::revoke : PlanDirection::edit;
}

bool looks_first(const LmsEnrolment& key) {
    return key.origin == Origin::none && key.sent_epoch == 0 && key.agreed == Access::absent && !key.observed_at;
}

bool waits(const LmsEnrolment& key, Instant now) { return key.retry_at && *key.retry_at > now; }

// A quarter more or less, so that what failed together does not come again together.
std::chrono::milliseconds backoff(std::int64_t tries, std::int64_t key) {
    const auto doublings = std::clamp<std::int64_t>(tries - 1, 0, 16);
    const auto wait = std::min(longest_wait, first_wait * (std::int64_t{1} << doublings));
    const auto part = short_digest(std::to_string(key) + "/" + std::to_string(tries)) % 501;  // of a thousand
    return wait * (750 + part) / 1000;
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
        key.agreed = *outcome.observed;
        key.agreed_digest = access_digest(key.agreed);
        return fail(key, now);
    }
    agree(key, marked);
}

void settle_look_up(LmsEnrolment& key, const ActionOutcome& outcome, Instant now) {
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
    key.observed = *outcome.observed;
    key.observed_at = now;
    key.state = KeyState::settled;
    key.retry_at.reset();
    if (key.sent_epoch == 0) {
        // WIS-EE-11: it was there before Provost asked for it, so somebody made it by hand.
        key.origin = key.observed == Access::absent ? Origin::none : Origin::foreign;
        return;
    }
    key.agreed = key.observed;
    const bool whole = key.observed == key.sent && key.sent_digest == access_digest(key.sent);
    key.agreed_digest = whole ? key.sent_digest : access_digest(key.observed);
    for (const std::string& group : key.sent_groups) {
        if (!std::ranges::binary_search(key.agreed_groups, group)) {
            key.agreed_groups.insert(std::ranges::upper_bound(key.agreed_groups, group), group);
        }
    }
    if (key.observed == Access::absent) {
        key.origin = Origin::none;
    } else if (key.origin == Origin::none) {
        key.origin = Origin::ours;
    }
}

}  // namespace provost::lms

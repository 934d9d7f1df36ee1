// What is to be done with a learner's enrolment in an LMS: the difference between what it shall be and what the LMS
// last agreed to, and what an outcome makes of it. Pure: the engine loads and writes.
#pragma once

#include "lms/access_question.hpp"

#include <provost/lms/plan.hpp>

namespace provost::lms {

/// What a key is about: those of cohorts begin with the prefix.
[[nodiscard]] Container container_of(std::string_view course);
/// The id of the course or cohort without the prefix.
[[nodiscard]] std::string_view name_in_lms(std::string_view course);
/// The course of a key. Adapters list cohorts by their ids, with or without the prefix.
[[nodiscard]] std::string key_course(Container container, std::string_view course);
[[nodiscard]] std::string key_course(const results::LmsLink& link);
/// Whether a link is about access at all.
[[nodiscard]] bool gives_access(const results::LmsLink& link);

/// What the LMS shall be told of a key.
struct Wish {
    Access access = Access::absent;
    Cause cause = Cause::none;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::vector<std::string> groups;
    std::vector<std::string> leave_groups;
    std::int64_t digest = 0;
};
[[nodiscard]] Wish wish_of(const Connection& connection, const LmsEnrolment& key, const DesiredAccess& desired);
/// Digest of access, window and groups.
[[nodiscard]] std::int64_t access_digest(Access access, const std::optional<Instant>& from = {},
                                         const std::optional<Instant>& until = {},
                                         const std::vector<std::string>& groups = {});
/// What has to be done for the wish; none when the LMS has it, or when it is not ours to touch.
[[nodiscard]] PlanDirection direction_of(const LmsEnrolment& key, const Wish& wish);

/// Whether nobody knows what the LMS has of a key that Provost never asked for: it may be there, made by hand.
[[nodiscard]] bool looks_first(const LmsEnrolment& key);
/// Whether a key waits, for the LMS or until a failure may be repeated.
[[nodiscard]] bool waits(const LmsEnrolment& key, Instant now);
/// How long after the n-th failure a key waits.
[[nodiscard]] std::chrono::milliseconds backoff(std::int64_t tries, std::int64_t key);

/// What became of an action that was handed out for the key: changes the key, but for its version. Whether it is still
/// due is left as it is when it was marked again since it was handed out.
void settle_enrolment(LmsEnrolment& key, const ActionOutcome& outcome, Instant now);
/// What the LMS has, as a look-up says.
void settle_look_up(LmsEnrolment& key, const ActionOutcome& outcome, Instant now);

[[nodiscard]] inline bool went_well(const ActionOutcome& outcome) {
    return outcome.status == ActionStatus::applied || outcome.status == ActionStatus::unchanged;
}

}  // namespace provost::lms

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

/// Days from 1970, as keys name the day on which they change by themselves.
[[nodiscard]] std::int64_t day_number(Instant moment);
/// What the LMS was seen to have counts as agreed; its window is not known.
void take_as_agreed(LmsEnrolment& key, Access seen);

/// How far ahead the next change is looked for, in days.
inline constexpr std::int64_t days_looked_ahead = 366;
/// A key changes at another moment by itself: the standing goes on knowing the earliest one, or that it has to be found
/// out. `before`, `after`: of the key; `now`: of the run. [WIS-ER-12]
void note_next_change(LmsStanding& standing, const std::optional<Instant>& before, const std::optional<Instant>& after,
                      Instant now);

/// What the LMS shall be told of a key.
struct Wish {
    Access access = Access::absent;
    Cause cause = Cause::none;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::vector<std::string> groups;
    std::vector<std::string> leave_groups;
    std::int64_t digest = 0;
    bool stays = false;  ///< whatever the LMS has stays as it is
};
[[nodiscard]] Wish wish_of(const Connection& connection, const LmsEnrolment& key, const DesiredAccess& desired);
/// Digest of access, window and groups.
[[nodiscard]] std::int64_t access_digest(Access access, const std::optional<Instant>& from = {},
                                         const std::optional<Instant>& until = {},
                                         const std::vector<std::string>& groups = {});
/// What has to be done for the wish; none when the LMS has it, or when it is not ours to touch.
[[nodiscard]] PlanDirection direction_of(const LmsEnrolment& key, const Wish& wish);

/// Whether nobody knows what the LMS has of a key that is not Provost's own: it may be there, made by hand. What was
/// seen counts since the run began.
[[nodiscard]] bool looks_first(const LmsEnrolment& key, Instant run_began);
/// Whether Provost asked for it, or took it over.
[[nodiscard]] inline bool is_ours(const LmsEnrolment& key) {
    return key.origin == Origin::ours || key.origin == Origin::adopted;
}
/// Nothing of it is Provost's own any more.
void disown(LmsEnrolment& key);
/// Whether the LMS keeps somebody out whom another hand enrolled there, and who should be in.
[[nodiscard]] bool keeps_out(const LmsEnrolment& key, const Wish& wish);
/// Whether it is, or shall be, active there, by whomever it was made.
[[nodiscard]] bool is_active_there(const LmsEnrolment& key);
/// Whether nothing more is tried for a key until something else is desired, or a person asks for it.
[[nodiscard]] bool gave_up(const LmsEnrolment& key);
[[nodiscard]] bool gave_up(const LmsEnrolment& key, const Wish& wish);
/// Whether a key waits, for the LMS or until a failure may be repeated.
[[nodiscard]] bool waits(const LmsEnrolment& key, Instant now);
/// How long after the n-th failure a key waits.
[[nodiscard]] std::chrono::milliseconds backoff(std::int64_t tries, std::int64_t key);

/// What is handed out for the key: from now on it is Provost's own.
void send(LmsEnrolment& key, const Wish& wish);
/// What became of an action that was handed out for the key: changes the key, but for its version. Whether it is still
/// due is left as it is when it was marked again since it was handed out.
void settle_enrolment(LmsEnrolment& key, const ActionOutcome& outcome, Instant now);
/// What the LMS has, as a look-up says.
void settle_look_up(LmsEnrolment& key, const ActionOutcome& outcome, Instant now);

[[nodiscard]] inline bool went_well(const ActionOutcome& outcome) {
    return outcome.status == ActionStatus::applied || outcome.status == ActionStatus::unchanged;
}

}  // namespace provost::lms

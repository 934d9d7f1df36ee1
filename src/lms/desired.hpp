// The only place that turns states into desired access.
#pragma once

#include <provost/lms/lms.hpp>

#include <span>

namespace provost::lms {

struct Desired {
    Access access = Access::absent;
    Cause cause = Cause::never_entered;
    std::vector<std::int64_t> enrolments;
};

/// Access of a learner to a course, from all places of that learner in that course. Several places are one enrolment in
/// the LMS: active if any of them gives access, suspended if there ever was one that did.
[[nodiscard]] Desired desired_access(std::span<const enrolment::Enrolment* const> places);

/// The same once the learner was erased: off where the LMS ever had it, and nothing new anywhere.
[[nodiscard]] Desired access_of_erased(std::span<const enrolment::Enrolment* const> places, Access agreed);

/// The same while the learner is inactive; his account keeps its values. [FIN-ACC-13]
[[nodiscard]] Desired access_of_inactive(std::span<const enrolment::Enrolment* const> places, Access agreed);

/// Whether the LMS needs to be told nothing. Of an erased learner an account that it has is told once more, so that the
/// values there are overwritten, whether access changes or not.
[[nodiscard]] bool is_settled(const LmsAccess& access, const Desired& desired);

/// Whether a place gives the same after a change as before it.
[[nodiscard]] bool gives_the_same(const enrolment::Enrolment& before, const enrolment::Enrolment& after);

/// The step that a difference asks for, or the account and link that must come first.
[[nodiscard]] Action link_action(const catalogue::Course& course);
[[nodiscard]] Action learner_action(const people::Learner& learner);
[[nodiscard]] Action enrolment_action(const LmsAccess& access, const catalogue::Course& course,
                                      const people::Learner& learner, const Desired& desired);

/// Digest of what the LMS is told of a learner: a change asks for an update of the account.
[[nodiscard]] std::int64_t learner_digest(const people::Learner& learner, std::string_view secret);

/// What a learner is called in the LMS: the external id that never changes.
[[nodiscard]] std::string learner_name(const people::Learner& learner);

}  // namespace provost::lms

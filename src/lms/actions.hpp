// The steps that a difference asks for.
#pragma once

#include "lms/key.hpp"

namespace provost::lms {

[[nodiscard]] Action link_action(const catalogue::Course& course);
/// Suspended or open is said only where Provost changes it: nothing said leaves an account as somebody set it.
[[nodiscard]] Action learner_action(const people::Learner& learner, const LmsLearner* account,
                                    std::optional<bool> suspended);
/// The step of a key whose epoch is its version.
[[nodiscard]] Action enrolment_action(const LmsEnrolment& key, const std::string& learner, const DesiredAccess& desired,
                                      const Wish& wish);
/// Asks what the LMS has of a key.
[[nodiscard]] Action look_up_action(const LmsEnrolment& key, const std::string& learner);

/// Digest of what the LMS is told of a learner: a change asks for an update of the account.
[[nodiscard]] std::int64_t learner_digest(const people::Learner& learner, const LmsLearner* account, bool suspended,
                                          std::string_view secret);
/// What a learner is called in the LMS: the external id that the account has, whatever he is called since; without an
/// account the client identifier.
[[nodiscard]] std::string learner_name(const people::Learner& learner, const LmsLearner* account);

}  // namespace provost::lms

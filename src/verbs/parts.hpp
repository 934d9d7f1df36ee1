// The parts of the verb table, a file each, in their order. A line is: name, function (which says request and facts),
// right, fetch plan, most records it makes; and the rights it needs on records that have clearances. IMC-ACL-01
#pragma once

#include "plan/define_verb.hpp"
#include "verbs/verb.hpp"

namespace provost::verbs {

[[nodiscard]] std::span<const Verb> verbs_of_organisation();
[[nodiscard]] std::span<const Verb> verbs_of_catalogue();
[[nodiscard]] std::span<const Verb> verbs_of_registration();
[[nodiscard]] std::span<const Verb> verbs_of_learning();
[[nodiscard]] std::span<const Verb> verbs_of_staffing();
[[nodiscard]] std::span<const Verb> verbs_of_resources();
[[nodiscard]] std::span<const Verb> verbs_of_results();
[[nodiscard]] std::span<const Verb> verbs_of_finalise();
[[nodiscard]] std::span<const Verb> verbs_of_lms();
[[nodiscard]] std::span<const Verb> verbs_of_notices();

/// A plain master record: made, or brought up to date, by its natural key.
template <class T, RecordCheck<T> check = unchecked<T>>
constexpr Verb master(std::string_view name, access::Right right) {
    return verb<define<T, check>>(name, right, define_fetch<T>, 1);
}

}  // namespace provost::verbs

// Values that fields of statutory files may have: lists of codes as data. What clients say about themselves has its
// lists in people/client_values.hpp, outcomes theirs in enrolment/outcome.hpp; this finds all of them by name.
#pragma once

#include <provost/base/time.hpp>

#include <string_view>
#include <vector>

namespace provost::reporting {

/// Whose file it is: lists differ by release, outcomes by target and day besides.
struct ListOwner {
    std::string_view release;
    std::string_view target;
    Day day;  ///< the last one of the collection year
};

/// The codes of a list: "outcome", "funding-source", "delivery-mode", "predominant-mode", "commencing-program",
/// "study-reason", "school-type", "organisation-type", "recognition", "level-of-education", "yes-no", "subject-flag",
/// and those of people::client_values. Empty: no such list.
[[nodiscard]] std::vector<std::string_view> value_list(std::string_view name, const ListOwner& owner);

}  // namespace provost::reporting

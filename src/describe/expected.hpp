// What a member takes, in the words that errors say, and whether it is given.
#pragma once

#include <provost/describe/field.hpp>

#include <string>

namespace provost {

/// "a day such as 2026-02-02", "an integer", the words of a closed list: what should have been told.
[[nodiscard]] std::string expected_of(const Field& field);
/// The parameters of the sentence that a failed check of one value makes: its range, where that is the matter.
[[nodiscard]] std::vector<Parameter> check_parameters(const Field& field, Code code);
/// Whether a member has a value: a text of blanks says nothing. [IMC-CSV-08]
[[nodiscard]] bool says_something(const Field& field, const void* member);

}  // namespace provost

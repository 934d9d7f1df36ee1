// Values that statutory files have for what clients say about themselves: one home for entering them and for checking
// files. "@" in the width of the field means that it was asked and not answered.
#pragma once

#include <span>
#include <string_view>

namespace provost::people {

/// A code and what it means.
struct ClientValue {
    std::string_view code, meaning;
};

/// The values of a list: "highest-school-level", "gender", "indigenous-status", "labour-force-status", "state",
/// "survey-contact-status", "disability-type", "prior-achievement", "answered-flag" (Y, N, @). None when there is no
/// list of that name.
[[nodiscard]] std::span<const ClientValue> client_values(std::string_view list);

}  // namespace provost::people

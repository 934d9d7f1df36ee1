// Names and telephone numbers as statutory files want them.
#pragma once

#include <string>
#include <string_view>

namespace provost::reporting {

/// "Family, Given Second", each part at most 40 and the whole at most 60 characters as the file will hold them. A
/// person with a single name has it as family name; the standard wants it on both sides: "Name, Name". No titles.
[[nodiscard]] std::string name_for_encryption(std::string_view family, std::string_view given);

/// Whether a telephone number is an Australian mobile: 04xx xxx xxx, or +61 4xx xxx xxx.
[[nodiscard]] bool is_mobile(std::string_view phone);

}  // namespace provost::reporting

// Names as statutory files want them.
#pragma once

#include <string>
#include <string_view>

namespace provost::reporting {

/// "Family, Given Second", each part at most 40 and the whole at most 60 characters as the file will hold them. A
/// person with a single name has it as family name; the standard wants it on both sides: "Name, Name". No titles.
[[nodiscard]] std::string name_for_encryption(std::string_view family, std::string_view given);

}  // namespace provost::reporting

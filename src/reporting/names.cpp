// Names as statutory files want them. Lengths are measured as the file will hold the text, but the letters stay as they
// are: the writer of the record transliterates them and reports it.
#include "reporting/names.hpp"

#include "reporting/transliterate.hpp"

namespace provost::reporting {

std::string name_for_encryption(std::string_view family, std::string_view given) {
    constexpr std::size_t longest_part = 40, longest = 60;
    family = ascii_prefix(trimmed(family), longest_part);
    given = ascii_prefix(trimmed(given), longest_part);
    if (family.empty() && given.empty()) return {};
    if (family.empty()) family = given;
    if (given.empty()) given = family;
    std::string name(family);
    name += ", ";
    name += given;
    return std::string(ascii_prefix(name, longest));
}

bool is_mobile(std::string_view phone) {
    std::string digits;
    for (const char c : phone) {
        if ('0' <= c && c <= '9') digits += c;
    }
    if (phone.starts_with('+')) return digits.size() == 11 && digits.starts_with("614");
    return digits.size() == 10 && digits.starts_with("04");
}

}  // namespace provost::reporting

// Formats of the identifiers that statutory reporting knows people by.
#include "base/code_table.hpp"

#include <provost/people/learner.hpp>

#include <algorithm>

namespace provost::people {

namespace {

constexpr std::string_view usi_symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // no 0, 1, I, O

// Luhn's method modulo 32: from the right every other symbol counts double, and a product of two digits counts as
// their sum. The tenth symbol brings the sum to a multiple of 32.
bool has_check_character(std::string_view usi) {
    if (usi.size() != 10) return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < usi.size(); ++i) {
        const auto value = usi_symbols.find(usi[i]);
        if (value == usi_symbols.npos) return false;
        const auto product = i % 2 == 0 ? 2 * value : value;
        sum += product / 32 + product % 32;
    }
    return sum % 32 == 0;
}

}  // namespace

Code check_usi(std::string_view text) {
    // Exemptions: the learner studies offshore, or the registrar exempted the person.
    if (text == "INTOFF" || text == "INDIV") return {};
    return has_check_character(text) ? Code{} : "usi.check-character"_code;
}

Code check_client_id(std::string_view text) {
    constexpr std::size_t longest = 10;
    const auto allowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    const bool right = !text.empty() && text.size() <= longest && std::ranges::all_of(text, allowed);
    return right ? Code{} : "client-id.malformed"_code;
}

Code check_gender(std::string_view text) {
    return text.size() == 1 && std::string_view("FMX@").find(text) != text.npos ? Code{} : "gender.unknown"_code;
}

}  // namespace provost::people

// Whether a code that is told of a learner stands in its list. Countries and languages are not listed here: there are
// hundreds of them, and they change; four digits are asked for.
#include "base/code_table.hpp"
#include "people/client_values.hpp"

#include <provost/people/client_details.hpp>

#include <algorithm>

namespace provost::people {

namespace {

Code checked(bool is_right) { return is_right ? Code{} : "value.not-listed"_code; }

// '@' stands in files for what was not stated; here that is a member that is left out.
Code checked(std::string_view list, std::string_view text) {
    const auto values = client_values(list);
    const bool listed = std::ranges::find(values, text, &ClientValue::code) != values.end();
    return checked(listed && !text.starts_with('@'));
}

bool is_four_digits(std::string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace

Code check_school_level(std::string_view text) { return checked("highest-school-level", text); }
Code check_indigenous_status(std::string_view text) { return checked("indigenous-status", text); }
Code check_labour_force_status(std::string_view text) { return checked("labour-force-status", text); }
Code check_disability(std::string_view text) { return checked("disability-type", text); }
Code check_prior_education(std::string_view text) { return checked("prior-achievement", text); }
Code check_survey_contact_status(std::string_view text) { return checked("survey-contact-status", text); }
Code check_state(std::string_view text) { return checked("state", text); }
Code check_spoken_english(std::string_view text) {
    return checked(text.size() == 1 && '1' <= text[0] && text[0] <= '4');
}

// The ABS' own codes for "not stated" are not used, nor the one for non-verbal: sign languages have codes of their own.
Code check_language(std::string_view text) { return checked(is_four_digits(text) && text != "0001" && text != "0002"); }
Code check_country(std::string_view text) { return checked(is_four_digits(text) && text != "0003"); }
Code check_postcode(std::string_view text) { return checked(is_four_digits(text) || text == "OSPC"); }

}  // namespace provost::people

// Conditions between fields of one record, for rows of kind `broken` and for facts: each is true when the values are
// wrong (or have the property it is named after). A value that can not be read is another row's business: then false.
#pragma once

#include "reporting/checks/rule.hpp"

namespace provost::reporting::checks {

// NAT00120: start, end, outcome.
[[nodiscard]] bool ends_before_start(Values v, const Situation& s);
[[nodiscard]] bool lasts_over_five_years(Values v, const Situation& s);
[[nodiscard]] bool begins_after_period(Values v, const Situation& s);    // start, outcome
[[nodiscard]] bool starts_long_before(Values v, const Situation& s);     // start
[[nodiscard]] bool ends_outside_year(Values v, const Situation& s);      // end, outcome
[[nodiscard]] bool final_in_future(Values v, const Situation& s);        // end, outcome
[[nodiscard]] bool continues_and_ended(Values v, const Situation& s);    // end, outcome
[[nodiscard]] bool not_started_but_begun(Values v, const Situation& s);  // start, outcome
[[nodiscard]] bool runs_without_70(Values v, const Situation& s);        // outcome, start, end

// NAT00120: delivery mode, outcome, predominant mode.
[[nodiscard]] bool competent_without_delivery(Values v, const Situation& s);
[[nodiscard]] bool trained_without_delivery(Values v, const Situation& s);
[[nodiscard]] bool recognised_with_delivery(Values v, const Situation& s);
[[nodiscard]] bool predominant_not_delivered(Values v, const Situation& s);  // predominant, mode

// NAT00120: the rest.
[[nodiscard]] bool specific_funding_missing(Values v, const Situation& s);     // specific, funding
[[nodiscard]] bool specific_funding_unexpected(Values v, const Situation& s);  // specific, funding
[[nodiscard]] bool program_and_subject_only(Values v, const Situation& s);     // commencing, program
[[nodiscard]] bool one_of_two(Values v, const Situation& s);
[[nodiscard]] bool contract_without_program(Values v, const Situation& s);  // contract, client identifier, program
[[nodiscard]] bool school_type_missing(Values v, const Situation& s);       // school type, flag
[[nodiscard]] bool school_type_unexpected(Values v, const Situation& s);    // school type, flag
[[nodiscard]] bool hours_above_400(Values v, const Situation& s);           // hours
[[nodiscard]] bool credit_has_hours(Values v, const Situation& s);          // hours, outcome
[[nodiscard]] bool not_our_organisation(Values v, const Situation& s);      // organisation

// NAT00130.
[[nodiscard]] bool completed_out_of_range(Values v, const Situation& s);  // day, or year in release 7.0
[[nodiscard]] bool completed_not_a_date(Values v, const Situation& s);
[[nodiscard]] bool parchment_before_completion(Values v, const Situation& s);  // parchment day, day
[[nodiscard]] bool issued_without_parchment(Values v, const Situation& s);     // flag, parchment day

// Clients.
[[nodiscard]] bool usi_malformed(Values v, const Situation& s);
[[nodiscard]] bool offshore_with_address(Values v, const Situation& s);    // USI, postcode, state
[[nodiscard]] bool overseas_state_differs(Values v, const Situation& s);   // state, postcode
[[nodiscard]] bool box_as_street(Values v, const Situation& s);            // street name, number, building
[[nodiscard]] bool english_told_of_speaker(Values v, const Situation& s);  // proficiency, language
[[nodiscard]] bool year_without_school(Values v, const Situation& s);      // year, level
[[nodiscard]] bool year_after_period(Values v, const Situation& s);        // year
[[nodiscard]] bool has_space(Values v, const Situation& s);
[[nodiscard]] bool has_title(Values v, const Situation& s);
[[nodiscard]] bool only_initials(Values v, const Situation& s);
[[nodiscard]] bool overseas_by_status_only(Values v, const Situation& s);  // status, postcode
[[nodiscard]] bool not_a_mobile(Values v, const Situation& s);
[[nodiscard]] bool under_10(Values v, const Situation& s);  // date of birth
[[nodiscard]] bool over_99(Values v, const Situation& s);
[[nodiscard]] bool birth_malformed(Values v, const Situation& s);
[[nodiscard]] bool not_four_digits(Values v, const Situation& s);  // or @@@@; blank is wrong

// Locations.
[[nodiscard]] bool location_postcode_malformed(Values v, const Situation& s);
[[nodiscard]] bool overseas_location_in_state(Values v, const Situation& s);  // state, postcode
[[nodiscard]] bool overseas_location_at_home(Values v, const Situation& s);   // country, postcode
[[nodiscard]] bool location_country_foreign(Values v, const Situation& s);    // country, postcode

// Facts: what a value says by itself.
[[nodiscard]] bool says_yes(Values v, const Situation& s);
[[nodiscard]] bool says_no(Values v, const Situation& s);
[[nodiscard]] bool is_offshore_usi(Values v, const Situation& s);
[[nodiscard]] bool is_not_offshore_funding(Values v, const Situation& s);
[[nodiscard]] bool is_international(Values v, const Situation& s);
[[nodiscard]] bool is_overseas(Values v, const Situation& s);  // postcode
[[nodiscard]] bool is_at_home(Values v, const Situation& s);   // postcode
[[nodiscard]] bool completed_in_year(Values v, const Situation& s);

}  // namespace provost::reporting::checks

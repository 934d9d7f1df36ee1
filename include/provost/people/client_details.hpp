// What statutory files say of a learner beyond name, birth date and contact: schooling, language, work, disability,
// addresses. A record beside the learner's, with the same id; who stated nothing has none.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::people {

/// Where somebody lives; the postcode stands in the learner's record. Since 0.1.
struct Residence {
    std::string building;
    std::string unit;
    std::string street_number;
    std::string street_name;
    std::string suburb;
    std::string state;
};

/// Where somebody receives letters. Since 0.1.
struct PostalAddress {
    std::string building;
    std::string unit;
    std::string street_number;
    std::string street_name;
    std::string delivery_box;
    std::string suburb;
    std::string postcode;
    std::string state;
};

/// What a learner stated, all of it personal. A member that is absent was not stated. Since 0.1.
struct ClientStatements {
    std::string title;
    std::string telephone_work;
    std::string mobile;
    std::string email_alternative;
    std::optional<Residence> residence;
    std::optional<PostalAddress> postal;
    std::string highest_school_level;
    std::optional<std::int64_t> year_of_school_level;
    std::string indigenous_status;
    std::string language;
    std::string spoken_english;
    std::string labour_force_status;
    std::string country_of_birth;
    std::optional<bool> disability;
    std::vector<std::string> disabilities;
    std::optional<bool> prior_education;
    std::vector<std::string> prior_educations;
    std::optional<bool> at_school;
    std::string survey_contact_status;
};

/// The record: its id is the learner's, so that whatever the journal keeps of it says whose it is. Since 0.1.
struct ClientDetails {
    Id<ClientDetails> id;
    std::int64_t version = 0;
    Id<Learner> learner;
    ClientStatements stated;
};

/// Tells what a learner stated; what is left out is not stated any more. Since 0.1.
struct DescribeClient {
    Head head;
    Ref<Learner> learner;
    ClientStatements stated;
};

/// Checks of codes against the lists in src/people/client_values.cpp, for descriptions only. Since 0.1.
[[nodiscard]] Code check_school_level(std::string_view text);
[[nodiscard]] Code check_indigenous_status(std::string_view text);
[[nodiscard]] Code check_language(std::string_view text);
[[nodiscard]] Code check_spoken_english(std::string_view text);
[[nodiscard]] Code check_labour_force_status(std::string_view text);
[[nodiscard]] Code check_country(std::string_view text);
[[nodiscard]] Code check_disability(std::string_view text);
[[nodiscard]] Code check_prior_education(std::string_view text);
[[nodiscard]] Code check_survey_contact_status(std::string_view text);
[[nodiscard]] Code check_state(std::string_view text);
[[nodiscard]] Code check_postcode(std::string_view text);

}  // namespace provost::people

PROVOST_DESCRIBE(
    provost::people::Residence, document, "residence", "Where somebody lives.", PROVOST_NO_INDEX,
    PROVOST_FIELD(building, "Building or property name.").at_most(50), PROVOST_FIELD(unit, "Flat or unit.").at_most(30),
    PROVOST_FIELD(street_number, "Number.").at_most(15),
    PROVOST_FIELD(street_name, "Street; never a post box.").at_most(70),
    PROVOST_FIELD(suburb, "Suburb, locality or town.").at_most(50),
    PROVOST_FIELD(state, "State identifier, 01 to 09, or 99 overseas.").checked(&provost::people::check_state));

PROVOST_DESCRIBE(
    provost::people::PostalAddress, document, "postal_address", "Where somebody receives letters.", PROVOST_NO_INDEX,
    PROVOST_FIELD(building, "Building or property name.").at_most(50), PROVOST_FIELD(unit, "Flat or unit.").at_most(30),
    PROVOST_FIELD(street_number, "Number.").at_most(15), PROVOST_FIELD(street_name, "Street.").at_most(70),
    PROVOST_FIELD(delivery_box, "Post box, for example PO Box 12.").at_most(22),
    PROVOST_FIELD(suburb, "Suburb, locality or town.").at_most(50),
    PROVOST_FIELD(postcode, "Four digits, or OSPC overseas.").checked(&provost::people::check_postcode),
    PROVOST_FIELD(state, "State identifier, 01 to 09, or 99 overseas.").checked(&provost::people::check_state));

PROVOST_DESCRIBE(
    provost::people::ClientStatements, document, "client_statements", "What a learner stated.", PROVOST_NO_INDEX,
    PROVOST_FIELD(title, "Title, for example Ms.").at_most(4).personal(),
    PROVOST_FIELD(telephone_work, "Telephone number at work.").at_most(20).personal(),
    PROVOST_FIELD(mobile, "Mobile number, when the learner's record has another one.").at_most(20).personal(),
    PROVOST_FIELD(email_alternative, "Second email address.").at_most(80).personal(),
    PROVOST_FIELD(residence, "Address of the usual residence.").personal(),
    PROVOST_FIELD(postal, "Postal address; absent: that of the residence.").personal(),
    PROVOST_FIELD(highest_school_level, "Highest school level completed: 02, 08, 09, 10, 11 or 12.")
        .checked(&provost::people::check_school_level)
        .personal(),
    PROVOST_FIELD(year_of_school_level, "Year of that; release 7.0 alone asks for it.")
        .between(1900, 2100, "value.out-of-range")
        .personal(),
    PROVOST_FIELD(indigenous_status, "1 Aboriginal, 2 Torres Strait Islander, 3 both, 4 neither.")
        .checked(&provost::people::check_indigenous_status)
        .personal(),
    PROVOST_FIELD(language, "Language spoken at home, four digits of the ASCL; 1201 English.")
        .checked(&provost::people::check_language)
        .personal(),
    PROVOST_FIELD(spoken_english, "Proficiency in spoken English, 1 to 4; release 7.0 alone asks for it.")
        .checked(&provost::people::check_spoken_english)
        .personal(),
    PROVOST_FIELD(labour_force_status, "Labour force status, 01 to 08.")
        .checked(&provost::people::check_labour_force_status)
        .personal(),
    PROVOST_FIELD(country_of_birth, "Country of birth, four digits of the SACC; 1101 Australia.")
        .checked(&provost::people::check_country)
        .personal(),
    PROVOST_FIELD(disability, "Whether there is a disability.").personal(),
    PROVOST_FIELD(disabilities, "Of which types: 11 to 19, or 99 not specified.")
        .at_most(10)
        .checked(&provost::people::check_disability)
        .personal(),
    PROVOST_FIELD(prior_education, "Whether there is education beyond school.").personal(),
    PROVOST_FIELD(prior_educations, "Which: 008, 410, 420, 511, 514, 521, 524 or 990.")
        .at_most(8)
        .checked(&provost::people::check_prior_education)
        .personal(),
    PROVOST_FIELD(at_school, "Whether the learner attends school.").personal(),
    PROVOST_FIELD(survey_contact_status, "Whether surveys may reach him: A, C, D, E, I, M or O.")
        .checked(&provost::people::check_survey_contact_status)
        .personal());

PROVOST_DESCRIBE_PARTS(provost::people::ClientDetails, record, "client_details",
                       "What statutory files say of a learner besides the learner's own record.",
                       PROVOST_INDEXES({"learner", true, {"learner"}}),
                       PROVOST_FIELDS(PROVOST_FIELD(id, "The learner's id."),
                                      PROVOST_FIELD(version, "Counts the changes."),
                                      PROVOST_FIELD(learner, "Of whom.")),
                       PROVOST_MEMBERS(stated));

PROVOST_REQUEST_PARTS(provost::people::DescribeClient, "describe_client",
                      "Tells what statutory files say of a learner.",
                      PROVOST_FIELDS(PROVOST_FIELD(learner, "Login of the learner.").required()),
                      PROVOST_MEMBERS(stated));

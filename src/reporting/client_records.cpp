// What the files say of a client: NAT00080, NAT00085, NAT00090, NAT00100. What was not stated is '@', "asked and not
// answered", where the standard allows it.
#include "reporting/files.hpp"
#include "reporting/names.hpp"

namespace provost::reporting {

namespace {

using people::ClientStatements;

constexpr std::string_view not_specified = "not specified";         // street number, street name
constexpr std::string_view suburb_not_specified = "Not specified";  // as the standard spells it
constexpr std::string_view overseas = "OSPC";

std::string_view answer_of(std::optional<bool> stated) { return !stated ? "@" : *stated ? "Y" : "N"; }

// A postcode says which state it is only together with the postal list, which is not part of the library.
std::string_view state_of(std::string_view postcode, std::string_view stated) {
    if (postcode == overseas) return "99";
    return or_unknown(stated, "@@");
}

// A street is told of addresses in Australia alone.
std::string_view street_of(std::string_view postcode, std::string_view stated) {
    return postcode == overseas ? not_specified : or_unknown(stated, not_specified);
}

// Where nobody knows where it is, abroad as well, no suburb is told.
std::string_view suburb_of(std::string_view postcode, std::string_view stated) {
    const bool nowhere_known = postcode == overseas || postcode == "@@@@" || postcode == "0000";
    return nowhere_known ? suburb_not_specified : or_unknown(stated, suburb_not_specified);
}

// Nobody is asked how well he speaks English whose language it is, or who signs.
std::string_view proficiency_of(const ClientStatements& stated) {
    const bool is_asked = !stated.language.empty() && stated.language != "1201" && !stated.language.starts_with("97");
    return is_asked ? or_unknown(stated.spoken_english, "@") : std::string_view();
}

bool is_stated(const people::PostalAddress& postal) {
    return !postal.street_name.empty() || !postal.delivery_box.empty() || !postal.suburb.empty() ||
           !postal.postcode.empty();
}

const people::Residence nowhere;

const people::Residence& residence_of(const ClientStatements& stated) {
    return stated.residence ? *stated.residence : nowhere;
}

// The postal address; without one the letters go to the residence.
people::PostalAddress address_of(const people::Learner& learner, const ClientStatements& stated) {
    if (stated.postal && is_stated(*stated.postal)) return *stated.postal;
    const auto& home = residence_of(stated);
    return {home.building, home.unit,        home.street_number, home.street_name, {},
            home.suburb,   learner.postcode, home.state};
}

}  // namespace

void NatWriter::add_client(const people::Learner& learner, const ClientStatements& stated) {
    const auto name = name_for_encryption(learner.family_name, learner.first_name);
    const auto year = stated.year_of_school_level ? std::to_string(*stated.year_of_school_level) : std::string("@@@@");
    const auto postcode = or_unknown(learner.postcode, "@@@@");
    const auto& home = residence_of(stated);
    const std::array<FieldValue, 23> values{
        learner.client_id,
        name,
        or_unknown(stated.highest_school_level, "@@"),
        year,
        or_unknown(learner.gender, "@"),
        learner.birth_date ? FieldValue(*learner.birth_date) : FieldValue(std::string_view("@@@@@@@@")),
        postcode,
        or_unknown(stated.indigenous_status, "@"),
        or_unknown(stated.language, "@@@@"),
        or_unknown(stated.labour_force_status, "@@"),
        or_unknown(stated.country_of_birth, "@@@@"),
        answer_of(stated.disability),
        answer_of(stated.prior_education),
        answer_of(stated.at_school),
        proficiency_of(stated),
        suburb_of(postcode, home.suburb),
        learner.usi,
        state_of(postcode, home.state),
        home.building,
        home.unit,
        street_of(postcode, home.street_number),
        street_of(postcode, home.street_name),
        stated.survey_contact_status};
    append(nat00080, values);
}

void NatWriter::add_contact(const people::Learner& learner, const ClientStatements& stated) {
    const auto address = address_of(learner, stated);
    const auto postcode = or_unknown(address.postcode, "@@@@");
    const bool mobile = is_mobile(learner.phone);
    const bool in_box = !address.delivery_box.empty() && address.street_name.empty();
    const auto street = [&](std::string_view text) { return in_box ? std::string_view() : street_of(postcode, text); };
    const std::array<FieldValue, 17> values{learner.client_id,
                                            stated.title,
                                            learner.first_name,
                                            or_unknown(learner.family_name, learner.first_name),
                                            address.building,
                                            address.unit,
                                            street(address.street_number),
                                            street(address.street_name),
                                            address.delivery_box,
                                            suburb_of(postcode, address.suburb),
                                            postcode,
                                            state_of(postcode, address.state),
                                            mobile ? FieldValue() : FieldValue(learner.phone),
                                            stated.telephone_work,
                                            or_unknown(stated.mobile, mobile ? learner.phone : std::string_view()),
                                            learner.email,
                                            stated.email_alternative};
    append(nat00085, values);
}

void NatWriter::add(const people::Learner& learner, const people::ClientDetails* details) {
    const ClientStatements nothing;
    const ClientStatements& stated = details == nullptr ? nothing : details->stated;
    add_client(learner, stated);
    add_contact(learner, stated);
    // Who says yes has a record in the list, and be it that the type is not known.
    const auto list = [&](Name name, const std::vector<std::string>& codes, std::string_view unknown, bool any) {
        std::array<FieldValue, 2> values{learner.client_id, unknown};
        if (any && codes.empty()) append(name, values);
        for (const std::string& code : codes) {
            values[1] = code;
            append(name, values);
        }
    };
    list(nat00090, stated.disabilities, "99", stated.disability.value_or(false));
    list(nat00100, stated.prior_educations, "990", stated.prior_education.value_or(false));
}

}  // namespace provost::reporting

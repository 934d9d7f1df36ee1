// The document that sets up an organisation in one go: everything that the import files refer to. Its lists become
// requests of the ordinary define verbs (engine/organisation_requests.hpp). `null` means "not known".
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/meta_tag.hpp>

namespace provost::data {

struct NumberedType {
    std::optional<std::int64_t> id;
    std::string name;
    catalogue::Timing timing = catalogue::Timing::either;
};

struct NumberedTag {
    std::optional<std::int64_t> id;
    std::string name;
    std::string type;
};

struct NumberedProvider {
    std::optional<std::int64_t> id;
    std::string identifier, name, type, address_first_line, address_second_line, suburb, postcode, state, contact_name,
        telephone, facsimile, email;
};

struct NumberedLocation {
    std::optional<std::int64_t> id;
    std::string identifier, name, suburb, postcode, state, country, zone;
};

struct NamedTutor {
    std::string login, name, group, position;
};

struct NamedAdministrator {
    std::string login, name;
    std::vector<std::string> rights;
};

struct FundingSource {
    std::string national;
};

struct DeliveryModes {
    organisation::DeliveryMode dates, duration, none;
};

struct CodedSubject {
    std::string code, title, field_of_education;
    std::optional<std::int64_t> nominal_hours;
    bool vocational = true;
};

struct CodedProgram {
    std::string code, title, recognition, level_of_education, field_of_education, anzsco;
    std::optional<std::int64_t> nominal_hours;
    bool vocational = true;
};

struct OrganisationDocument {
    std::vector<NumberedType> course_types;
    std::vector<NumberedTag> meta_tags;
    std::vector<NumberedProvider> providers;
    std::vector<NumberedLocation> locations;
    std::vector<NamedTutor> tutors;
    std::vector<NamedAdministrator> administrators;
    FundingSource funding_source;
    DeliveryModes delivery_modes;
    std::vector<CodedSubject> subjects;
    std::vector<CodedProgram> programs;
};

/// The type of a meta tag by its word, in which documents may write - for _; absent: text. Empty when there is none.
[[nodiscard]] inline std::optional<catalogue::TagType> tag_type(std::string word) {
    std::ranges::replace(word, '-', '_');
    if (word.empty()) return catalogue::TagType::text;
    for (const ChoiceRow& row : Choices<catalogue::TagType>::rows) {
        if (row.name == word) return static_cast<catalogue::TagType>(row.value);
    }
    return std::nullopt;
}

}  // namespace provost::data

PROVOST_DESCRIBE(provost::data::NumberedType, document, "organisation_course_type", "A course type.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Number that files use.").required().between(1, id_limit, "value.out-of-range"),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(timing, "Timing of its courses."));
PROVOST_DESCRIBE(provost::data::NumberedTag, document, "organisation_meta_tag", "A meta tag.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Number that files use.").required().between(1, id_limit, "value.out-of-range"),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(type, "Type of its values."));
PROVOST_DESCRIBE(provost::data::NumberedProvider, document, "organisation_provider", "A provider.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Number that files use.").required().between(1, id_limit, "value.out-of-range"),
                 PROVOST_FIELD(identifier, "TOID."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(type, "Type identifier."), PROVOST_FIELD(address_first_line, "Address."),
                 PROVOST_FIELD(address_second_line, "Address."), PROVOST_FIELD(suburb, "Suburb."),
                 PROVOST_FIELD(postcode, "Postcode."), PROVOST_FIELD(state, "State."),
                 PROVOST_FIELD(contact_name, "Contact.").personal(), PROVOST_FIELD(telephone, "Telephone number."),
                 PROVOST_FIELD(facsimile, "Facsimile number."), PROVOST_FIELD(email, "Email address."));
PROVOST_DESCRIBE(provost::data::NumberedLocation, document, "organisation_location", "A location.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Number that files use.").required().between(1, id_limit, "value.out-of-range"),
                 PROVOST_FIELD(identifier, "Identifier in statutory files."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(suburb, "Suburb."), PROVOST_FIELD(postcode, "Postcode."), PROVOST_FIELD(state, "State."),
                 PROVOST_FIELD(country, "Country."), PROVOST_FIELD(zone, "IANA zone."));
PROVOST_DESCRIBE(provost::data::NamedTutor, document, "organisation_tutor", "A tutor.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(login, "Login."), PROVOST_FIELD(name, "Name.").personal(),
                 PROVOST_FIELD(group, "Group."), PROVOST_FIELD(position, "Position."));
PROVOST_DESCRIBE(provost::data::NamedAdministrator, document, "organisation_administrator", "An administrator.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(login, "Login."), PROVOST_FIELD(name, "Name.").personal(),
                 PROVOST_FIELD(rights, "Rights."));
PROVOST_DESCRIBE(provost::data::FundingSource, document, "organisation_funding", "Funding source.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(national, "Funding source - national."));
PROVOST_DESCRIBE(provost::data::DeliveryModes, document, "organisation_delivery", "Delivery modes.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(dates, "Courses with dates."), PROVOST_FIELD(duration, "Duration of use."),
                 PROVOST_FIELD(none, "Recognition and credit."));
PROVOST_DESCRIBE(provost::data::CodedSubject, document, "organisation_subject", "A subject.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(code, "Code."), PROVOST_FIELD(title, "Title."),
                 PROVOST_FIELD(field_of_education, "Field of education."),
                 PROVOST_FIELD(nominal_hours, "Nominal hours."), PROVOST_FIELD(vocational, "VET flag."));
PROVOST_DESCRIBE(provost::data::CodedProgram, document, "organisation_program", "A program.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(code, "Code."), PROVOST_FIELD(title, "Title."),
                 PROVOST_FIELD(recognition, "Recognition."), PROVOST_FIELD(level_of_education, "Level of education."),
                 PROVOST_FIELD(field_of_education, "Field of education."), PROVOST_FIELD(anzsco, "ANZSCO."),
                 PROVOST_FIELD(nominal_hours, "Nominal hours."), PROVOST_FIELD(vocational, "VET flag."));
PROVOST_DESCRIBE(provost::data::OrganisationDocument, document, "organisation",
                 "Everything that import files refer to.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course_types, "Course types."), PROVOST_FIELD(meta_tags, "Meta tags."),
                 PROVOST_FIELD(providers, "Providers."), PROVOST_FIELD(locations, "Locations."),
                 PROVOST_FIELD(tutors, "Tutors."), PROVOST_FIELD(administrators, "Administrators."),
                 PROVOST_FIELD(funding_source, "Funding source of every row."),
                 PROVOST_FIELD(delivery_modes, "Delivery modes by timing."), PROVOST_FIELD(subjects, "Subjects."),
                 PROVOST_FIELD(programs, "Programs."));

// The table of facts.
#include "reporting/checks/facts.hpp"

#include "reporting/checks/conditions.hpp"

namespace provost::reporting::checks {

namespace {

constexpr std::string_view organisation = "training_organisation_identifier";
constexpr std::string_view location_8 = "training_organisation_identifier delivery_location_identifier";
constexpr std::string_view location_7 = "delivery_location_identifier";  // its NAT00120 does not say whose it is
constexpr std::string_view program = "program_identifier";
constexpr std::string_view subject = "subject_identifier";
constexpr std::string_view client = "client_identifier";

constexpr auto fact_table = std::to_array<Fact>({
    {"organisation.NAT00010", Entity::organisation, "", "NAT00010", organisation},
    {"organisation.NAT00020", Entity::organisation, "", "NAT00020", organisation},
    {"organisation.NAT00130", Entity::organisation, "", "NAT00130", organisation},
    {"location.NAT00020", Entity::location, "8.0", "NAT00020", location_8},
    {"location.NAT00120", Entity::location, "8.0", "NAT00120", location_8},
    {"location.NAT00020", Entity::location, "7.0", "NAT00020", location_7},
    {"location.NAT00120", Entity::location, "7.0", "NAT00120", location_7},
    {"program.NAT00030", Entity::program, "", "NAT00030", program},
    {"program.NAT00030A", Entity::program, "8.0", "NAT00030A", program},
    {"program.NAT00120", Entity::program, "", "NAT00120", program},
    {"program.NAT00130", Entity::program, "", "NAT00130", program},
    {"program.not-vocational", Entity::program, "8.0", "NAT00030A", program, "vet_flag", &says_no},
    {"program.not-vocational", Entity::program, "7.0", "NAT00030", program, "vet_flag", &says_no},
    {"subject.NAT00060", Entity::subject, "", "NAT00060", subject},
    {"subject.NAT00120", Entity::subject, "", "NAT00120", subject},
    {"client.NAT00080", Entity::client, "", "NAT00080", client},
    {"client.NAT00085", Entity::client, "", "NAT00085", client},
    {"client.NAT00090", Entity::client, "", "NAT00090", client},
    {"client.NAT00100", Entity::client, "", "NAT00100", client},
    {"client.NAT00120", Entity::client, "", "NAT00120", client},
    {"client.NAT00130", Entity::client, "", "NAT00130", client},
    {"client.disability", Entity::client, "", "NAT00080", client, "disability_flag", &says_yes},
    {"client.education", Entity::client, "", "NAT00080", client, "prior_educational_achievement_flag", &says_yes},
    {"client.offshore-usi", Entity::client, "", "NAT00080", client, "unique_student_identifier", &is_offshore_usi},
    {"client.not-offshore-funding", Entity::client, "", "NAT00120", client, "funding_source_national",
     &is_not_offshore_funding},
    {"client.international", Entity::client, "", "NAT00120", client, "funding_source_national", &is_international},
    {"client.overseas-usual", Entity::client, "", "NAT00080", client, "postcode", &is_overseas},
    {"client.usual-at-home", Entity::client, "", "NAT00080", client, "postcode", &is_at_home},
    {"client.overseas-contact", Entity::client, "", "NAT00085", client, "postcode", &is_overseas},
    {"client.contact-at-home", Entity::client, "", "NAT00085", client, "postcode", &is_at_home},
    {"client.completed", Entity::client, "8.0", "NAT00130", client, "date_program_completed", &completed_in_year},
    {"client.completed", Entity::client, "7.0", "NAT00130", client, "year_program_completed", &completed_in_year},
});

}  // namespace

std::span<const Fact> facts() { return fact_table; }

Thing& Things::at(std::string_view key) {
    if (const auto found = things_.find(key); found != things_.end()) return found->second;
    Thing& made = things_[std::string(key)];
    made.number = static_cast<std::uint32_t>(things_.size() - 1);
    return made;
}

}  // namespace provost::reporting::checks

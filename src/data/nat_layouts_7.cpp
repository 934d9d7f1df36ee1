// AVETMISS record layouts, release 7.0, for reading what was reported before 2018 and for those who still write it. As
// nat_layouts.cpp; a field that both releases have has one name, though 7.0 called the gender "sex" and the outcome's
// file "enrolment". NAT00005 is written by training authorities only.
#include "data/nat_layout_tables.hpp"

namespace provost::reporting::tables {

namespace {

constexpr auto nat00005 = std::to_array<LayoutField>({
    code("training_authority_identifier", 1, 10),
    text("training_authority_name", 11, 100),
    text("address_first_line", 111, 50),
    text("address_second_line", 161, 50),
    text("suburb", 211, 50),
    code("postcode", 261, 4),
    number("state_identifier", 265, 2),
    text("contact_name", 267, 60),
    text("telephone_number", 327, 20),
    text("facsimile_number", 347, 20),
    text("email_address", 367, 80),
});

constexpr auto nat00010 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    text("training_organisation_name", 11, 100),
    number("training_organisation_type_identifier", 111, 2),
    text("address_first_line", 113, 50),
    text("address_second_line", 163, 50),
    text("suburb", 213, 50),
    code("postcode", 263, 4),
    number("state_identifier", 267, 2),
    state(text("contact_name", 269, 60)),
    state(text("telephone_number", 329, 20)),
    state(text("facsimile_number", 349, 20)),
    state(text("email_address", 369, 80)),
});

constexpr auto nat00060 = std::to_array<LayoutField>({
    code("subject_flag", 1, 1),
    code("subject_identifier", 2, 12),
    text("subject_name", 14, 100),
    code("subject_field_of_education_identifier", 114, 6),
    code("vet_flag", 120, 1),
    number("nominal_hours", 121, 4),
});

constexpr auto nat00080 = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    text("name_for_encryption", 11, 60),
    code("highest_school_level_completed_identifier", 71, 2),
    code("year_highest_school_level_completed", 73, 4),
    code("gender", 77, 1),
    code("date_of_birth", 78, 8),
    code("postcode", 86, 4),
    code("indigenous_status_identifier", 90, 1),
    code("language_identifier", 91, 4),
    code("labour_force_status_identifier", 95, 2),
    code("country_identifier", 97, 4),
    code("disability_flag", 101, 1),
    code("prior_educational_achievement_flag", 102, 1),
    code("at_school_flag", 103, 1),
    code("proficiency_in_spoken_english_identifier", 104, 1),
    text("suburb", 105, 50),
    code("unique_student_identifier", 155, 10),
    code("state_identifier", 165, 2),
    text("building_name", 167, 50),
    text("unit_details", 217, 30),
    text("street_number", 247, 15),
    text("street_name", 262, 70),
    state(code("statistical_area_level_1_identifier", 332, 11)),
    state(code("statistical_area_level_2_identifier", 343, 9)),
});

constexpr auto nat00120 = std::to_array<LayoutField>({
    code("delivery_location_identifier", 1, 10),
    code("client_identifier", 11, 10),
    code("subject_identifier", 21, 12),
    code("program_identifier", 33, 10),
    day("activity_start_date", 43),
    day("activity_end_date", 51),
    number("delivery_mode_identifier", 59, 2),
    number("outcome_identifier_national", 61, 2),
    number("scheduled_hours", 63, 4),
    number("funding_source_national", 67, 2),
    number("commencing_program_identifier", 69, 1),
    code("training_contract_identifier", 70, 10),
    code("client_identifier_apprenticeships", 80, 10),
    code("study_reason_identifier", 90, 2),
    code("vet_in_schools_flag", 92, 1),
    code("specific_funding_identifier", 93, 10),
    state(code("outcome_identifier_training_organisation", 103, 3)),
    state(code("funding_source_state", 106, 3)),
    state(number("client_tuition_fee", 109, 4)),
    state(code("fee_exemption_type_identifier", 113, 1)),
    state(code("purchasing_contract_identifier", 114, 12)),
    state(code("purchasing_contract_schedule_identifier", 126, 3)),
    state(number("hours_attended", 129, 4)),
    state(code("associated_course_identifier", 133, 10)),
});

constexpr auto nat00130 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("program_identifier", 11, 10),
    code("client_identifier", 21, 10),
    number("year_program_completed", 31, 4),
    code("issued_flag", 35, 1),
});

// Without the alternative email.
constexpr auto client_contact_7 = std::span(client_contact).first(16);

// Release, file, fields, shortest, national and full length.
constexpr auto all = std::to_array<Layout>({
    {"7.0", "NAT00005", nat00005, 446, 446, 446},
    {"7.0", "NAT00010", nat00010, 268, 268, 448},
    {"7.0", "NAT00020", delivery_location, 180, 180, 180},
    {"7.0", "NAT00030", program_with_details, 130, 130, 130},
    {"7.0", "NAT00060", nat00060, 124, 124, 124},
    {"7.0", "NAT00080", nat00080, 331, 331, 351},
    {"7.0", "NAT00085", client_contact_7, 477, 477, 477},
    {"7.0", "NAT00090", disability, 12, 12, 12},
    {"7.0", "NAT00100", prior_achievement, 13, 13, 13},
    {"7.0", "NAT00120", nat00120, 102, 102, 142},
    {"7.0", "NAT00130", nat00130, 35, 35, 35},
});
static_assert(all_well_formed(all), "a layout has a gap, a name twice, or another length than stated");

}  // namespace

std::span<const Layout> release_7() { return all; }

}  // namespace provost::reporting::tables

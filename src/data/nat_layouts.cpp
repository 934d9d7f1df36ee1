// AVETMISS record layouts, release 8.0: one row per field as the standard lists them (start, length, type, part of the
// national record or of the states' part), and what finds a layout of any release. nat_layouts_7.cpp: release 7.0.
#include "data/nat_layout_tables.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

using namespace tables;

// Positions 111 to 268 held in release 7.0 what release 8.0 asks of the register.
constexpr auto nat00010 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    text("training_organisation_name", 11, 100),
    code("reserved", 111, 158),
    state(text("contact_name", 269, 60)),
    state(text("telephone_number", 329, 20)),
    state(text("facsimile_number", 349, 20)),
    state(text("email_address", 369, 80)),
});

constexpr auto nat00030 = std::to_array<LayoutField>({
    code("program_identifier", 1, 10),
    text("program_name", 11, 100),
    number("nominal_hours", 111, 4),
    code("reserved", 115, 16),
});

constexpr auto nat00060 = std::to_array<LayoutField>({
    code("subject_identifier", 1, 12),
    text("subject_name", 13, 100),
    code("subject_field_of_education_identifier", 113, 6),
    code("vet_flag", 119, 1),
    number("nominal_hours", 120, 4),
});

// The date of birth is of type A, since parts of it may be unknown (@).
constexpr auto nat00080 = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    text("name_for_encryption", 11, 60),
    code("highest_school_level_completed_identifier", 71, 2),
    code("gender", 73, 1),
    code("date_of_birth", 74, 8),
    code("postcode", 82, 4),
    code("indigenous_status_identifier", 86, 1),
    code("language_identifier", 87, 4),
    code("labour_force_status_identifier", 91, 2),
    code("country_identifier", 93, 4),
    code("disability_flag", 97, 1),
    code("prior_educational_achievement_flag", 98, 1),
    code("at_school_flag", 99, 1),
    text("suburb", 100, 50),
    code("unique_student_identifier", 150, 10),
    code("state_identifier", 160, 2),
    text("building_name", 162, 50),
    text("unit_details", 212, 30),
    text("street_number", 242, 15),
    text("street_name", 257, 70),
    code("survey_contact_status", 327, 1),
    state(code("statistical_area_level_1_identifier", 328, 11)),
    state(code("statistical_area_level_2_identifier", 339, 9)),
});

constexpr auto nat00120 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("delivery_location_identifier", 11, 10),
    code("client_identifier", 21, 10),
    code("subject_identifier", 31, 12),
    code("program_identifier", 43, 10),
    day("activity_start_date", 53),
    day("activity_end_date", 61),
    code("delivery_mode_identifier", 69, 3),
    number("outcome_identifier_national", 72, 2),
    number("funding_source_national", 74, 2),
    number("commencing_program_identifier", 76, 1),
    code("training_contract_identifier", 77, 10),
    code("client_identifier_apprenticeships", 87, 10),
    code("study_reason_identifier", 97, 2),
    code("vet_in_schools_flag", 99, 1),
    code("specific_funding_identifier", 100, 10),
    code("school_type_identifier", 110, 2),
    state(code("outcome_identifier_training_organisation", 112, 3)),
    state(code("funding_source_state", 115, 3)),
    state(number("client_tuition_fee", 118, 5)),
    state(code("fee_exemption_type_identifier", 123, 2)),
    state(code("purchasing_contract_identifier", 125, 12)),
    state(code("purchasing_contract_schedule_identifier", 137, 3)),
    state(number("hours_attended", 140, 4)),
    state(code("associated_course_identifier", 144, 10)),
    state(number("scheduled_hours", 154, 4)),
    state(code("predominant_delivery_mode", 158, 1)),
});

constexpr auto nat00130 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("program_identifier", 11, 10),
    code("client_identifier", 21, 10),
    day("date_program_completed", 31),
    code("issued_flag", 39, 1),
    state(day("parchment_issue_date", 40)),
    state(code("parchment_number", 48, 25)),
});

// Release, file, fields, shortest, national and full length.
constexpr auto all = std::to_array<Layout>({
    {"8.0", "NAT00010", nat00010, 110, 268, 448},
    {"8.0", "NAT00020", delivery_location, 180, 180, 180},
    {"8.0", "NAT00030", nat00030, 114, 130, 130},
    {"8.0", "NAT00030A", program_with_details, 130, 130, 130},
    {"8.0", "NAT00060", nat00060, 123, 123, 123},
    {"8.0", "NAT00080", nat00080, 327, 327, 347},
    {"8.0", "NAT00085", client_contact, 557, 557, 557},
    {"8.0", "NAT00090", disability, 12, 12, 12},
    {"8.0", "NAT00100", prior_achievement, 13, 13, 13},
    {"8.0", "NAT00120", nat00120, 111, 111, 158},
    {"8.0", "NAT00130", nat00130, 39, 39, 72},
});
static_assert(all_well_formed(all), "a layout has a gap, a name twice, or another length than stated");

// Records of states, and of VET in Schools in release 7.0, have fields of their own behind the national part or behind
// the states' part. What stands there is not read.
constexpr auto longer = std::to_array<LongerRecord>({
    {"8.0", "NAT00020", 345, "vic"},
    {"8.0", "NAT00080", 337, "qld"},
    {"8.0", "NAT00080", 358, "vic"},
    {"8.0", "NAT00080", 349, "tas"},
    {"8.0", "NAT00100", 14, "vic"},
    {"8.0", "NAT00120", 159, "qld"},
    {"8.0", "NAT00120", 179, "nsw"},
    {"8.0", "NAT00120", 304, "vic"},
    {"8.0", "NAT00120", 213, "tas"},
    {"8.0", "NAT00130", 145, "vic"},
    {"8.0", "NAT00130", 143, "tas"},
    {"7.0", "NAT00120", 104, ""},  // VET in Schools
});

}  // namespace

std::span<const Layout> layouts(std::string_view release) {
    if (release == "8.0") return all;
    return release == "7.0" ? release_7() : std::span<const Layout>();
}

const Layout* find_layout(std::string_view release, std::string_view file) {
    const auto rows = layouts(release);
    const auto found = std::ranges::find(rows, file, &Layout::file);
    return found == rows.end() ? nullptr : &*found;
}

std::span<const LongerRecord> longer_records() { return longer; }

}  // namespace provost::reporting
